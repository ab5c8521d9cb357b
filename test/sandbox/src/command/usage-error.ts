/** Error thrown for a wrong command line. The message says what was expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
