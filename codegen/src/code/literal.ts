import { identifier, isIdentifierName } from "./identifier.js";
import { escapeInvisible } from "./invisible.js";
import { type SourceText, sourceText } from "./source.js";

/**
 * Converts a value from the document to a TypeScript literal. This is the only encoder for literals.
 *
 * `JSON.stringify` escapes everything that could end a string. U+2028 and U+2029, which older parsers read as line
 * ends, and control and bidirectional characters, which hide parts of the text, are escaped as well.
 */
export function literal(value: string | number | boolean | null): SourceText {
  return typeof value === "string" ? stringLiteral(value) : sourceText(String(value));
}

/** Property name in an object or interface: bare if it is an identifier, otherwise quoted. */
export function propertyName(name: string): SourceText {
  // `{ "__proto__": x }` sets the prototype of an object literal. Only the computed form creates a property.
  if (name === "__proto__") return sourceText(`["__proto__"]`);
  return isIdentifierName(name) ? identifier(name) : stringLiteral(name);
}

function stringLiteral(text: string): SourceText {
  return sourceText(escapeInvisible(JSON.stringify(text)));
}
