import { CodegenError } from "../errors.js";

/** Error thrown when the options do not point to a project, or to a generated client in it. */
export class UsageError extends CodegenError {
  override readonly name = "UsageError";
  readonly code = "CODE_NOT_FOUND";
}
