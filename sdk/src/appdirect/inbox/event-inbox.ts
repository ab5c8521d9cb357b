/**
 * Remembers which events somebody works on, and what those that are done were answered with. Give all processes that
 * answer for one product the same inbox: a marketplace delivers an event more than once, and not to the same process.
 *
 * An event is nobody's, leased to an owner, or answered. A lease ends by itself, so that the event of a process that was
 * killed is worked on anew. Each method is one atomic step; in a table of SQL, one statement on the row of its key. A
 * client that lost its connection may take a step twice: by the same owner, the second changes nothing.
 *
 * Rejections are failures of the store, and say nothing about the event.
 */
export interface EventInbox {
  /**
   * Leases an event that is nobody's.
   *
   * @param key Sender and event: another sender's notification of the same event has another key.
   * @param owner Who asks: another text each time that somebody sets out to work.
   * @param leaseSeconds How long it stays the owner's unless the lease is extended, in seconds; may be a fraction.
   */
  claim(key: string, owner: string, leaseSeconds: number): Promise<InboxClaim>;

  /**
   * Leases the owner's event from now on anew, also one whose lease has ended and that is still nobody's.
   *
   * @param interim What claims by others are answered with in the meantime; it ends with the lease. One that was given
   * before stays where this is left out.
   * @returns `false` where the event is another owner's, or answered: nothing was changed.
   */
  extend(key: string, owner: string, leaseSeconds: number, interim?: string): Promise<boolean>;

  /**
   * Ends the lease and keeps the answer, also where the lease has ended and the event is still nobody's: it was worked on.
   *
   * @param ttlSeconds How long the answer is kept, in seconds.
   * @returns `false` where the event is another owner's, or was answered by one: nothing was changed.
   */
  answer(key: string, owner: string, answer: string, ttlSeconds: number): Promise<boolean>;

  /** Makes an event that is leased to the owner nobody's, and changes nothing about any other. */
  release(key: string, owner: string): Promise<void>;
}

/** What became of a claim: the event is the owner's now, somebody else works on it, or there is an answer. */
export type InboxClaim =
  | { readonly state: "claimed" }
  | { readonly state: "busy" }
  | {
      readonly state: "answered";
      /** The answer that is kept, or an interim one. */
      readonly answer: string;
    };
