import { CodegenError } from "../errors.js";

/** The code cannot be searched as it was named. */
export class UsageError extends CodegenError {
  override readonly name = "UsageError";
  readonly code = "CODE_NOT_FOUND";
}
