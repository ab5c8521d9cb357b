/** A data file that a sandbox does not take. The file is as it was; the message says why, and what to do. */
export class DataFileError extends Error {
  override readonly name = "DataFileError";
}
