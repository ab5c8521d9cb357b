import { RqlError } from "../errors/index.js";

/** A run of characters without structure. */
export interface Token {
  readonly text: string;
  readonly position: number;
}

/** Moves over RQL text, forward only. */
export class Scanner {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** How far the text is read. */
  get position(): number {
    return this.#position;
  }

  /** The character that comes next, or `""` at the end. */
  get next(): string {
    return this.#text.charAt(this.#position);
  }

  skip(): void {
    this.#position += 1;
  }

  /** Up to the next character of structure; empty where that comes at once. */
  token(): Token {
    const position = this.#position;
    const [text = ""] = this.#match(/[^(),&|;=]*/y);
    return { text, position };
  }

  /** Reads `=`, which is `eq`, or `=op=`. */
  infixOperator(): string {
    const [, operator = "eq"] = this.#match(/=(?:(eq|ne|gt|ge|lt|le|like|in|out)=)?/y);
    return operator;
  }

  error(message: string): RqlError {
    return new RqlError(message, this.#position);
  }

  unexpected(): RqlError {
    return this.error(
      this.next === "" ? "the text ends too early" : `${JSON.stringify(this.next)} is not expected here`,
    );
  }

  #match(sticky: RegExp): readonly string[] {
    sticky.lastIndex = this.#position;
    const match = sticky.exec(this.#text) ?? [];
    this.#position += match[0]?.length ?? 0;
    return match;
  }
}
