import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  Parser,
} from "yaml";
import { byPosition, type Finding, type Position, SpecError } from "../findings.js";
import type { JsonPath } from "./json.js";
import { maximumDepth } from "./limits.js";
import { inline, quote } from "./quotation.js";

/** A document's text as a tree of YAML nodes, each of which knows where it stands. JSON is YAML, too. */
export interface SyntaxTree {
  readonly root: ParsedNode;
  /** Where a node of the tree begins. */
  positionOf(node: ParsedNode): Position;
  /** See `LoadedDocument.locate`. */
  locate(path: JsonPath): Position;
}

/** Parses YAML 1.2 or JSON. Throws every syntax error of the text at once. */
export function parseSyntaxTree(text: string, file: string): SyntaxTree {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const tooDeep = tokens.map(tooDeepOffset).find((offset) => offset !== undefined);
  if (tooDeep !== undefined) throw new SpecError([{ position: position(tooDeep), message: depthMessage }]);
  const [document, second] = new Composer(composerOptions).compose(tokens, true, text.length);
  const findings = document === undefined ? [] : syntaxFindings(document, position);
  if (second !== undefined) {
    const message = "A second document begins here.";
    findings.push({ position: position(second.range[0]), message, hint: "Keep one document to a file." });
  }
  if (findings.length > 0) throw new SpecError(findings.sort(byPosition));
  const root = document?.contents ?? null;
  if (document === undefined || root === null || (isScalar(root) && root.value === null && root.source === "")) {
    throw new SpecError([{ position: position(0), message: "The document is empty." }]);
  }
  const positionOf = (node: ParsedNode) => position(node.range[0]);
  return { root, positionOf, locate: (path) => positionOf(nodeAt(document, root, path)) };
}

const composerOptions = {
  // Refused below as a warning of the parser: only tags of the core schema mean anything in a document.
  resolveKnownTags: false,
  // Whatever a %YAML directive says: `yes` is text, and `<<` is refused by `plainData`.
  schema: "core",
  merge: false,
  // `plainData` looks for duplicates, in time linear in the number of keys.
  uniqueKeys: false,
} as const;

/** What collections nested beyond the limit are refused with. */
export const depthMessage = `Values nest too deeply; the limit (maximumDepth) is ${maximumDepth}.`;

/**
 * Where a token nests beyond the limit. Looked at before the tree is composed, which is done by recursion: the parser
 * catches an overflow of the stack, but a regular expression that V8 compiles just there ends the process.
 */
function tooDeepOffset(root: CST.Token): number | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    // The document itself is one level above its root.
    if (depth > maximumDepth + 1) return token.offset;
    for (const child of childTokens(token)) open.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

function childTokens(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }: CST.CollectionItem) => [key, value]).filter(isToken);
}

function isToken(token: CST.Token | null | undefined): token is CST.Token {
  return token !== null && token !== undefined;
}

/** The text of a mapping's key, or `undefined` where the key is something else than text or a plain number. */
export function keyText(key: ParsedNode | null): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === "string") return key.value;
  // `200:` under `responses` is a number to YAML, and the name "200" to everybody who writes it.
  return typeof key.value === "number" && String(key.value) === key.source ? key.source : undefined;
}

type ParsedDocument = Document.Parsed<ParsedNode>;

function syntaxFindings({ errors, warnings }: ParsedDocument, position: (offset: number) => Position): Finding[] {
  return [...errors, ...warnings].map(({ code, message, pos }) => ({
    position: position(pos[0]),
    ...(code === "TAG_RESOLVE_FAILED"
      ? { message: `${inline(message)}.`, hint: "Remove the tag: a document is plain data." }
      : { message: `Syntax error: ${inline(message)}.` }),
  }));
}

/** The key at a path where the path ends in a property, the item where it ends in a list, else the last that exists. */
function nodeAt(document: ParsedDocument, root: ParsedNode, path: JsonPath): ParsedNode {
  let found = root;
  let node: ParsedNode | null | undefined = root;
  for (const key of path) {
    const collection: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap<ParsedNode, ParsedNode | null>(collection)) {
      const pair = collection.items.find((item) => keyText(item.key) === String(key));
      if (pair === undefined) return found;
      found = pair.key;
      node = pair.value;
    } else if (isSeq<ParsedNode>(collection)) {
      node = collection.items[Number(key)];
      if (node === undefined) return found;
      found = node;
    } else return found;
  }
  return found;
}

/** A key as a message names it. */
export function describeKey(key: ParsedNode | null): string {
  if (isScalar(key)) return key.source === undefined || key.source === "" ? "an empty key" : quote(key.source);
  return isAlias(key) ? "an alias" : "a collection";
}
