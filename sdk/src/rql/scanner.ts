import { RqlError } from "../errors/index.js";

/** Characters between two structural characters. */
export interface Token {
  readonly text: string;
  readonly position: number;
}

/** Scanner that moves forward through RQL text. */
export class Scanner {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Current offset in the text, from 0. */
  get position(): number {
    return this.#position;
  }

  /** Next character, or `""` at the end. */
  get next(): string {
    return this.#text.charAt(this.#position);
  }

  skip(): void {
    this.#position += 1;
  }

  /** Reads up to the next structural character. The token may be empty. */
  readToken(): Token {
    const position = this.#position;
    const [text = ""] = this.#match(/[^(),&|;=]*/y);
    return { text, position };
  }

  /** Reads `=` (the same as `eq`) or `=op=`. */
  readInfixOperator(): string {
    const [, operator = "eq"] = this.#match(/=(?:(eq|ne|gt|ge|lt|le|like|in|out)=)?/y);
    return operator;
  }

  createError(message: string): RqlError {
    return new RqlError(message, this.#position);
  }

  createUnexpectedError(): RqlError {
    return this.createError(this.next === "" ? "The text ends too early" : `Unexpected ${JSON.stringify(this.next)}`);
  }

  #match(sticky: RegExp): readonly string[] {
    sticky.lastIndex = this.#position;
    const match = sticky.exec(this.#text) ?? [];
    this.#position += match[0]?.length ?? 0;
    return match;
  }
}
