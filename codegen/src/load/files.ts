import { realpath } from "node:fs/promises";
import { dirname, join, posix, sep } from "node:path";
import { type Finding, type Position, SpecError } from "../findings.js";
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, quote } from "../json/index.js";
import { followPointers, type ReferencePlace } from "./follow-pointers.js";
import { identifierKeywords, resolveIdentifiers, resolveResources } from "./identifiers.js";
import { maximumFiles } from "./limits.js";
import { readSourceText } from "./source-text.js";

/** File of a document: its data and the positions of its values. */
export interface DocumentFile {
  /** Path as the user would write it, with `/` as the separator. */
  readonly file: string;
  readonly root: JsonObject;
  locate(path: JsonPath): Position;
}

/** Reason why a referenced file is missing: it could not be read, or it has syntax errors. */
export interface MissingFile {
  readonly findings: readonly Finding[];
  readonly isRead: boolean;
}

/** A document with all files that it references. */
export interface DocumentFiles {
  /** Files by {@link fileKey}. */
  readonly files: ReadonlyMap<string, DocumentFile>;
  readonly missing: ReadonlyMap<string, MissingFile>;
}

/**
 * Reads all files that a document references, directly or indirectly, and combines them into one document. Each file
 * becomes a field of the root named after its path, such as `./schemas/order.yaml`. No OpenAPI field starts with `./`.
 * References between files become references within the document, so later steps handle a single document.
 *
 * Reads only files in the document's folder and below, never the network. Other references stay as they are, and
 * `validate` rejects them where they matter. A missing file is not an error by itself, because an example may contain
 * anything that looks like a reference.
 */
export async function readReferencedFiles(
  main: DocumentFile,
  path: string,
  parse: (text: string, file: string) => DocumentFile,
): Promise<DocumentFiles> {
  const folder = dirname(path);
  const name = posix.basename(main.file);
  const files = new Map<string, DocumentFile>();
  const missing = new Map<string, MissingFile>();
  const links = [relink(main.root, { own: name, main: name })];
  const wanted = new Set(links.flatMap((each) => each.files));
  // Iterating over a set includes items added during the loop.
  for (const relative of wanted) {
    const file = posix.join(posix.dirname(main.file), relative);
    try {
      if (files.size >= maximumFiles) throw refusal(file, `The limit (maximumFiles) is ${maximumFiles} files.`);
      const text = await readInside(folder, relative, file);
      const read = tryParse(parse, text, file);
      if ("root" in read) {
        const linked = relink(read.root, { own: relative, main: name });
        for (const next of linked.files) wanted.add(next);
        links.push(linked);
        files.set(fileKey(relative), read);
      } else missing.set(fileKey(relative), read);
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      missing.set(fileKey(relative), { findings: error.findings, isRead: false });
    }
  }
  for (const [key, { root }] of files) Reflect.set(main.root, key, root);
  if (links.some((each) => each.hasIdentifiers)) resolveIdentifiers(main.root, name);
  followPointers(
    main.root,
    links.flatMap((each) => each.references),
  );
  return { files, missing };
}

function tryParse(
  parse: (text: string, file: string) => DocumentFile,
  text: string,
  file: string,
): DocumentFile | MissingFile {
  try {
    return parse(text, file);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { findings: error.findings, isRead: true };
  }
}

/** Field of the root that holds a file. */
function fileKey(relative: string): string {
  return `./${relative}`;
}

/** Reads a file unless a symbolic link leads out of the document's folder. */
async function readInside(folder: string, relative: string, file: string): Promise<string> {
  const path = join(folder, relative);
  const [inside, real] = await Promise.all([realpath(folder), realpath(path).catch(() => undefined)]);
  if (real !== undefined && real !== inside && !real.startsWith(inside.endsWith(sep) ? inside : inside + sep)) {
    throw refusal(file, "The file is outside the document's folder.");
  }
  return readSourceText(path, file);
}

function refusal(file: string, message: string): SpecError {
  return new SpecError([{ position: { file, line: 1, column: 1 }, message }]);
}

interface Names {
  /** Path of the file that contains the references, relative to the document's folder. */
  readonly own: string;
  readonly main: string;
}

