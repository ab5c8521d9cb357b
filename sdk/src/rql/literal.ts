import { RqlError } from "../errors/index.js";
import { encode } from "./encoding.js";
import { RqlExpression, type RqlLiteral, type RqlNode, RqlValue } from "./expression.js";

/** Creates the node of a literal. Any text stays a single value. */
export function createLiteral(value: RqlLiteral): RqlNode {
  if (value === null) return new RqlExpression("null", []);
  if (value === "") return new RqlExpression("empty", []);
  if (value instanceof RqlExpression || value instanceof RqlValue) return value;
  const text = formatLiteral(value);
  return new RqlValue(encode(text), text);
}

/** Returns the canonical spelling of a value. */
export function formatLiteral(value: string | number | bigint | boolean | Date): string {
  switch (typeof value) {
    case "string":
    case "bigint":
    case "boolean":
      return String(value);
    case "number":
      return formatNumber(value);
    default:
      return formatDate(value);
  }
}

function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RqlError(`RQL cannot express the number ${value}`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RqlError(`A number cannot hold the integer ${value} exactly: pass a bigint or a string`);
  }
  return String(value);
}

function formatDate(value: unknown): string {
  if (!(value instanceof Date))
    throw new RqlError(`RQL has no values of type ${typeof value}. For a missing value, pass null`);
  if (Number.isNaN(value.getTime())) throw new RqlError("An invalid Date cannot be formatted");
  return value.toISOString().replace(".000Z", "Z");
}
