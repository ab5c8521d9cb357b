import { byPosition, type Finding, formatPosition, SpecError } from "../findings.js";
import { describe, inline, isJsonObject, type JsonValue, quote } from "../json/index.js";
import { maximumAliasedValues, maximumFindings } from "./limits.js";
import { isMergeKey } from "./merge-key.js";
import type { PositionedText } from "./positioned-text.js";
import { scalarValue } from "./scalar-value.js";
import type { AliasNode, MapNode, Marked, ScalarNode, SyntaxNode } from "./syntax-node.js";
import { describeKey, keyText, type SyntaxTree } from "./syntax-tree.js";

/**
 * Converts a syntax tree to plain data.
 *
 * @throws SpecError with everything that cannot be plain data.
 */
export function plainData(tree: SyntaxTree): JsonValue {
  const conversion = new Conversion(tree.source);
  const value = conversion.convert(tree.root);
  if (conversion.findings.length > 0) throw new SpecError(conversion.findings.sort(byPosition));
  return value;
}

interface Anchored {
  readonly value: JsonValue;
  /** Number of values including itself, with aliases expanded. */
  readonly size: number;
}

class Conversion {
  readonly findings: Finding[] = [];
  readonly #source: PositionedText;
  /** `undefined` while the anchored value is being converted. An alias to it is then circular. */
  readonly #anchors = new Map<string, Anchored | undefined>();
  #size = 0;
  #aliased = 0;

  constructor(source: PositionedText) {
    this.#source = source;
  }

  convert(node: SyntaxNode): JsonValue {
    this.#size += 1;
    if (node.kind === "alias") return this.#alias(node);
    if (node.anchor === undefined) return this.#content(node);
    const before = this.#size;
    this.#anchors.set(node.anchor, undefined);
    const value = this.#content(node);
    this.#anchors.set(node.anchor, { value, size: this.#size - before + 1 });
    return value;
  }

  #content(node: Exclude<SyntaxNode, AliasNode>): JsonValue {
    if (node.kind === "scalar") return this.#scalar(node);
    const tagged = node.kind === "list" ? "!!seq" : "!!map";
    if (node.tag !== undefined && node.tag.text !== tagged) return this.#refuseTag(node);
    return node.kind === "list" ? node.items.map((item) => this.convert(item)) : this.#map(node);
  }

  #map({ entries }: MapNode): JsonValue {
    const object: Record<string, JsonValue> = Object.create(null);
    const firstKeys = new Map<string, SyntaxNode>();
    for (const { key, value } of entries) {
      if (isMergeKey(key)) {
        this.#merge(value, object);
        continue;
      }
      const name = this.#key(key);
      const converted = this.convert(value);
      if (name === undefined) continue;
      const first = firstKeys.get(name);
      if (first !== undefined) {
        const place = formatPosition(this.#source.position(first.start));
        this.#refuse(key.start, `The key ${quote(name)} is already at ${place}.`, "Remove one of the two.");
        continue;
      }
      firstKeys.set(name, key);
      object[name] = converted;
    }
    return object;
  }

  /** Merges properties into a map. The map's own properties take precedence, whether they come before or after. */
  #merge(value: SyntaxNode, object: Record<string, JsonValue>): void {
    const refused = this.findings.length;
    const converted = this.convert(value);
    const merged = Array.isArray(converted) ? converted : [converted];
    if (this.findings.length > refused) return;
    for (const each of merged) {
      if (!isJsonObject(each)) {
        const message = `A merge key (\`<<\`) needs an object or a list of objects; found ${describe(each)}.`;
        this.#refuse(value.start, message, "Refer to the anchor of an object, as in `<<: *shared`.");
        return;
      }
      for (const [name, property] of Object.entries(each)) if (!(name in object)) object[name] = property;
    }
  }

  #key(key: SyntaxNode): string | undefined {
    const name = keyText(key);
    if (key.kind === "scalar" && scalarValue(key) === undefined) this.#refuseTag(key);
    else if (name === undefined) {
      const message = `A key must be text; found ${describeKey(key)}.`;
      this.#refuse(key.start, message, "Quote the key.");
    }
    return name;
  }

  #scalar(node: ScalarNode): JsonValue {
    const value = scalarValue(node);
    if (value === undefined) return this.#refuseTag(node);
    if (typeof value !== "number" || Number.isFinite(value)) return value;
    return this.#refuse(node.start, `A number must be finite; found ${inline(node.text)}.`);
  }

  #refuseTag({ tag, start }: Marked): null {
    const message = `Unsupported tag: ${inline(tag?.text ?? "none")}.`;
    return this.#refuse(tag?.start ?? start, message, "Remove the tag; a document is plain data.");
  }

  /**
   * Resolves an alias. Aliases share the value of their anchor, which keeps memory small, but later steps still visit
   * each use.
   */
  #alias({ start, name }: AliasNode): JsonValue {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined) {
      const inside = this.#anchors.has(name);
      const named = inline(name);
      return this.#refuse(
        start,
        inside
          ? `The alias *${named} refers to a value that contains it.`
          : `The alias *${named} has no anchor &${named} before it.`,
      );
    }
    this.#size += anchored.size;
    this.#aliased += anchored.size;
    if (this.#aliased > maximumAliasedValues) {
      const limit = `the limit (maximumAliasedValues) is ${maximumAliasedValues}`;
      throw new SpecError([this.#source.finding(start, `Aliases expand to too many values; ${limit}.`)]);
    }
    return anchored.value;
  }

  #refuse(offset: number, message: string, hint?: string): null {
    this.findings.push(this.#source.finding(offset, message, hint));
    if (this.findings.length >= maximumFindings) throw new SpecError(this.findings.sort(byPosition));
    return null;
  }
}
