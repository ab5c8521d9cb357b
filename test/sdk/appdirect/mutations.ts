import type { Mutation, Path } from "../../support/mutation.js";

const ADDED = "x-added";

/** Compatible changes of one place in a response. */
export function mutationsOf(body: unknown): readonly Mutation[] {
  return places(body).flatMap(({ path, value }): readonly Mutation[] => {
    const name = path.at(-1);
    const isField = typeof name === "string";
    return [
      ...(isObject(value) ? [{ kind: "a field is added", path } as const] : []),
      ...(isField && OPEN.has(name) && typeof value === "string"
        ? [{ kind: "a value is unknown", path } as const]
        : []),
      ...(isField && !isRequired(body, path)
        ? ([
            { kind: "a field is missing", path },
            { kind: "a field is null", path },
          ] as const)
        : []),
      ...(isField && NUMBERS.has(name) && typeof value === "number"
        ? [{ kind: "a number is text", path } as const]
        : []),
    ];
  });
}

/** Applies mutations to a copy, one after the other. A mutation whose place no longer exists does nothing. */
export function mutated(body: unknown, mutations: readonly Mutation[]): unknown {
  const copy = structuredClone(body);
  for (const { kind, path } of mutations) {
    const name = path.at(-1);
    const parent = name === undefined ? undefined : at(copy, path.slice(0, -1));
    const value = at(copy, path);
    if (kind === "a field is added" && isObject(value)) value[ADDED] = isMap(path) ? "text" : { deep: [1, null, "x"] };
    if (!isObject(parent) || name === undefined || !Object.hasOwn(parent, name)) continue;
    if (kind === "a value is unknown") parent[name] = "NEVER_SEEN";
    if (kind === "a field is missing") delete parent[name];
    if (kind === "a field is null") parent[name] = null;
    if (kind === "a number is text" && typeof value === "number") parent[name] = String(value);
  }
  return copy;
}

/** Copies a body and adds a field at every level. */
export function withFieldsEverywhere(body: unknown): unknown {
  const added = mutationsOf(body).filter(({ kind }) => kind === "a field is added");
  return mutated(
    body,
    added.filter(({ path }) => !path.includes("entry")),
  );
}

/** Returns what the client's result must contain for a body. */
export function expectedOf(body: unknown): object {
  return isObject(body) ? objectOf(body) : {};
}

function objectOf(body: JsonObject): object {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      if (value === null || name === "configuration") return [];
      return [[name, partOf(name, value)]];
    }),
  );
}

function partOf(name: string, value: unknown): unknown {
  if (name === ADDED) return value;
  if (name === "success") return String(value) === "true";
  if (NUMBERS.has(name)) return Number(value);
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? objectOf(item) : item));
  return isObject(value) ? objectOf(value) : value;
}

/** Names of fields with documented values. A platform may add values. */
const OPEN = new Set(["type", "flag", "status", "pricingDuration", "unit", "rel", "errorCode"]);

/** Names of number fields, which some marketplaces write as text. */
const NUMBERS = new Set(["quantity", "totalUsagesCount", "processedUsagesCount", "failedUsagesCount"]);

/** Fields that the documentation requires. All others may be absent. */
const required: Readonly<Record<string, readonly string[]>> = {
  any: [
    "type",
    "marketplace",
    "marketplace.baseUrl",
    "payload",
    "payload.company.uuid",
    "payload.company.name",
    "payload.notice.type",
    "payload.addonInstance.id",
    "payload.addonBinding.id",
    "success",
    "requestId",
  ],
  SUBSCRIPTION_ORDER: ["payload.order"],
  SUBSCRIPTION_CHANGE: ["payload.account", "payload.account.accountIdentifier", "payload.order"],
  SUBSCRIPTION_CANCEL: ["payload.account", "payload.account.accountIdentifier"],
  SUBSCRIPTION_NOTICE: ["payload.account", "payload.account.accountIdentifier", "payload.notice"],
  USER_ASSIGNMENT: ["payload.account", "payload.account.accountIdentifier", "payload.user"],
  USER_UNASSIGNMENT: ["payload.account", "payload.account.accountIdentifier", "payload.user"],
  USER_UPDATED: ["payload.account", "payload.account.accountIdentifier", "payload.user"],
  ADDON_ORDER: [
    "payload.account",
    "payload.account.accountIdentifier",
    "payload.order",
    "payload.order.addonOfferingCode",
  ],
  ADDON_CHANGE: ["payload.account", "payload.account.accountIdentifier", "payload.addonInstance"],
  ADDON_CANCEL: ["payload.account", "payload.account.accountIdentifier", "payload.addonInstance"],
  ADDON_BIND: ["payload.account", "payload.account.accountIdentifier", "payload.addonInstance"],
  ADDON_UNBIND: [
    "payload.account",
    "payload.account.accountIdentifier",
    "payload.addonInstance",
    "payload.addonBinding",
  ],
};

function isRequired(body: unknown, path: Path): boolean {
  const type = isObject(body) && typeof body["type"] === "string" ? body["type"] : "any";
  return [...(required["any"] ?? []), ...(required[type] ?? [])].includes(path.join("."));
}

/** Maps contain only text. */
function isMap(path: Path): boolean {
  return path.includes("configuration") || path.includes("attributes");
}

type JsonObject = Record<string | number, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a value and all values below it. */
function places(value: unknown, path: Path = []): readonly { readonly path: Path; readonly value: unknown }[] {
  const keys = Array.isArray(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : [];
  return [{ path, value }, ...keys.flatMap((key) => places(Reflect.get(value as object, key), [...path, key]))];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}
