/**
 * Error thrown when a sandbox cannot use its data file. The file is unchanged; the message gives the reason and what to
 * do.
 */
export class DataFileError extends Error {
  override readonly name = "DataFileError";
}
