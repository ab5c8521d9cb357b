import { type Alias, isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import { byPosition, type Finding, formatPosition, SpecError } from "../findings.js";
import type { JsonValue } from "./json.js";
import { maximumAliasedValues, maximumDepth } from "./limits.js";
import { inline, quote } from "./quotation.js";
import { depthMessage, describeKey, keyText, type SyntaxTree } from "./syntax-tree.js";

/** Turns a syntax tree into plain data, or throws all that cannot be plain data. */
export function plainData(tree: SyntaxTree): JsonValue {
  const conversion = new Conversion(tree);
  const value = conversion.convert(tree.root, 0);
  if (conversion.findings.length > 0) throw new SpecError(conversion.findings.sort(byPosition));
  return value;
}

interface Anchored {
  readonly value: JsonValue;
  /** How many values it stands for, itself and those behind its own aliases included. */
  readonly size: number;
}

class Conversion {
  readonly findings: Finding[] = [];
  readonly #tree: SyntaxTree;
  /** `undefined` while the anchored value is being converted: an alias to it then leads into itself. */
  readonly #anchors = new Map<string, Anchored | undefined>();
  #size = 0;
  #aliased = 0;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  convert(node: ParsedNode | null, depth: number): JsonValue {
    this.#size += 1;
    if (node === null) return null;
    if (depth > maximumDepth) {
      return this.#refuse(node, depthMessage);
    }
    if (isAlias(node)) return this.#alias(node);
    if (node.anchor === undefined) return this.#content(node, depth);
    const before = this.#size;
    this.#anchors.set(node.anchor, undefined);
    const value = this.#content(node, depth);
    this.#anchors.set(node.anchor, { value, size: this.#size - before + 1 });
    return value;
  }

  #content(node: Exclude<ParsedNode, Alias.Parsed>, depth: number): JsonValue {
    if (isScalar(node)) return this.#scalar(node);
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.#map(node, depth);
    return node.items.map((item) => this.convert(item, depth + 1));
  }

  #map(node: YAMLMap<ParsedNode, ParsedNode | null>, depth: number): JsonValue {
    const object: Record<string, JsonValue> = Object.create(null);
    const firstKeys = new Map<string, ParsedNode>();
    for (const { key, value } of node.items) {
      const name = this.#key(key);
      const converted = this.convert(value, depth + 1);
      if (name === undefined) continue;
      const first = firstKeys.get(name);
      if (first !== undefined) {
        const place = formatPosition(this.#tree.positionOf(first));
        this.#refuse(key, `The key ${quote(name)} is already at ${place}.`, "Keep one of the two.");
        continue;
      }
      firstKeys.set(name, key);
      object[name] = converted;
    }
    return object;
  }

  #key(key: ParsedNode): string | undefined {
    const name = keyText(key);
    if (name === undefined) {
      this.#refuse(key, `A key must be text, found ${describeKey(key)}.`, "Put the key in quotation marks.");
    } else if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
      const hint = "Write the properties out, or share them through a `$ref` or `allOf`.";
      this.#refuse(key, "Merge keys (`<<`) are not part of YAML 1.2 and are not read.", hint);
      return undefined;
    }
    return name;
  }

  #scalar(node: Scalar.Parsed): JsonValue {
    const { value, source } = node;
    if (typeof value !== "number") {
      return typeof value === "string" || typeof value === "boolean" || value === null
        ? value
        : this.#refuse(node, `This value has no JSON form: ${quote(source)}.`);
    }
    if (!Number.isFinite(value)) return this.#refuse(node, `A number must be finite, found ${inline(source)}.`);
    return value;
  }

  /** Aliases share the value of their anchor, so that memory cannot explode; later steps would still walk each. */
  #alias(node: Alias.Parsed): JsonValue {
    const anchored = this.#anchors.get(node.source);
    if (anchored === undefined) {
      const inside = this.#anchors.has(node.source);
      const name = inline(node.source);
      return this.#refuse(node, inside ? `The alias *${name} leads into itself.` : `No anchor &${name} stands before.`);
    }
    this.#size += anchored.size;
    this.#aliased += anchored.size;
    if (this.#aliased > maximumAliasedValues) {
      const limit = `the limit (maximumAliasedValues) is ${maximumAliasedValues}`;
      throw new SpecError([this.#finding(node, `Aliases stand for too many values; ${limit}.`)]);
    }
    return anchored.value;
  }

  #refuse(node: ParsedNode, message: string, hint?: string): null {
    this.findings.push(this.#finding(node, message, hint));
    return null;
  }

  #finding(node: ParsedNode, message: string, hint?: string): Finding {
    return { position: this.#tree.positionOf(node), message, ...(hint !== undefined && { hint }) };
  }
}
