/**
 * Store for the events in progress and the answers to processed ones. All processes of a product must share one inbox,
 * because a marketplace may deliver an event more than once, and to different processes.
 *
 * An event is free, leased to an owner, or answered. A lease expires by itself, so the event of a killed process is
 * processed again. Each method must be one atomic step, such as one SQL statement on the row of its key. A client that
 * lost its connection may repeat a step: if the owner is the same, the repetition must not change anything.
 *
 * A rejection means that the store failed. It does not say anything about the event.
 */
export interface EventInbox {
  /**
   * Leases a free event.
   *
   * @param key Sender and event. A notification of the same event by another sender has another key.
   * @param owner Unique text for one attempt to process the event.
   * @param leaseSeconds Duration of the lease unless it is extended, in seconds; may be a fraction.
   */
  claim(key: string, owner: string, leaseSeconds: number): Promise<InboxClaim>;

  /**
   * Extends the owner's lease, starting now. Also works for an expired lease if the event is still free.
   *
   * @param interim Answer to claims by other owners until the lease ends. If omitted, an earlier one remains.
   * @returns `false` if another owner has the event, or it is answered. Nothing was changed.
   */
  extend(key: string, owner: string, leaseSeconds: number, interim?: string): Promise<boolean>;

  /**
   * Ends the lease and stores the answer. Also works for an expired lease if the event is still free, because the event
   * was processed.
   *
   * @param ttlSeconds Time for which the answer is kept, in seconds.
   * @returns `false` if another owner has or answered the event. Nothing was changed.
   */
  answer(key: string, owner: string, answer: string, ttlSeconds: number): Promise<boolean>;

  /** Frees an event that is leased to the owner. Does not change any other event. */
  release(key: string, owner: string): Promise<void>;
}

/** Outcome of a claim: the owner has the lease, another owner has it, or the event is answered. */
export type InboxClaim =
  | { readonly state: "claimed" }
  | { readonly state: "busy" }
  | {
      readonly state: "answered";
      /** Stored answer, or an interim one. */
      readonly answer: string;
    };
