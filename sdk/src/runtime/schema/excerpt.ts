/**
 * Start of a value as JSON, for a message. It stops when it has enough, so neither the size nor the depth of a hostile
 * value costs time or stack.
 *
 * @param longest Characters, without the ellipsis.
 * @param redact Removes secrets from a text of the other side, which is longer than what is shown of it.
 */
export function createExcerpt(value: unknown, longest: number, redact: Redact = unchanged): string {
  const writer = new ExcerptWriter(longest, redact);
  writer.write(value);
  return writer.text;
}

/** Removes from a text what must not be shown. */
export type Redact = (text: string) => string;

/** Characters of a text that are looked through before it is cut: a secret must not be cut in two. */
const LOOKED_THROUGH = 4_096;

/**
 * Start of a text of the other side, without secrets.
 *
 * @param longest Characters.
 */
export function cutExcerpt(text: string, longest: number, redact: Redact): string {
  return redact(text.slice(0, LOOKED_THROUGH)).slice(0, longest);
}

function unchanged(text: string): string {
  return text;
}

/** Levels that are written. Deeper ones appear as an ellipsis. */
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
