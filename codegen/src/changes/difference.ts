import type { Position } from "../findings.js";
import { isJsonObject, type JsonPath, present, valueAt } from "../json/index.js";
import type { LoadedDocument } from "../load/index.js";
import type { Model } from "../model/index.js";
import { typeName } from "../openapi/index.js";
import { type Bump, bumpFor, type Change, type Draft } from "./change.js";
import { compareOperations } from "./operations.js";
import { computeReach } from "./reach.js";
import { severityOf } from "./rules.js";
import { compareSchemas } from "./schemas.js";
import { compareTypeIds } from "./type-ids.js";
import { compareWebhooks } from "./webhooks.js";

/** One version of a client. */
export interface Version {
  readonly model: Model;
  /** Document that the model was built from. Without it, changes have no position on this side. */
  readonly document?: LoadedDocument;
}

/** Changes between two versions, from the caller's point of view. */
export interface Difference {
  /** Semantic version bump that a release needs. */
  readonly bump: Bump;
  /** Changes in document order: the client, its methods, its types. */
  readonly changes: readonly LocatedChange[];
}

/** Change with its positions in both documents. */
export interface LocatedChange extends Change {
  /** Position in the old document. */
  readonly old?: Position;
  /** Position in the new document. */
  readonly new?: Position;
  /** Positions of the affected places in the caller's code. */
  readonly uses?: readonly Position[];
}

/** Compares two versions of a client. */
export function compareVersions(old: Version, next: Version): Difference {
  const [locateOld, locateNew] = [locatorOf(old), locatorOf(next)];
  const changes = compareModels(old.model, next.model).map((draft): LocatedChange => {
    return { ...judge(draft), ...present({ old: locateOld(draft.old), new: locateNew(draft.new) }) };
  });
  return { bump: bumpFor(changes), changes };
}

/** Lists all changes between two models: first those of the old model in its order, then the additions. */
function compareModels(old: Model, next: Model): readonly Draft[] {
  return [
    ...compareClients(old, next),
    ...compareOperations(old, next),
    ...compareWebhooks(old, next),
    ...compareSchemas(old, next, computeReach([old, next])),
    ...compareTypeIds(old, next),
  ];
}

function compareClients({ client: old }: Model, { client: next }: Model): readonly Draft[] {
  if (old.name === next.name) return [];
  const message = `The client is now called \`${next.name}Api\`.`;
  const subject = { kind: "client", name: old.name } as const;
  return [
    { where: `${old.name}Api`, kind: "client-renamed", message, subject, directions: new Set(), old: [], new: [] },
  ];
}

function judge({ where, kind, message, subject, directions }: Draft): Change {
  return { where, kind, severity: severityOf(kind, directions), message, subject };
}

/**
 * Returns a function that finds positions in the document of a version. It maps type names back to the component keys
 * in the document.
 */
function locatorOf({ document }: Version): (path?: JsonPath) => Position | undefined {
  if (document === undefined) return () => undefined;
  const schemas = valueAt(document.root, ["components", "schemas"]);
  const keys = new Map(
    Object.keys(isJsonObject(schemas) ? schemas : {})
      .reverse() // if several keys have the same type name, the first wins
      .map((key) => [typeName(key), key]),
  );
  return (path) => (path === undefined ? undefined : document.locate(withKey(path, keys)));
}

/** Replaces a type name in a path with the component key in the document: `order-line` for the type `OrderLine`. */
function withKey(path: JsonPath, keys: ReadonlyMap<string, string>): JsonPath {
  const [components, schemas, name, ...rest] = path;
  if (components !== "components" || schemas !== "schemas" || typeof name !== "string") return path;
  return [components, schemas, keys.get(name) ?? name, ...rest];
}
