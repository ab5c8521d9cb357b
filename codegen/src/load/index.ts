import { basename, sep } from "node:path";
import { type Position, SpecError } from "../findings.js";
import { isJsonObject, type JsonObject, type JsonPath } from "../json/index.js";
import { type MissingFile, readReferencedFiles } from "./files.js";
import { readJson } from "./json-text.js";
import { plainData } from "./plain-data.js";
import { readSourceText } from "./source-text.js";
import { parseSyntaxTree, type SyntaxTree } from "./syntax-tree.js";

export { type MissingFile, quoteReference } from "./files.js";
export { maximumInheritedValues } from "./limits.js";

/** Document that was read successfully. It may not be valid OpenAPI; `validate` checks that. */
export interface LoadedDocument {
  /** Path as the user gave it, with `/` as the separator. */
  readonly file: string;
  /** Base name. Generated files contain only this, so that they do not depend on the machine. */
  readonly name: string;
  /** Root object. Objects have no prototype and keep the document's key order. Aliases share the same object. */
  readonly root: JsonObject;
  /**
   * Position of the value at a path. For a property, this is the position of its key. If the path does not exist, it is
   * the position of the nearest existing ancestor.
   */
  locate(path: JsonPath): Position;
  /** Paths of all files of the document, starting with {@link file}. Watch these. */
  readonly files: readonly string[];
  /** Referenced files that are missing, by the field of the root that would hold them. */
  readonly missing: ReadonlyMap<string, MissingFile>;
}

/**
 * Loads a document and the files that it references.
 *
 * @throws SpecError if a file cannot be read, is not YAML or JSON, or exceeds a limit.
 */
export async function load(path: string): Promise<LoadedDocument> {
  const file = path.replaceAll(sep, "/");
  const main = parseDocument(await readSourceText(path, file), file);
  const { files, missing } = await readReferencedFiles(main, path, parseDocument);
  return {
    ...main,
    files: [file, ...Array.from(files.values(), (each) => each.file)],
    missing,
    locate(path) {
      const [first, ...rest] = path;
      const other = typeof first === "string" ? files.get(first) : undefined;
      return other === undefined ? main.locate(path) : other.locate(rest);
    },
  };
}

/** Parses a document from text. Unlike {@link load}, it does not read from disk and loads no referenced files. */
export function parseDocument(text: string, file: string): LoadedDocument {
  const root = rootOf(text, file);
  let parsed: SyntaxTree | undefined;
  // Built on first use, because valid documents rarely need positions, and the tree takes a lot of memory.
  const locate = (path: JsonPath): Position => {
    parsed ??= parseSyntaxTree(text, file);
    return parsed.locate(path);
  };
  return { file, name: basename(file), files: [file], missing: new Map(), root, locate };
}

function rootOf(text: string, file: string): JsonObject {
  const json = readJson(text);
  if (isJsonObject(json)) return json;
  const tree = parseSyntaxTree(text, file);
  const root = plainData(tree);
  if (isJsonObject(root)) return root;
  const message = `The document must be an object; found ${Array.isArray(root) ? "a list" : "a single value"}.`;
  throw new SpecError([tree.source.finding(tree.root.start, message)]);
}
