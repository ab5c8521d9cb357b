/**
 * An exact decimal: `digits` divided by ten to the power of `scale`. Prices are added and multiplied in this form,
 * because binary floating point makes 0.1 + 0.2 of them.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Money as the platform writes it: `{ "value": "84.00", "code": "USD" }`. */
export type Money = { readonly value: string; readonly code: string };

/** Nothing, or no money. */
export const zero: Decimal = { digits: 0n, scale: 0 };

/** Reads `12` and `0.60`. `undefined` for any other text, a sign or an exponent among them. */
export function parseDecimal(text: string): Decimal | undefined {
  const parts = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, whole = "", fraction = ""] = parts;
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** Reads a decimal that is part of this program, such as a price of the seed. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new TypeError(`Not a decimal: ${text}`);
  return parsed;
}

/** The sum of all. */
export function sum(terms: readonly Decimal[]): Decimal {
  return terms.reduce(plus, zero);
}

/** The exact product of both. */
export function times(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** What is left of `amount` above `included`, at least nothing. */
export function beyond(amount: Decimal, included: Decimal): Decimal {
  const left = plus(amount, { digits: -included.digits, scale: included.scale });
  return left.digits > 0n ? left : zero;
}

/** Rounded to two places, half up: what is charged, so that totals are sums of rounded amounts. */
export function roundToCents(value: Decimal): Decimal {
  if (value.scale <= 2) return { digits: scaled(value, 2), scale: 2 };
  const unit = 10n ** BigInt(value.scale - 2);
  return { digits: (value.digits + unit / 2n) / unit, scale: 2 };
}

/** The nearest number, for amounts that are no money. */
export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}

/** As the platform writes it, with two places. */
export function money(value: Decimal, code: string): Money {
  const text = String(roundToCents(value).digits).padStart(3, "0");
  return { value: `${text.slice(0, -2)}.${text.slice(-2)}`, code };
}

function plus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: scaled(left, scale) + scaled(right, scale), scale };
}

function scaled({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}
