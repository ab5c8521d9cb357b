/**
 * Exact decimal: `digits` divided by ten to the power of `scale`. Prices use this form because binary floating point
 * cannot add 0.1 and 0.2 exactly.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Money in the platform's format: `{ "value": "84.00", "code": "USD" }`. */
export type Money = { readonly value: string; readonly code: string };

/** Zero. */
export const zero: Decimal = { digits: 0n, scale: 0 };

/** Parses `12` and `0.60`. Returns `undefined` for other text, including signs and exponents. */
export function parseDecimal(text: string): Decimal | undefined {
  const parts = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, whole = "", fraction = ""] = parts;
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** Parses a decimal constant of this program, such as a price in the seed. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new TypeError(`Not a decimal: ${text}`);
  return parsed;
}

/** Sum of all terms. */
export function sum(terms: readonly Decimal[]): Decimal {
  return terms.reduce(add, zero);
}

/** Exact product. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** Amount above `included`, or zero. */
export function subtractIncluded(amount: Decimal, included: Decimal): Decimal {
  const left = add(amount, { digits: -included.digits, scale: included.scale });
  return left.digits > 0n ? left : zero;
}

/** Rounds to two decimal places, half up. Prices are rounded before they are added, as on an invoice. */
export function roundToCents(value: Decimal): Decimal {
  if (value.scale <= 2) return { digits: rescale(value, 2), scale: 2 };
  const unit = 10n ** BigInt(value.scale - 2);
  return { digits: (value.digits + unit / 2n) / unit, scale: 2 };
}

/** Nearest number, for amounts that are not money. */
export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}

/** Formats money as the platform does, with two decimal places. */
export function formatMoney(value: Decimal, code: string): Money {
  const text = String(roundToCents(value).digits).padStart(3, "0");
  return { value: `${text.slice(0, -2)}.${text.slice(-2)}`, code };
}

function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: rescale(left, scale) + rescale(right, scale), scale };
}

function rescale({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}
