import type { Fault } from "./faults/fault.js";
import type { SignatureVerdict } from "./signature-verdict.js";

/** Raw request with its outcome. */
export interface RecordedRequest {
  /** Number of the request, starting at 1 and counting both platforms. */
  readonly number: number;
  /** Time of arrival by the sandbox's clock, in milliseconds since 1970. */
  readonly receivedAt: number;
  /** Platform that received it. */
  readonly platform: "aps" | "appdirect";
  /** HTTP method. */
  readonly method: string;
  /** Request target, byte for byte: path and query as sent. */
  readonly target: string;
  /** Headers in their original order and spelling, including `Authorization`. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  /** Body as text, up to 1 MiB. */
  readonly body: string;
  /** Status of the response. 0 if a fault suppressed the response. */
  readonly status: number;
  /** Faults that were applied, in order. */
  readonly faults: ReadonlyArray<Fault["kind"]>;
  /** Result of the signature check. */
  readonly signature: SignatureVerdict;
}

/** Request before it is recorded. */
export type ArrivedRequest = Omit<RecordedRequest, "number" | "receivedAt">;

/** Log of the latest requests. */
export interface RequestLog {
  add(request: ArrivedRequest): void;
  /** Returns a copy of the recorded requests, oldest first. */
  list(): readonly RecordedRequest[];
  /** Calls the follower for each new request. Returns a function that stops this. */
  follow(follower: (request: RecordedRequest) => void): () => void;
}

/** Creates a log that keeps the last `capacity` requests. */
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
