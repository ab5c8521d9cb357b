// Of ECMAScript 2024, and in Node since version 20. Only this much is asked of whoever compiles the sources.
interface String {
  /** Whether it holds no lone surrogate. */
  isWellFormed(): boolean;
}
