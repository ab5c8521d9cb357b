import type { Position } from "../findings.js";
import { isJsonObject, type JsonPath, present, valueAt } from "../json/index.js";
import type { LoadedDocument } from "../load/index.js";
import type { Model } from "../model/index.js";
import { typeName } from "../openapi/index.js";
import { type Bump, bumpFor, type Change, type Draft } from "./change.js";
import { compareOperations } from "./operations.js";
import { reachIn } from "./reach.js";
import { severityOf } from "./rules.js";
import { compareSchemas } from "./schemas.js";
import { compareTypeIds } from "./type-ids.js";
import { compareWebhooks } from "./webhooks.js";

/** A client at one point in time. */
export interface Version {
  readonly model: Model;
  /** Document that the model was made from. Without it, changes have no position on this side. */
  readonly document?: LoadedDocument;
}

/** Changes between two versions, as callers of the generated client see them. */
export interface Difference {
  /** Part of the version number that a release has to raise, by semantic versioning. */
  readonly bump: Bump;
  /** Changes in the order of the documents: the client, its methods, its types. */
  readonly changes: readonly LocatedChange[];
}

/** A change with its positions. */
export interface LocatedChange extends Change {
  /** Position in the old document of what was there. */
  readonly old?: Position;
  /** Position in the new document of what is there. */
  readonly new?: Position;
  /** Positions in the caller's code that the change affects. */
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

/** All changes from one model to another: those of the old model in its order, then what is new. */
function compareModels(old: Model, next: Model): readonly Draft[] {
  return [
    ...compareClients(old, next),
    ...compareOperations(old, next),
    ...compareWebhooks(old, next),
    ...compareSchemas(old, next, reachIn([old, next])),
    ...compareTypeIds(old, next),
  ];
}

function compareClients({ client: old }: Model, { client: next }: Model): readonly Draft[] {
  if (old.name === next.name) return [];
  const message = `The client is called \`${next.name}Api\` now.`;
  const subject = { kind: "client", name: old.name } as const;
  return [
    { where: `${old.name}Api`, kind: "client-renamed", message, subject, directions: new Set(), old: [], new: [] },
  ];
}

function judge({ where, kind, message, subject, directions }: Draft): Change {
  return { where, kind, severity: severityOf(kind, directions), message, subject };
}

/** Finds positions in the document of a version. Components have the key there that the document gives them. */
function locatorOf({ document }: Version): (path?: JsonPath) => Position | undefined {
  if (document === undefined) return () => undefined;
  const schemas = valueAt(document.root, ["components", "schemas"]);
  const keys = new Map(
    Object.keys(isJsonObject(schemas) ? schemas : {})
      .reverse() // the first of several keys with one type name wins
      .map((key) => [typeName(key), key]),
  );
  return (path) => (path === undefined ? undefined : document.locate(withKey(path, keys)));
}

/** A path with the key of a component as the document spells it: `order-line` where the type is `OrderLine`. */
function withKey(path: JsonPath, keys: ReadonlyMap<string, string>): JsonPath {
  const [components, schemas, name, ...rest] = path;
  if (components !== "components" || schemas !== "schemas" || typeof name !== "string") return path;
  return [components, schemas, keys.get(name) ?? name, ...rest];
}
