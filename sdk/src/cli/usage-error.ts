/** The command was called wrongly. The message says what was expected, and holds no argument that may be a secret. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
