import { camelCase, isReservedWord, typeName } from "../openapi/index.js";

/** `orders` to `Orders`, `servicePlans` to `ServicePlans`. */
export function className(group: string): string {
  return capitalised(group);
}

/**
 * `X-Tenant` to `xTenant`: the names under which parameters stand in a method, in their order. One that means something
 * else there gets the suffix `Param`; of several that make one name, the later ones get a number.
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

/** A name with the smallest number, from 2, that makes it free; without one where it is free already. */
export function numbered(name: string, isTaken: (candidate: string) => boolean): string {
  let candidate = name;
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${name}${number}`;
  return candidate;
}

/** Text by its code units: an order that no locale and no document changes. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** `ServicePlans` to `service-plans`: file names are made from this alphabet alone. */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
