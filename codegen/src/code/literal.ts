import { identifier, isIdentifierName } from "./identifier.js";
import { escapeInvisible } from "./invisible.js";
import { type SourceText, sourceText } from "./source.js";

/**
 * A value of a document as a TypeScript expression: the one encoder for every literal position.
 *
 * `JSON.stringify` closes every way out of a string; U+2028 and U+2029 are line ends to older parsers, and control and
 * bidirectional characters hide from a reader what the text says, so all of them are written as escapes.
 */
export function literal(value: string | number | boolean | null): SourceText {
  return typeof value === "string" ? stringLiteral(value) : sourceText(String(value));
}

/** A property name as it stands in an object or an interface: bare where the grammar allows it, else quoted. */
export function propertyName(name: string): SourceText {
  // `{ "__proto__": x }` sets the prototype of an object literal; only the computed form makes a property.
  if (name === "__proto__") return sourceText(`["__proto__"]`);
  return isIdentifierName(name) ? identifier(name) : stringLiteral(name);
}

function stringLiteral(text: string): SourceText {
  return sourceText(escapeInvisible(JSON.stringify(text)));
}
