import { camelCase, isReservedWord, methodFunctions, typeName } from "../openapi/index.js";
import { className, numbered } from "./names.js";

/** Constants that generated code imports. A descriptor must not have the same name. */
const importedConstants: ReadonlySet<string> = new Set([
  ...methodFunctions,
  "intersectionWithDates",
  "schemaWithDates",
  "dateTime",
  "discriminatedUnion",
  "extensibleObject",
  "file",
  "patternedObject",
  "schema",
  "schemasById",
  "tuple",
  "z",
]);

/** Types of the runtime whose names look like those of an operation's options. */
const runtimeOptionTypes: ReadonlySet<string> = new Set(["CallOptions", "ListOptions"]);

/**
 * Returns a predicate that tells whether the name of a descriptor, or of its options or headers type, is already taken.
 */
export function createNameCheck(types: ReadonlySet<string>): (descriptor: string) => boolean {
  const schemas = new Set(Array.from(types, (type) => `${camelCase(type)}Schema`));
  return (descriptor) => {
    const optionsType = `${className(descriptor)}Options`;
    const headersType = `${className(descriptor)}Headers`;
    return (
      isReservedWord(descriptor) ||
      importedConstants.has(descriptor) ||
      runtimeOptionTypes.has(optionsType) ||
      types.has(optionsType) ||
      types.has(headersType) ||
      schemas.has(descriptor)
    );
  };
}

/** Class name of a group: `Orders` for `orders`, or `OrdersOperations` if a schema is called `Orders`. */
export function groupClassName(group: string, types: ReadonlySet<string>): string {
  const name = className(group);
  return types.has(name) ? numbered(`${name}Operations`, (candidate) => types.has(candidate)) : name;
}

/** Name of a client, derived from the document's title. */
export function clientName(title: string, taken: ReadonlySet<string>): string {
  const name = typeName(title);
  const isName = name !== "" && camelCase(name) !== name;
  return numbered(isName ? name : `Client${name}`, (candidate) => taken.has(`${candidate}Api`));
}
