/** Base class of errors whose message is complete: what is wrong, where, and what to do. */
export abstract class CodegenError extends Error {
  /** Stable code of the error, for programs. */
  abstract readonly code: string;
}
