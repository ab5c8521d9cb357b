import type { Fault } from "./faults/fault.js";
import type { SignatureVerdict } from "./signature-verdict.js";

/** One request that arrived, raw, with what became of it. */
export interface RecordedRequest {
  /** Counts the requests of a sandbox from 1, over both platforms. */
  readonly number: number;
  /** When it was taken on, by the sandbox's clock, in milliseconds since 1970. */
  readonly receivedAt: number;
  /** Which of the two platforms it was sent to. */
  readonly platform: "aps" | "appdirect";
  /** Of HTTP. */
  readonly method: string;
  /** Request target, byte for byte: path and query as they came over the wire. */
  readonly target: string;
  /** Header fields in their order and spelling. The `Authorization` field is among them. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  /** Body as text, up to 1 MiB of it. */
  readonly body: string;
  /** Status that was answered; 0 where a fault left the request without an answer. */
  readonly status: number;
  /** What went wrong on purpose, in the order it happened. */
  readonly faults: ReadonlyArray<Fault["kind"]>;
  /** What the platform found when it checked the signature. */
  readonly signature: SignatureVerdict;
}

/** What is known of a request before it is recorded. */
export type ArrivedRequest = Omit<RecordedRequest, "number" | "receivedAt">;

/** Keeps the latest requests of a sandbox. */
export interface RequestLog {
  add(request: ArrivedRequest): void;
  /** What is kept, oldest first: a copy that no later request changes. */
  list(): readonly RecordedRequest[];
  /** Tells of each request from now on. What comes back ends that. */
  follow(follower: (request: RecordedRequest) => void): () => void;
}

/** A log that holds the last `capacity` requests and forgets older ones. */
export function createRequestLog(now: () => number, capacity = 1000): RequestLog {
  const kept: RecordedRequest[] = [];
  const followers = new Set<(request: RecordedRequest) => void>();
  let number = 0;
  return {
    add(arrived) {
      number += 1;
      const request = { ...arrived, number, receivedAt: now() };
      kept.push(request);
      if (kept.length > capacity) kept.shift();
      for (const follower of followers) follower(request);
    },
    list: () => [...kept],
    follow(follower) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}
