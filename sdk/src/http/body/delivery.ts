import type { HttpResponse } from "./http-response.js";
import type { ResponseStream } from "./response-stream.js";

/** Call that succeeded. */
export interface SuccessfulCall {
  readonly response: HttpResponse;
  /** Number of attempts. */
  readonly attempts: number;
  /** Stream of the response body, if the caller reads it. */
  readonly stream: ResponseStream | undefined;
  /** Returns the error that the caller sees instead of one that was thrown while the result was read. */
  conclude(error: unknown): Promise<unknown>;
  /** Creates the error for a stream that was interrupted by this cause. */
  createInterruptionError(cause: unknown): Promise<unknown>;
}

/** Error about a success whose body is not a usable result, with the parsed body, if it could be parsed. */
export class UnusableResult extends Error {
  readonly error: Error;
  readonly body: unknown;

  constructor(error: Error, body?: unknown) {
    super(error.message);
    this.error = error;
    this.body = body;
  }
}
