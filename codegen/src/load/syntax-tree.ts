import { YAMLException } from "js-yaml";
import { type Position, SpecError } from "../findings.js";
import { inline, type JsonPath, quote } from "../json/index.js";
import { countValues } from "./count-values.js";
import { parseFast } from "./fast-parser.js";
import { maximumRecoverableValues } from "./limits.js";
import { isMergeKey, mergedMaps } from "./merge-key.js";
import { PositionedText } from "./positioned-text.js";
import { parseWithRecovery } from "./recovering-parser.js";
import { scalarValue } from "./scalar-value.js";
import type { MapEntry, MapNode, SyntaxNode } from "./syntax-node.js";

/** Text parsed into a tree of values with positions. */
export interface SyntaxTree {
  readonly source: PositionedText;
  readonly root: SyntaxNode;
  /** See `LoadedDocument.locate`. */
  locate(path: JsonPath): Position;
}

/**
 * Parses YAML 1.2 or JSON.
 *
 * @throws SpecError
 */
export function parseSyntaxTree(text: string, file: string): SyntaxTree {
  const source = new PositionedText(text, file);
  const root = read(source);
  if (root === undefined || isEmpty(root)) throw new SpecError([source.finding(0, "The document is empty.")]);
  return { source, root, locate: (path) => source.position(nodeAt(root, path).start) };
}

function read(source: PositionedText): SyntaxNode | undefined {
  try {
    return parseFast(source);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    if (countValues(source.text) <= maximumRecoverableValues) return parseWithRecovery(source);
    throw new SpecError([source.finding(error.mark?.position ?? 0, `Syntax error: ${inline(error.reason)}.`)]);
  }
}

function isEmpty(node: SyntaxNode): boolean {
  return node.kind === "scalar" && node.isPlain && node.text === "";
}

/** Text of a map key, or `undefined` if the key is neither text nor a plain number. */
export function keyText(key: SyntaxNode): string | undefined {
  if (key.kind !== "scalar") return undefined;
  const value = scalarValue(key);
  if (typeof value === "string") return value;
  // `200:` under `responses` is a number in YAML, but authors mean the name "200".
  return typeof value === "number" && String(value) === key.text ? key.text : undefined;
}

/** Describes a key for a message. */
export function describeKey(key: SyntaxNode): string {
  if (key.kind === "scalar") return key.text === "" ? "an empty key" : quote(key.text);
  return key.kind === "alias" ? "an alias" : "a collection";
}

/** Entry of a map by name: its own, or else one from a merge key. */
function entryOf({ entries }: MapNode, name: string): MapEntry | undefined {
  const own = entries.find(({ key }) => keyText(key) === name && !isMergeKey(key));
  if (own !== undefined) return own;
  const merged = entries.filter(({ key }) => isMergeKey(key)).flatMap(({ value }) => mergedMaps(value));
  return merged.map((map) => entryOf(map, name)).find((entry) => entry !== undefined);
}

/** Node at a path: the key of a property or the item of a list. If the path does not exist, the last node that does. */
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
