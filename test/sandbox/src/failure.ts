import type { JsonObject } from "./json.js";

/** What a {@link Failure} adds to its status and message. */
export interface FailureParts {
  /** Further members of the error body. */
  readonly members?: JsonObject;
  /** Further header fields of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call that gets an error for an answer. Thrown anywhere below a platform; the platform puts it into its error body. */
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
