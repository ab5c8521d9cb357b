import { camelCase, isReservedWord, typeName } from "../openapi/index.js";

/** Class name of a group: `ServicePlans` for `servicePlans`. */
export function className(group: string): string {
  return capitalised(group);
}

/**
 * Names parameters as arguments, in order: `xTenant` for `X-Tenant`. Names that are already taken in a method get the
 * suffix `Param`. If several parameters result in the same name, the later ones get a number.
 */
export function argumentNames(names: readonly string[], taken: ReadonlySet<string>): readonly string[] {
  const used = new Set(taken);
  return names.map((name) => {
    const argument = camelCase(typeName(name));
    const isFree = argument !== "" && !isReservedWord(argument) && !taken.has(argument);
    const chosen = numbered(isFree ? argument : `${argument}Param`, (candidate) => used.has(candidate));
    used.add(chosen);
    return chosen;
  });
}

/** Appends the smallest number, starting at 2, that makes a name unique. Returns the name unchanged if it is free. */
export function numbered(name: string, isTaken: (candidate: string) => boolean): string {
  let candidate = name;
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${name}${number}`;
  return candidate;
}

/** Compares strings by code unit, so that the order does not depend on the locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Converts a name to kebab case: `service-plans` for `ServicePlans`. File names use only this alphabet. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
