import { type Bump, bumpFor, type Change, compareModels, judged, withKeys } from "./diff/index.js";
import type { Position } from "./findings.js";
import { isJsonObject, type JsonPath, valueAt } from "./json/index.js";
import { type LoadedDocument, load } from "./load/index.js";
import { buildModel, type Model } from "./model/index.js";
import type { UserCode } from "./usage/index.js";
import { acceptDocument } from "./validate/index.js";

/** Which documents to compare, and whose code to look through. */
export interface DiffOptions {
  /** Path of the document that callers know. */
  readonly old: string;
  /** Path of the document that is to take its place. */
  readonly new: string;
  /** Code that calls the client of the old document: each change then names the places in it that it touches. */
  readonly code?: UserCode;
}

/** What the step from one document to another means to those who call the generated client. */
export interface Difference {
  /** What a release of the client asks for by semantic versioning. */
  readonly bump: Bump;
  /** In the order of the documents: the client, its methods, its types. */
  readonly changes: readonly LocatedChange[];
}

/** A change with its places. */
export interface LocatedChange extends Change {
  /** Of what was there, in the old document. */
  readonly old?: Position;
  /** Of what is there, in the new document. */
  readonly new?: Position;
  /** In the code that was given: where it has to be looked at. */
  readonly uses?: readonly Position[];
}

/** Compares two documents in the terms of the client that is generated from them. @throws SpecError */
export async function diff({ old: oldPath, new: newPath, code }: DiffOptions): Promise<Difference> {
  const [before, after] = await Promise.all([load(oldPath), load(newPath)]);
  const changes = compareModels(modelOf(before), modelOf(after)).map((draft): LocatedChange => {
    return {
      ...judged(draft),
      ...(draft.old === undefined ? {} : { old: placeIn(before, draft.old) }),
      ...(draft.new === undefined ? {} : { new: placeIn(after, draft.new) }),
    };
  });
  return { bump: bumpFor(changes), changes: code === undefined ? changes : await withUses(changes, code) };
}

function modelOf(document: LoadedDocument): Model {
  return buildModel(acceptDocument(document), { source: document.name });
}

function placeIn({ root, locate }: LoadedDocument, path: JsonPath): Position {
  const schemas = valueAt(root, ["components", "schemas"]);
  return locate(withKeys(path, isJsonObject(schemas) ? Object.keys(schemas) : []));
}

async function withUses(changes: readonly LocatedChange[], code: UserCode): Promise<readonly LocatedChange[]> {
  // Loaded only here: reading a project takes the TypeScript compiler.
  const { findUses } = await import("./usage/index.js");
  const uses = findUses(changes, code);
  return changes.map((change) => ({ ...change, uses: uses.get(change) ?? [] }));
}