/** References of a file after they have been rewritten for the combined document. */
interface RelinkedFile {
  /** Files that the references point to. */
  readonly files: readonly string[];
  readonly references: readonly ReferencePlace[];
  /** True if schemas have identifiers that other references may use. */
  readonly hasIdentifiers: boolean;
}

/** Rewrites the references of a file for the combined document. */
function relink(root: JsonObject, names: Names): RelinkedFile {
  const { references, hasIdentifiers, hasResources } = findReferences(root);
  const files: string[] = [];
  if (hasResources) resolveResources(root, names.own);
  for (const { holder, key } of references) {
    const target = targetOf(String(holder[key]), names);
    if (target === undefined) continue;
    if (target.file !== names.main) files.push(target.file);
    // Mutation is safe here: the data has just been read, and no other code holds it.
    if (/^(?:\/|$)/.test(target.fragment)) Reflect.set(holder, key, pointerInto(target, names));
  }
  return { files, references, hasIdentifiers };
}

interface FoundReferences {
  readonly references: readonly ReferencePlace[];
  readonly hasIdentifiers: boolean;
  /** True if one of the identifiers is an `$id`. */
  readonly hasResources: boolean;
}

/** Finds everything that looks like a reference. Whether it is one is for `validate` to decide. */
function findReferences(root: JsonObject): FoundReferences {
  const references: ReferencePlace[] = [];
  let hasIdentifiers = false;
  let hasResources = false;
  const seen = new Set<JsonValue>();
  const open: (JsonObject | readonly JsonValue[])[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    // A YAML alias yields the same object again.
    if (seen.has(value)) continue;
    seen.add(value);
    for (const child of Object.values(value)) if (typeof child === "object" && child !== null) open.push(child);
    if (!isJsonObject(value)) continue;
    for (const key in value) {
      if (key === "$ref" && typeof value[key] === "string") references.push({ holder: value, key });
      else if (key === "discriminator") references.push(...mappingReferences(value[key]));
      else if (identifierKeywords.has(key)) {
        hasIdentifiers = true;
        hasResources ||= key === "$id" && typeof value[key] === "string";
      }
    }
  }
  return { references, hasIdentifiers, hasResources };
}

/** References in a discriminator's mapping. A plain name is the key of a component, not a reference. */
function mappingReferences(discriminator: JsonValue | undefined): readonly ReferencePlace[] {
  const mapping = isJsonObject(discriminator) ? discriminator["mapping"] : undefined;
  if (!isJsonObject(mapping)) return [];
  const named = Object.entries(mapping).filter(([, name]) => {
    return typeof name === "string" && /#|\.(?:json|ya?ml)$/.test(name);
  });
  return named.map(([key]) => ({ holder: mapping, key }));
}

function pointerInto({ file, fragment }: Target, { main }: Names): string {
  if (file === main) return `#${fragment}`;
  return `#/${encodeURIComponent(fileKey(file).replaceAll("~", "~0").replaceAll("/", "~1"))}${fragment}`;
}

/** Location in a file. The fragment is a pointer or, without a slash, an anchor. */
interface Target {
  readonly file: string;
  readonly fragment: string;
}

/**
 * Splits a reference into a file path relative to the document's folder and a fragment. Returns `undefined` for paths
 * that leave the folder.
 */
function targetOf(reference: string, { own }: Names): Target | undefined {
  const [, path = "", fragment = ""] = /^([^#]*)(?:#(.*))?$/s.exec(reference) ?? [];
  if (path === "") return { file: own, fragment };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)|[\\?]/i.test(path)) return undefined;
  const decoded = decodedPath(path);
  if (decoded === undefined) return undefined;
  const file = posix.join(posix.dirname(own), decoded);
  return file === ".." || file.startsWith("../") || file.startsWith("/") ? undefined : { file, fragment };
}

function decodedPath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return /[\\\0]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined; // a `%` without two hexadecimal digits
  }
}

/** Formats a reference as the author would write it in the main file: `schemas/order.yaml#/Order`. */
export function quoteReference(reference: string): string {
  const [, key, pointer = ""] = /^#\/(\.~1[^/]*)(.*)$/s.exec(reference) ?? [];
  if (key === undefined) return quote(reference);
  const path = (decodedPath(key) ?? key).replaceAll("~1", "/").replaceAll("~0", "~").slice("./".length);
  return quote(pointer === "" ? path : `${path}#${pointer}`);
}
