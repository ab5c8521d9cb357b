// Part of ECMAScript 2024, and in Node since version 20. Declared here so that the sources compile with an older `lib`.
interface String {
  /** Returns true if the string contains no lone surrogates. */
  isWellFormed(): boolean;
}
