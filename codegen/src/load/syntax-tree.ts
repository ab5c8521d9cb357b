import { YAMLException } from "js-yaml";
import { type Position, SpecError } from "../findings.js";
import { inline, type JsonPath, quote } from "../json/index.js";
import { parseFast } from "./fast-parser.js";
import { maximumExplainedValues } from "./limits.js";
import { isMergeKey, mergedMaps } from "./merge-key.js";
import { PositionedText } from "./positioned-text.js";
import { parseWithRecovery } from "./recovering-parser.js";
import { scalarValue } from "./scalar-value.js";
import type { MapEntry, MapNode, SyntaxNode } from "./syntax-node.js";
import { valuesIn } from "./values-in.js";

/** A text as a tree, in which each value knows where it stands. */
export interface SyntaxTree {
  readonly source: PositionedText;
  readonly root: SyntaxNode;
  /** See `LoadedDocument.locate`. */
  locate(path: JsonPath): Position;
}

/** Parses YAML 1.2 or JSON. @throws SpecError */
export function parseSyntaxTree(text: string, file: string): SyntaxTree {
  const source = new PositionedText(text, file);
  const root = read(source);
  if (root === undefined || isNothing(root)) throw new SpecError([source.finding(0, "The document is empty.")]);
  return { source, root, locate: (path) => source.position(nodeAt(root, path).start) };
}

function read(source: PositionedText): SyntaxNode | undefined {
  try {
    return parseFast(source);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (valuesIn(source.text) <= maximumExplainedValues) return parseWithRecovery(source);
    throw new SpecError([source.finding(error.mark?.position ?? 0, `Syntax error: ${inline(error.reason)}.`)]);
  }
}

function isNothing(node: SyntaxNode): boolean {
  return node.kind === "scalar" && node.isPlain && node.text === "";
}

/** The text of a map's key, or `undefined` where the key is something else than text or a plain number. */
export function keyText(key: SyntaxNode): string | undefined {
  if (key.kind !== "scalar") return undefined;
  const value = scalarValue(key);
  if (typeof value === "string") return value;
  // `200:` under `responses` is a number to YAML, and the name "200" to everybody who writes it.
  return typeof value === "number" && String(value) === key.text ? key.text : undefined;
}

/** A key as a message names it. */
export function describeKey(key: SyntaxNode): string {
  if (key.kind === "scalar") return key.text === "" ? "an empty key" : quote(key.text);
  return key.kind === "alias" ? "an alias" : "a collection";
}

/** What a map holds under a name: itself, or else by a merge key. */
function entryOf({ entries }: MapNode, name: string): MapEntry | undefined {
  const own = entries.find(({ key }) => keyText(key) === name && !isMergeKey(key));
  if (own !== undefined) return own;
  const merged = entries.filter(({ key }) => isMergeKey(key)).flatMap(({ value }) => mergedMaps(value));
  return merged.map((map) => entryOf(map, name)).find((entry) => entry !== undefined);
}

/** The key at a path where the path ends in a property, the item where it ends in a list, else the last that exists. */
function nodeAt(root: SyntaxNode, path: JsonPath): SyntaxNode {
  let found = root;
  let node: SyntaxNode | undefined = root;
  for (const key of path) {
    const collection: SyntaxNode | undefined = node?.kind === "alias" ? node.target : node;
    if (collection?.kind === "map") {
      const entry: MapEntry | undefined = entryOf(collection, String(key));
      if (entry === undefined) return found;
      found = entry.key;
      node = entry.value;
    } else if (collection?.kind === "list") {
      node = collection.items[Number(key)];
      if (node === undefined) return found;
      found = node;
    } else return found;
  }
  return found;
}
