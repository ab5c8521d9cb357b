import type { HttpResponse } from "./http-response.js";
import type { ResponseStream } from "./response-stream.js";

/** A success, and what it took. */
export interface SuccessfulCall {
  readonly response: HttpResponse;
  /** Attempts that were made. */
  readonly attempts: number;
  /** What of the answer is still coming, where the caller reads it. */
  readonly stream: ResponseStream | undefined;
  /** Error that the caller sees in place of one that was thrown while the result was read. */
  conclude(error: unknown): Promise<unknown>;
  /** Error for a stream that this broke off. */
  createInterruptionError(cause: unknown): Promise<unknown>;
}

/** Error about a success whose body is not a usable result, with the body as far as it could be parsed. */
export class UnusableResult extends Error {
  readonly error: Error;
  readonly body: unknown;

  constructor(error: Error, body?: unknown) {
    super(error.message);
    this.error = error;
    this.body = body;
  }
}
