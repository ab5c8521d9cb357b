import { camelCase, isPrototypeName, type Operation, typeName } from "../openapi/index.js";
import { byText, kebabCase } from "./names.js";

/** File names that Windows gives to devices, whatever their extension. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The group for each first tag of the operations; `default` for those without one.
 *
 * Tags that differ only by case or punctuation are one group, since their files would be one on many disks; it is named
 * as an operation's `x-sdk-name` has it, or else as the first of them by their letters. A name that means something else
 * on a client, and one that is a device on Windows, gets the suffix `Group`.
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
