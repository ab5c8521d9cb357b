import { RqlError } from "../errors/index.js";
import { encode } from "./encoding.js";
import { RqlExpression, type RqlLiteral, type RqlNode, RqlValue } from "./expression.js";

/** The node of a literal. Whatever the text, it stays one value. */
export function literal(value: RqlLiteral): RqlNode {
  if (value === null) return new RqlExpression("null", []);
  if (value === "") return new RqlExpression("empty", []);
  if (value instanceof RqlExpression || value instanceof RqlValue) return value;
  const text = literalText(value);
  return new RqlValue(encode(text), text);
}

/** The one spelling of a value that has more than one. */
export function literalText(value: string | number | bigint | boolean | Date): string {
  switch (typeof value) {
    case "string":
    case "bigint":
    case "boolean":
      return String(value);
    case "number":
      return numberText(value);
    default:
      return dateText(value);
  }
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RqlError(`${value} is no number that RQL can say`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RqlError(`${value} is beyond the integers a number holds exactly: give a bigint or a string`);
  }
  return String(value);
}

function dateText(value: unknown): string {
  if (!(value instanceof Date)) throw new RqlError(`${typeof value} is no RQL value; for a missing value give null`);
  if (Number.isNaN(value.getTime())) throw new RqlError("an invalid Date has no text");
  return value.toISOString().replace(".000Z", "Z");
}
