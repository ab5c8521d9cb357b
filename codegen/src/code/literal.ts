import { escapeInvisible } from "./invisible.js";

/**
 * A value of a document as a TypeScript expression: the one encoder for every literal position.
 *
 * `JSON.stringify` closes every way out of a string; U+2028 and U+2029 are line ends to older parsers, and control and
 * bidirectional characters hide from a reader what the text says, so all of them are written as escapes.
 */
export function literal(value: string | number | boolean | null): string {
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

/** A property name as it stands in an object or an interface: bare where the grammar allows it, else quoted. */
export function propertyName(name: string): string {
  // `{ "__proto__": x }` sets the prototype of an object literal; only the computed form makes a property.
  if (name === "__proto__") return `["__proto__"]`;
  return isIdentifierName(name) ? name : stringLiteral(name);
}

/** Whether text may stand bare as a property name. ASCII only, so that look-alikes are quoted and seen. */
function isIdentifierName(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text);
}

function stringLiteral(text: string): string {
  return escapeInvisible(JSON.stringify(text));
}
