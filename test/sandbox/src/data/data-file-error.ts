/** A file that a sandbox cannot use. What was in it is as it was; the message says why, and what to do. */
export class DataFileError extends Error {
  override readonly name = "DataFileError";
}
