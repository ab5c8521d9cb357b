/**
 * Start of a value as JSON, for a message. It stops when it has enough, so neither the size nor the depth of a hostile
 * value costs time or stack.
 *
 * @param longest Characters, without the ellipsis.
 */
export function excerptOf(value: unknown, longest: number): string {
  const writer = new ExcerptWriter(longest);
  writer.write(value);
  return writer.text;
}

/** Levels that are written. Deeper ones appear as an ellipsis. */
const DEEPEST = 20;

class ExcerptWriter {
  readonly #longest: number;
  #text = "";

  constructor(longest: number) {
    this.#longest = longest;
  }

  get text(): string {
    return this.#text.length > this.#longest ? `${this.#text.slice(0, this.#longest)}…` : this.#text;
  }

  write(value: unknown, depth = 0): void {
    if (typeof value === "bigint") this.#text += `${value}n`;
    else if (typeof value === "string") this.#text += JSON.stringify(value.slice(0, this.#longest + 1));
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
      this.#text += `${isFirst ? "" : ","}${JSON.stringify(key.slice(0, this.#longest + 1))}:`;
      isFirst = false;
      this.write(Reflect.get(value, key), depth + 1);
    }
    this.#text += "}";
  }

  get #isFull(): boolean {
    return this.#text.length > this.#longest;
  }
}
