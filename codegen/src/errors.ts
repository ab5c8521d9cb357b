/** Base of the errors whose message tells the user all there is to know: what is wrong, where, and what to do. */
export abstract class CodegenError extends Error {
  /** Stable name of the failure, for programs. */
  abstract readonly code: string;
}
