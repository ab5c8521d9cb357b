import { camelCase, isReservedWord, typeName } from "../validate/names.js";

export { camelCase, typeName } from "../validate/names.js";

/** `orders` to `Orders`, `servicePlans` to `ServicePlans`. */
export function className(group: string): string {
  return capitalised(group);
}

/** `X-Tenant` to `xTenant`: the name under which a parameter stands in a method. */
export function argumentName(name: string, taken: ReadonlySet<string>): string {
  const argument = camelCase(typeName(name));
  const isFree = /^[a-z_$]/.test(argument) && !isReservedWord(argument) && !taken.has(argument);
  return isFree ? argument : `${argument.replace(/^(?=\d)/, "_")}Param`;
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
