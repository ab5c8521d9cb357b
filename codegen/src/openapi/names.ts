/** Names that every object has, or that the language looks for on it: a member so called would shadow them. */
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

/** Functions of the run-time that methods call: an argument of such a name would hide them. */
export const methodFunctions: ReadonlySet<string> = new Set(["pagedCall", "rqlList"]);

/** Whether a class would break, or mean something else, if it had a member of this name. */
export function isPrototypeName(name: string): boolean {
  return prototypeNames.has(name);
}

/** Whether JavaScript refuses the name for a variable or a parameter. */
export function isReservedWord(name: string): boolean {
  return reservedWords.has(name);
}

/**
 * The type name a component key becomes: `order-line` and `order.line` both make `OrderLine`, `3d` makes `_3d`.
 * Empty where the key holds neither letter nor digit.
 */
export function typeName(key: string): string {
  const words = key.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return /^\d/.test(name) ? `_${name}` : name;
}

/** `OrderRequest` to `orderRequest`, `APIKey` to `apiKey`. */
export function camelCase(name: string): string {
  const acronym = /^[A-Z]+(?=[A-Z][a-z]|$)/.exec(name)?.[0];
  const head = acronym ?? name.slice(0, 1);
  return head.toLowerCase() + name.slice(head.length);
}

/** A name under which users find an operation: `orders` and `create`. */
export interface PublicName {
  readonly group: string;
  readonly method: string;
}

/** `orders.create` taken apart. */
export function splitName(name: string): PublicName {
  const [group = "", method = ""] = name.split(".");
  return { group, method };
}

/** `create-order` to `createOrder`: the name of an operation's descriptor. */
export function descriptorName(operationId: string): string {
  return camelCase(typeName(operationId));
}
