import { CodegenError } from "../errors.js";

/**
 * Error thrown when the generator cannot write to the output folder. The old output is intact unless the message says
 * otherwise.
 */
export class WriteError extends CodegenError {
  override readonly name = "WriteError";
  readonly code = "OUTPUT_REFUSED";
}

/** Error code of a failed system call, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Result of a file operation, or `undefined` if the file does not exist. */
export async function ifExists<Result>(operation: Promise<Result>): Promise<Result | undefined> {
  try {
    return await operation;
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Runs an operation that does not change the output if it fails. Converts system errors to a readable message. */
export async function explainSystemErrors<Result>(out: string, operation: () => Promise<Result>): Promise<Result> {
  try {
    return await operation();
  } catch (cause) {
    if (systemCode(cause) === undefined || cause instanceof CodegenError) throw cause;
    throw new WriteError(`Cannot write to ${out}: ${reasonOf(cause)} The folder was not changed.`, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied.",
  EPERM: "permission denied.",
  EROFS: "the file system is read-only.",
  ENOSPC: "the disk is full.",
  EDQUOT: "the disk quota is used up.",
  EFBIG: "a file would exceed the size limit.",
  ENOTDIR: "a part of its path is not a folder.",
  EEXIST: "a part of its path is not a folder.",
};

/** Reason for a system error, as the end of a sentence. */
export function reasonOf(cause: unknown): string {
  const code = systemCode(cause) ?? "";
  return reasons[code] ?? `the system reported ${code}.`;
}
