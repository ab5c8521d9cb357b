import type { Mutation, Path } from "../../support/mutation.js";

type Fields = Readonly<Record<string, unknown>>;

/** All differences that a response may have, one by one. */
export function mutationsOf(body: unknown, path: Path = [], parent: Fields = {}): readonly Mutation[] {
  const inner = Array.isArray(body)
    ? body.flatMap((item, index) => mutationsOf(item, [...path, index]))
    : isFields(body)
      ? Object.entries(body).flatMap(([name, value]) => mutationsOf(value, [...path, name], body))
      : [];
  return [...kindsAt(body, path, parent).map((kind) => ({ kind, path })), ...inner];
}

function kindsAt(value: unknown, path: Path, parent: Fields): readonly Mutation["kind"][] {
  const name = path.at(-1);
  if (isFields(value) && typeof name !== "string") return ["a field is added"];
  if (typeof name !== "string") return [];
  return [
    ...(isFields(value) ? (["a field is added"] as const) : []),
    ...(typeof value === "string" && isEnum(name, path) ? (["a value is unknown"] as const) : []),
    ...(isRequired(name, path, parent) ? [] : (["a field is missing", "a field is null"] as const)),
    ...(typeof value === "number" && Number.isInteger(value) ? (["a number is text"] as const) : []),
  ];
}

/** Fields with documented values, to which a platform may add values. */
function isEnum(name: string, path: Path): boolean {
  const names = [
    "status",
    "serviceStatus",
    "provisioningStatus",
    "link",
    "unit",
    "method",
    "ratified",
    "state",
    "code",
  ];
  const isFee = path.includes("effectiveFees") && name === "name";
  return names.includes(name) || isFee || (name === "type" && !path.includes("aps"));
}

/** Fields without which the reference gives an object no meaning. */
function isRequired(name: string, path: Path, parent: Fields): boolean {
  if (path.at(-2) === "aps") return name === "id" || name === "type";
  if ("perCustomer" in parent) return ["perCustomer", "status", "ratified", "defaultMethod"].includes(name);
  if ("periodDeals" in parent) return name === "planId";
  return ["aps", "orderId", "unit", "duration", "value", "code", "apsType", "method"].includes(name);
}

/** Applies mutations to a copy, one after another. A mutation is skipped if an earlier one removed its place. */
export function mutated(body: unknown, mutations: readonly Mutation[]): unknown {
  return mutations.reduce((part, { kind, path }) => changedAt(part, kind, path), body);
}

function changedAt(value: unknown, kind: Mutation["kind"], [key, ...rest]: Path): unknown {
  if (key === undefined) return changed(value, kind);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? changedAt(item, kind, rest) : item));
  if (!isFields(value) || !(key in value)) return value;
  if (kind !== "a field is missing" || rest.length > 0) return { ...value, [key]: changedAt(value[key], kind, rest) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

function changed(value: unknown, kind: Mutation["kind"]): unknown {
  if (kind === "a field is null") return null;
  if (kind === "a value is unknown" && typeof value === "string") return "NEVER_SEEN";
  if (kind === "a number is text" && typeof value === "number") return String(value);
  return kind === "a field is added" && isFields(value) ? { ...value, ...addedTo(value) } : value;
}

/** A map of texts by locale accepts another locale, but no other field. */
function addedTo(value: Fields): Fields {
  const isByLocale = Object.keys(value).some((name) => /^[a-z]{2}_[A-Z]{2}$/.test(name));
  return isByLocale ? { xx_XX: "text" } : { xNew: { ofTheFuture: true, deep: [{ er: "text" }] } };
}

/** Copy in which each whole number is too large for JavaScript, as the caller should receive it. */
export function withHugeNumbers(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withHugeNumbers);
  if (isFields(body))
    return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, withHugeNumbers(value)]));
  return Number.isInteger(body) ? HUGE : body;
}

/** Body with such numbers, in the text that a platform sends. */
export function hugeJson(body: unknown): string {
  return JSON.stringify(body).replaceAll(`"${HUGE}"`, HUGE);
}

/** 2 ** 53 + 1, which would be rounded. */
const HUGE = "9007199254740993";

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
