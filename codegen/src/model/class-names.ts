import { camelCase, isReservedWord, methodFunctions, typeName } from "../openapi/index.js";
import { className, numbered } from "./names.js";

/** Constants that generated code imports, and would confuse with a descriptor of that name. */
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

/** Types of the run-time whose names end like those of an operation's options. */
const optionsOfTheRuntime: ReadonlySet<string> = new Set(["CallOptions", "ListOptions"]);

/** Says whether a descriptor of some name, or the type of its options or headers, would get in the way of something else. */
export function neededDescriptors(types: ReadonlySet<string>): (descriptor: string) => boolean {
  const schemas = new Set(Array.from(types, (type) => `${camelCase(type)}Schema`));
  return (descriptor) => {
    const optionsType = `${className(descriptor)}Options`;
    const headersType = `${className(descriptor)}Headers`;
    return (
      isReservedWord(descriptor) ||
      importedConstants.has(descriptor) ||
      optionsOfTheRuntime.has(optionsType) ||
      types.has(optionsType) ||
      types.has(headersType) ||
      schemas.has(descriptor)
    );
  };
}

/** `orders` to `Orders`; to `OrdersOperations` where a schema is called `Orders`. */
export function groupClassName(group: string, types: ReadonlySet<string>): string {
  const name = className(group);
  return types.has(name) ? numbered(`${name}Operations`, (candidate) => types.has(candidate)) : name;
}

/** The name of a client: what a document calls itself, as far as a class can have it. */
export function clientName(title: string, taken: ReadonlySet<string>): string {
  const name = typeName(title);
  const isName = name !== "" && camelCase(name) !== name;
  return numbered(isName ? name : `Client${name}`, (candidate) => taken.has(`${candidate}Api`));
}
