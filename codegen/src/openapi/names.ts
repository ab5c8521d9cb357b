/** Names that every object has or that the language looks up. A member with such a name would shadow them. */
const prototypeNames: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
  "then",
  "catch",
  "finally",
]);

const reservedWords: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Runtime functions that methods call. An argument with the same name would shadow them. */
export const methodFunctions: ReadonlySet<string> = new Set(["pagedCall", "rqlList"]);

/** Returns true if a class member with this name would break the class or change its meaning. */
export function isPrototypeName(name: string): boolean {
  return prototypeNames.has(name);
}

/** Returns true if JavaScript does not allow the name for a variable or parameter. */
export function isReservedWord(name: string): boolean {
  return reservedWords.has(name);
}

/**
 * Converts a component key to a type name: `OrderLine` for `order-line` or `order.line`, `_3d` for `3d`. Returns an
 * empty string if the key has no letters or digits.
 */
export function typeName(key: string): string {
  const words = key.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^\d/.test(name) ? `_${name}` : name;
}

/** Converts a name to camel case: `orderRequest` for `OrderRequest`, `apiKey` for `APIKey`. */
export function camelCase(name: string): string {
  const acronym = /^[A-Z]+(?=[A-Z][a-z]|$)/.exec(name)?.[0];
  const head = acronym ?? name.slice(0, 1);
  return head.toLowerCase() + name.slice(head.length);
}

/** Public name of an operation: `orders` and `create`. */
export interface PublicName {
  readonly group: string;
  readonly method: string;
}

/** Splits a public name such as `orders.create`. */
export function splitName(name: string): PublicName {
  const [group = "", method = ""] = name.split(".");
  return { group, method };
}

/** Name of an operation's descriptor: `createOrder` for `create-order`. */
export function descriptorName(operationId: string): string {
  return camelCase(typeName(operationId));
}
