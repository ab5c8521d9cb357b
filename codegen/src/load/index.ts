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

/** A document that could be read. Whether it is OpenAPI is for `validate` to say. */
export interface LoadedDocument {
  /** The path as the user gave it, with `/` between its parts. */
  readonly file: string;
  /** The base name alone: what generated files name, so that they do not depend on the machine. */
  readonly name: string;
  /** Objects have no prototype and keep the order of the document. Aliased values are one and the same object. */
  readonly root: JsonObject;
  /**
   * Position of the value at a path; of its key where it is a property; of the nearest ancestor that exists where it
   * does not exist itself.
   */
  locate(path: JsonPath): Position;
  /** Paths of all its files as {@link file} is one, itself first: what there is to watch. */
  readonly files: readonly string[];
  /** Files that a reference names and that are not there, by the field of the root that would hold them. */
  readonly missing: ReadonlyMap<string, MissingFile>;
}

/** Reads a document and the files that it refers to. @throws SpecError when it cannot be read, is no YAML or JSON, or is over a limit. */
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

/** Reads a document from text: {@link load} without the disk, and so without further files. */
export function parseDocument(text: string, file: string): LoadedDocument {
  const root = rootOf(text, file);
  let parsed: SyntaxTree | undefined;
  // A good document never asks where something stands, and is spared the memory that it takes to know.
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
  const message = `A document must be an object, found ${Array.isArray(root) ? "a list" : "a single value"}.`;
  throw new SpecError([tree.source.finding(tree.root.start, message)]);
}
