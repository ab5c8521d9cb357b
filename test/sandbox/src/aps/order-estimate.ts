import type { JsonObject } from "../json.js";
import { currency } from "./catalogue.js";
import type { CheckedOrder, OrderLine } from "./checked-order.js";
import { type Decimal, decimal, formatMoney, multiply, roundToCents, subtractIncluded, sum, zero } from "./money.js";
import type { OrderType } from "./order-type.js";

/** Tax rate on the net price. */
const taxRate = decimal("0.20");

interface Fee {
  readonly name: string;
  readonly amount: Decimal;
}

/**
 * Estimates the cost of an order. The total is the sum of all fees, each rounded to cents; taxes are fees, too. The
 * platform documents only the format of money. Names and grouping of the fees follow its discount service.
 */
export function estimateOrder({ type, lines }: CheckedOrder, includeTaxes: boolean): JsonObject {
  const priced = lines.map((line) => ({ line, fees: feesOf(line, type, includeTaxes) }));
  const total = sum(priced.flatMap(({ fees }) => fees.map(({ amount }) => amount)));
  return {
    total: formatMoney(total, currency),
    products: priced.map(({ line, fees }) => ({
      planId: line.plan.apsId,
      period: line.offer.period,
      fees: fees.map(({ name, amount }) => ({ name, fee: formatMoney(amount, currency) })),
    })),
  };
}

function feesOf(line: OrderLine, type: OrderType, includeTaxes: boolean): readonly Fee[] {
  const setup = type === "SALES" ? roundToCents(decimal(line.offer.setupFee)) : zero;
  const recurring = roundToCents(recurringFee(line));
  const net: Fee[] = [
    { name: "setup", amount: setup },
    { name: "recurring", amount: recurring },
  ];
  if (!includeTaxes) return net;
  return [...net, { name: "tax", amount: roundToCents(multiply(sum([setup, recurring]), taxRate)) }];
}

/** Fee of the plan plus the price of all additional units. */
function recurringFee({ plan, offer, amounts }: OrderLine): Decimal {
  const months = decimal(String(offer.months));
  const additional = plan.rates.map(({ resourceId, included, monthlyFee }) => {
    const units = subtractIncluded(amounts.get(resourceId) ?? zero, decimal(included));
    return multiply(units, multiply(decimal(monthlyFee), months));
  });
  return sum([decimal(offer.recurringFee), ...additional]);
}
