import { CodegenError } from "../errors.js";

/** Error thrown when the code to search, or the client in it, is not where the options say. */
export class UsageError extends CodegenError {
  override readonly name = "UsageError";
  readonly code = "CODE_NOT_FOUND";
}
