import { type Alias, Composer, type CST, isAlias, isScalar, isSeq, type ParsedNode, Parser } from "yaml";
import { byPosition, SpecError } from "../findings.js";
import { inline } from "../json/index.js";
import { maximumDepth } from "./limits.js";
import type { PositionedText } from "./positioned-text.js";
import { secondDocumentError } from "./second-document.js";
import type { AliasNode, Marked, SyntaxNode } from "./syntax-node.js";

/**
 * Parses text that the fast parser rejected. This parser recovers after errors, so it finds all of them. As YAML
 * allows, it also accepts a tab after a comma in a flow sequence. It takes six times as long.
 *
 * @throws SpecError with all syntax errors.
 */
export function parseWithRecovery(source: PositionedText): SyntaxNode | undefined {
  const tokens = [...new Parser().parse(source.text)];
  const deep = tokens.map(tooDeepOffset).find((offset) => offset !== undefined);
  if (deep !== undefined) {
    const message = `The document nests too deeply; the limit (maximumDepth) is ${maximumDepth}.`;
    throw new SpecError([source.finding(deep, message)]);
  }
  const [document, second] = new Composer(composerOptions).compose(tokens, true, source.text.length);
  const errors = [...(document?.errors ?? []), ...(second?.errors ?? [])];
  if (errors.length > 0) {
    const findings = errors.map(({ message, pos }) => source.finding(pos[0], `Syntax error: ${inline(message)}.`));
    throw new SpecError(findings.sort(byPosition));
  }
  if (second !== undefined) throw secondDocumentError(source, second.range[0]);
  return document === undefined ? undefined : new Converter().node(document.contents, document.range[0]);
}

const composerOptions = {
  prettyErrors: false,
  // A later step interprets scalars, tags and keys.
  schema: "failsafe",
  uniqueKeys: false,
} as const;

/** Empty value. */
const emptyScalar = { kind: "scalar", text: "", isPlain: true, anchor: undefined, tag: undefined } as const;

/** Converts the parser's nodes to ours. */
class Converter {
  readonly #anchors = new Map<string, SyntaxNode>();

  /** @param end - Offset after the previous node. Empty values are located there. */
  node(node: ParsedNode | null, end: number): SyntaxNode {
    if (node === null) return { ...emptyScalar, start: end };
    if (isAlias(node)) {
      return { kind: "alias", start: node.range[0], name: node.source, target: this.#anchors.get(node.source) };
    }
    const made = this.#content(node);
    if (made.anchor !== undefined) this.#anchors.set(made.anchor, made);
    return made;
  }

  #content(node: Exclude<ParsedNode, Alias.Parsed>): Exclude<SyntaxNode, AliasNode> {
    const marks = marksOf(node);
    if (isScalar(node)) return { kind: "scalar", text: String(node.value), isPlain: node.type === "PLAIN", ...marks };
    if (isSeq<ParsedNode>(node)) {
      return { kind: "list", items: node.items.map((item) => this.node(item, marks.start)), ...marks };
    }
    const entries = node.items.map(({ key, value }) => ({
      key: this.node(key, marks.start),
      value: this.node(value, key.range[1]),
    }));
    return { kind: "map", entries, ...marks };
  }
}

function marksOf({ anchor, tag, range: [start] }: Exclude<ParsedNode, Alias.Parsed>): Marked {
  const text = tag?.replace(/^tag:yaml\.org,2002:/, "!!");
  return { start, anchor, tag: text === undefined ? undefined : { text, start } };
}

/**
 * Offset of the first token that nests too deeply. Checked before composing, which recurses: the parser catches a stack
 * overflow, but V8 ends the process if it happens while a regular expression is compiled.
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
