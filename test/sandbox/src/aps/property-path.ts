import { isJsonObject, type Json, type JsonObject, property } from "../json.js";

/** Segments of a path such as `techContact.email`. */
export type PropertyPath = readonly string[];

/** Parses a dotted path. Returns `undefined` if the text is not a property path. */
export function parsePropertyPath(text: string): PropertyPath | undefined {
  return /^[a-z_][\w-]*(?:\.[a-z_][\w-]*)*$/i.test(text) ? text.split(".") : undefined;
}

/** Returns the resource behind a link, for properties that the link itself does not have. */
export type FollowLink = (link: Json) => Json | undefined;

/** Follows no links, for items without any. */
export const followNothing: FollowLink = () => undefined;

/** Values at a path: none, one, or several if the path leads through lists. Follows links. */
export function valuesAt(value: Json | undefined, path: PropertyPath, follow: FollowLink): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => valuesAt(item, path, follow));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? [] : [value];
  const own = property(value, name);
  return valuesAt(own ?? property(follow(value ?? null), name), rest, follow);
}

/**
 * Copies only the values at the given paths. If a path leads across a link, the copy contains the link, extended by the
 * properties selected from the linked resource.
 */
export function pick(resource: JsonObject, paths: readonly PropertyPath[], follow: FollowLink): JsonObject {
  const picked = Object.entries(resource).flatMap(([name, value]) => {
    const below = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    return below.length === 0 ? [] : [[name, pickBelow(value, below, follow)] as const];
  });
  return Object.fromEntries(picked);
}

function pickBelow(value: Json, paths: readonly PropertyPath[], follow: FollowLink): Json {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((item: Json) => pickBelow(item, paths, follow));
  if (!isJsonObject(value)) return value;
  const linked = follow(value);
  const beyond = paths.filter(([first = ""]) => !Object.hasOwn(value, first));
  if (!isJsonObject(linked) || beyond.length === 0) return pick(value, paths, follow);
  return { ...value, ...pick(linked, beyond, follow) };
}
