/** Error for a wrong call of the command. The message says what was expected, without arguments that may be secrets. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
