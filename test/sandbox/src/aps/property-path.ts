import { isJsonObject, type Json, type JsonObject, property } from "../json.js";

/** Steps of a path such as `techContact.email`. */
export type PropertyPath = readonly string[];

/** Reads a dotted path. `undefined` for a text that is none. */
export function parsePropertyPath(text: string): PropertyPath | undefined {
  return /^[a-z_][\w-]*(?:\.[a-z_][\w-]*)*$/i.test(text) ? text.split(".") : undefined;
}

/** Gives the resource at the other end of a link, for a property that the link itself does not have. */
export type FollowLink = (link: Json) => Json | undefined;

/** Follows nothing: for items that have no links. */
export const followNothing: FollowLink = () => undefined;

/** What stands at a path: nothing, one value, or several where the path leads through lists. It may lead across links. */
export function valuesAt(value: Json | undefined, path: PropertyPath, follow: FollowLink): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => valuesAt(item, path, follow));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? [] : [value];
  const own = property(value, name);
  return valuesAt(own ?? property(follow(value ?? null), name), rest, follow);
}

/**
 * A copy that holds what the paths lead to, and nothing else. A path that leads across a link gives the link, and in it
 * what was picked of the resource at its other end.
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
