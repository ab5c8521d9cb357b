/**
 * Returns the start of a value as JSON, for a message. Stops at the maximum length, so that a hostile value of any
 * size or depth costs neither time nor stack.
 *
 * @param longest Maximum number of characters, without the ellipsis.
 * @param redact Removes secrets from text of the other side. It gets more of the text than is shown.
 */
export function createExcerpt(value: unknown, longest: number, redact: Redact = unchanged): string {
  const writer = new ExcerptWriter(longest, redact);
  writer.write(value);
  return writer.text;
}

/** Removes secrets from a text. */
export type Redact = (text: string) => string;

/** Number of characters that are redacted before a text is cut, so that a secret is not cut in two. */
const REDACTED_LENGTH = 4_096;

/**
 * Returns the start of a text of the other side, without secrets.
 *
 * @param longest Maximum number of characters.
 */
export function cutExcerpt(text: string, longest: number, redact: Redact): string {
  return redact(text.slice(0, REDACTED_LENGTH)).slice(0, longest);
}

function unchanged(text: string): string {
  return text;
}

/** Maximum depth that is written. Deeper levels appear as an ellipsis. */
const DEEPEST = 20;

class ExcerptWriter {
  readonly #longest: number;
  readonly #redact: Redact;
  #text = "";

  constructor(longest: number, redact: Redact) {
    this.#longest = longest;
    this.#redact = redact;
  }

  get text(): string {
    return this.#text.length > this.#longest ? `${this.#text.slice(0, this.#longest)}…` : this.#text;
  }

  write(value: unknown, depth = 0): void {
    if (typeof value === "bigint") this.#text += `${value}n`;
    else if (typeof value === "string")
      this.#text += JSON.stringify(cutExcerpt(value, this.#longest + 1, this.#redact));
    else if (typeof value !== "object" || value === null || value instanceof Date)
      this.#text += JSON.stringify(value) ?? String(value);
    else if (depth === DEEPEST) this.#text += "…";
    else if (Array.isArray(value)) this.#writeItems(value, depth);
    else this.#writeProperties(value, depth);
  }

  #writeItems(items: readonly unknown[], depth: number): void {
    this.#text += "[";
    for (const [index, item] of items.entries()) {
      if (this.#isFull) return;
      if (index > 0) this.#text += ",";
      this.write(item, depth + 1);
    }
    this.#text += "]";
  }

  #writeProperties(value: object, depth: number): void {
    this.#text += "{";
    let isFirst = true;
    for (const key in value) {
      if (this.#isFull) return;
      if (!Object.hasOwn(value, key)) continue;
      this.#text += `${isFirst ? "" : ","}${JSON.stringify(cutExcerpt(key, this.#longest + 1, this.#redact))}:`;
      isFirst = false;
      this.write(Reflect.get(value, key), depth + 1);
    }
    this.#text += "}";
  }

  get #isFull(): boolean {
    return this.#text.length > this.#longest;
  }
}
