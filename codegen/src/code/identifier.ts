import { type SourceText, sourceText } from "./source.js";

/** Whether text is a name to ECMAScript. ASCII only, so that look-alikes are quoted and seen. */
export function isIdentifierName(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text);
}

/**
 * A name that the model has made, as it stands in code: the one grammar for every identifier position.
 *
 * @throws TypeError when it is none: `validate` refuses such names and the model makes none, so it is a defect of ours.
 */
export function identifier(name: string): SourceText {
  if (isIdentifierName(name)) return sourceText(name);
  throw new TypeError(`Not a name that can stand in code: ${JSON.stringify(name)}`);
}
