import { randomUUID } from "node:crypto";
import type { Change, ChangeLog } from "../data/change.js";
import { Failure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { assignNumbers } from "./assign-numbers.js";
import { type ApsResource, linkedId } from "./resource.js";

/** Resources of a bus, in the order of creation. */
export interface ResourceStore {
  all(): readonly ApsResource[];
  find(id: string): ApsResource | undefined;
  /** Creates all resources or none. Returns them in the same order. */
  create(drafts: readonly Json[]): readonly ApsResource[];
  /** Sets the given properties and keeps the others. */
  update(id: string, changes: JsonObject): ApsResource;
  /** Removes a property. */
  unset(id: string, name: string): void;
  remove(id: string): void;
}

/** Dependencies of a resource store. */
export interface ResourceStoreOptions {
  /** Resources that exist from the start. */
  readonly seed: readonly ApsResource[];
  readonly now: () => number;
  readonly log: ChangeLog;
}

/** Creates a store with the seed and the changes in the log. */
export function createResourceStore({ seed, now, log }: ResourceStoreOptions): ResourceStore {
  const resources = new Map(seed.map((resource) => [resource.aps.id, resource]));
  for (const change of log.earlier) apply(change);

  function apply(change: Change): void {
    if (change.kind === "resources") for (const resource of change.resources) resources.set(resource.aps.id, resource);
    if (change.kind === "removal") resources.delete(change.id);
  }

  function commit(change: Change): void {
    apply(change);
    log.add(change);
  }

  function existing(id: string): ApsResource {
    const resource = resources.get(id);
    if (resource === undefined) throw new Failure(404, `Resource ${id} does not exist`);
    return resource;
  }

  function replace(before: ApsResource, properties: JsonObject): ApsResource {
    const aps = { ...before.aps, revision: before.aps.revision + 1, modified: formatApsTime(now()) };
    const after = { ...properties, aps };
    commit({ kind: "resources", resources: [after] });
    return after;
  }

  return {
    all: () => [...resources.values()],
    find: (id) => resources.get(id),
    create(drafts) {
      const modified = formatApsTime(now());
      const created = assignNumbers(
        drafts.map((draft) => newResource(draft, modified)),
        resources.values(),
      );
      rejectTakenIds(created, resources);
      commit({ kind: "resources", resources: created });
      return created;
    },
    update(id, changes) {
      const before = existing(id);
      return replace(before, { ...before, ...completeLinks(changes) });
    },
    unset(id, name) {
      const before = existing(id);
      replace(before, Object.fromEntries(Object.entries(before).filter(([property]) => property !== name)));
    },
    remove(id) {
      existing(id);
      commit({ kind: "removal", id });
    },
  };
}

/** Resource as shown in lists, which omit links unless `select` names them. */
export function withoutLinks(resource: ApsResource): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([name, value]) => name === "aps" || !isLink(value)));
}

/** Link to a single resource, as shown in responses for single resources. */
export function linkTo(id: string): JsonObject {
  return { aps: { link: "weak", id, href: `/aps/2/resources/${id}` } };
}

/** Formats a time as the bus does: ISO 8601 in UTC, with whole seconds. */
export function formatApsTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, "Z");
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function newResource(draft: Json, modified: string): ApsResource {
  if (!isJsonObject(draft)) throw new Failure(400, "A resource must be a JSON object");
  const { type, id = randomUUID() } = isJsonObject(draft["aps"]) ? draft["aps"] : {};
  if (typeof type !== "string" || type === "") throw new Failure(400, "aps.type is not set");
  if (typeof id !== "string" || !uuid.test(id)) throw new Failure(400, "aps.id is not a UUID");
  return { ...completeLinks(draft), aps: { id, type, status: "aps:ready", revision: 1, modified } };
}

function rejectTakenIds(created: readonly ApsResource[], resources: ReadonlyMap<string, ApsResource>): void {
  const taken = new Set(resources.keys());
  for (const { aps } of created) {
    if (taken.has(aps.id)) throw new Failure(409, `Resource ${aps.id} already exists`);
    taken.add(aps.id);
  }
}

/** Completes links. A client specifies only the id of the linked resource. */
function completeLinks(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const id = isLink(value) ? linkedId(value) : undefined;
      return [name, id === undefined ? value : linkTo(id)];
    }),
  );
}

/** Returns true for a link, which is an object with only an `aps` block. */
function isLink(value: Json): boolean {
  return isJsonObject(value) && isJsonObject(value["aps"]) && Object.keys(value).length === 1;
}
