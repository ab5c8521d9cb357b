import type { JsonObject } from "./json.js";

/** Optional parts of a {@link Failure}. */
export interface FailureParts {
  /** Additional members of the error body. */
  readonly members?: JsonObject;
  /** Additional response headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Error response to a call. Code below a platform throws it, and the platform formats it. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly status: number;
  readonly members: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, { members = {}, headers = {} }: FailureParts = {}) {
    super(message);
    this.status = status;
    this.members = members;
    this.headers = headers;
  }
}
