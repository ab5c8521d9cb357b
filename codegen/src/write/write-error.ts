import { CodegenError } from "../errors.js";

/** The output folder cannot be written as it is; what was in it has not been changed unless the message says so. */
export class WriteError extends CodegenError {
  override readonly name = "WriteError";
  readonly code = "OUTPUT_REFUSED";
}

/** The error code of Node for a failed system call, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** The result of a file operation, or `undefined` where the file is not there. */
export async function ifExists<Result>(operation: Promise<Result>): Promise<Result | undefined> {
  try {
    return await operation;
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
