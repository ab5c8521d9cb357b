import { camelCase, isPrototypeName, type Operation, typeName } from "../openapi/index.js";
import { byText, kebabCase } from "./names.js";

/** File names that Windows reserves for devices, with any extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Maps the first tag of an operation to its group, and operations without a tag to `default`.
 *
 * Tags that differ only in case or punctuation share a group, because their files would collide on case-insensitive
 * disks. The group takes its name from an operation's `x-sdk-name`, or else from the tag that sorts first. The suffix
 * `Group` is added to names that mean something else on a client, and to device names on Windows.
 */
export function groupNames(operations: readonly Operation[]): (tag: string | undefined) => string {
  const given = operations.flatMap((operation) => [
    ...(operation["x-sdk-name"] === undefined ? [] : [operation["x-sdk-name"]]),
    ...(operation["x-views"] ?? []).map((view) => view["x-sdk-name"]),
  ]);
  const names = new Map<string, string>();
  const fromTags = operations.map(({ tags }) => groupName(tags?.[0])).sort(byText);
  for (const name of [...given.map((each) => each.split(".")[0] ?? "").sort(byText), ...fromTags]) {
    if (!names.has(fileKey(name))) names.set(fileKey(name), name);
  }
  return (tag) => names.get(fileKey(groupName(tag))) ?? groupName(tag);
}

function groupName(tag: string | undefined): string {
  const name = camelCase(typeName(tag ?? "")) || "default";
  return name === "core" || isPrototypeName(name) || deviceName.test(kebabCase(name)) ? `${name}Group` : name;
}

function fileKey(name: string): string {
  return kebabCase(name).replaceAll("-", "");
}
