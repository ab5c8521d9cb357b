import { type SourceText, sourceText } from "./source.js";

/**
 * Returns true if text is an ECMAScript identifier. Accepts ASCII only, so that names with look-alike characters are
 * quoted.
 */
export function isIdentifierName(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text);
}

/**
 * Converts a name from the model to an identifier. All identifiers in generated code pass through this check.
 *
 * @throws TypeError if the name is not an identifier. This is a bug in the generator: `validate` rejects such names and
 * the model creates none.
 */
export function identifier(name: string): SourceText {
  if (isIdentifierName(name)) return sourceText(name);
  throw new TypeError(`Not a valid identifier: ${JSON.stringify(name)}`);
}
