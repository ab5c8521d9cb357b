import type { Fault } from "./faults/fault.js";
import type { SignatureVerdict } from "./signature-verdict.js";

/** One request that arrived, raw, with what became of it. */
export interface RecordedRequest {
  /** Which of the two platforms it was sent to. */
  readonly platform: "aps" | "appdirect";
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

/** Keeps the latest requests of a sandbox. */
export interface RequestLog {
  add(request: RecordedRequest): void;
  /** What is kept, oldest first: a copy that no later request changes. */
  list(): readonly RecordedRequest[];
}

/** A log that holds the last `capacity` requests and forgets older ones. */
export function createRequestLog(capacity = 1000): RequestLog {
  const kept: RecordedRequest[] = [];
  return {
    add(request) {
      kept.push(request);
      if (kept.length > capacity) kept.shift();
    },
    list: () => [...kept],
  };
}
