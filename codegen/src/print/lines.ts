/** Snapshot of the text, to return to. */
interface Mark {
  readonly count: number;
  readonly line: string;
}

/** Builder for text, line by line. */
export class Lines {
  readonly #ended: string[] = [];
  #line = "";

  /** Column of the next character, starting at 0. */
  get column(): number {
    return this.#line.length;
  }

  get isEmpty(): boolean {
    return this.#ended.length === 0 && this.#line === "";
  }

  /** Writes text without line breaks. */
  write(text: string): void {
    this.#line += text;
  }

  /** Ends the line without trailing whitespace and starts the next one. */
  newLine(indent = ""): void {
    this.#ended.push(this.#line.endsWith(" ") ? this.#line.trimEnd() : this.#line);
    this.#line = indent;
  }

  mark(): Mark {
    return { count: this.#ended.length, line: this.#line };
  }

  /** Removes everything written since a mark. */
  backTo({ count, line }: Mark): void {
    this.#ended.length = count;
    this.#line = line;
  }

  /** Width of the line that contains a mark, and whether that line has ended. */
  lineAt({ count }: Mark): { readonly width: number; readonly hasEnded: boolean } {
    const ended = this.#ended[count];
    return { width: (ended ?? this.#line).length, hasEnded: ended !== undefined };
  }

  toString(): string {
    return [...this.#ended, this.#line].join("\n");
  }
}
