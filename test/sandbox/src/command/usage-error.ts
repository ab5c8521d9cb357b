/** The command was called wrongly. The message says what was expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
