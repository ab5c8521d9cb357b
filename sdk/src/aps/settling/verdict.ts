import type { Order } from "../../generated/aps/types.js";
import type { Comparison } from "./comparison.js";
import { compareInterval, type Interval } from "./platform-time.js";
import type { OrderComparison } from "./same-order.js";
import type { ShownOrder } from "./shown-order.js";

/**
 * Reason for which nothing can be said of an order yet, or at all:
 *
 * - `TOO_EARLY`: it is not there, and may still be executed by a gateway that holds the request. Ask again later.
 * - `FIELD_NOT_SHOWN`: an order may be the one, and the platform does not show a field that decides.
 * - `SEVERAL_MATCH`: several orders may be the one.
 * - `DATE_UNCERTAIN`: an order is equal, and may have been created just before ours was sent, or just after.
 * - `FILTER_UNPROVEN`: it is not there, and the platform was not seen to find orders by what it was asked for.
 * - `TOO_MANY_ORDERS`: more orders were placed since than are read.
 * - `LIST_INCOMPLETE`: the list of orders is not sorted as asked, or does not add up.
 * - `LIST_REFUSED`: the platform refuses to list orders.
 * - `ACCOUNT_NOT_SEEN`: the key may not see orders of other accounts than its own.
 */
export type UndecidedReason =
  | "TOO_EARLY"
  | "FIELD_NOT_SHOWN"
  | "SEVERAL_MATCH"
  | "DATE_UNCERTAIN"
  | "FILTER_UNPROVEN"
  | "TOO_MANY_ORDERS"
  | "LIST_INCOMPLETE"
  | "LIST_REFUSED"
  | "ACCOUNT_NOT_SEEN";

/** The order was placed. */
export interface PlacedSettlement {
  /** Discriminator. */
  readonly verdict: "placed";
  /** The order, as the platform shows it. */
  readonly order: Order;
}

/** The order was not placed, and will not be: it may be placed again. */
export interface NotPlacedSettlement {
  /** Discriminator. */
  readonly verdict: "not-placed";
}

/** Nothing is proven. The order must not be placed again. */
export interface UndecidedSettlement {
  /** Discriminator. */
  readonly verdict: "undecided";
  /** Orders of which each may be the one. */
  readonly candidates: readonly Order[];
  /** Reason, for programs. */
  readonly reason: UndecidedReason;
  /** Reason and next step in a sentence, for people. */
  readonly explanation: string;
  /** Moment from which asking again helps; absent where it does not. */
  readonly askAgainAt?: Date;
}

/** What became of an order whose outcome was unknown. */
export type OrderSettlement = PlacedSettlement | NotPlacedSettlement | UndecidedSettlement;

/** An order that was found, compared with the one that was sent. */
export interface ComparedOrder {
  readonly shown: ShownOrder;
  readonly comparison: OrderComparison;
  /** Comparison of the reference; `undefined` where the document marks no field for it. */
  readonly reference: Comparison | undefined;
}

/** Everything that the verdict depends on. */
export interface SettlementFacts {
  readonly orders: readonly ComparedOrder[];
  /** Moment of sending, on the platform's clock. */
  readonly sent: Interval;
  /** Reason for which an order may be missing among them; `undefined` where every order since the sending is. */
  readonly missing: UndecidedReason | undefined;
  /** An order that was placed would have been found, by a query that was seen to find orders. */
  readonly isProven: boolean;
  /** Moment until which the request may still be executed; `undefined` where it has passed. */
  readonly mayArriveUntil: Date | undefined;
}

/** Reasons in words, each with the next step. */
export const explanations: { readonly [R in UndecidedReason]: string } = {
  TOO_EARLY:
    "The order is not there, and may still be executed: something on the way may hold the request. Ask again at askAgainAt.",
  FIELD_NOT_SHOWN:
    "An order may be the one, and does not show every field that decides. Compare it in the control panel.",
  SEVERAL_MATCH: "Several orders may be the one. Compare them in the control panel.",
  DATE_UNCERTAIN:
    "An order is equal, and its date does not tell whether it was created before or after this one was sent. Compare it " +
    "in the control panel.",
  FILTER_UNPROVEN:
    "The order is not there, and the platform was not seen to find any order by the same query, so this proves nothing. " +
    "Look for it in the control panel.",
  TOO_MANY_ORDERS:
    "More orders were placed since than were read. Raise maxOrders, or look for the order in the control panel.",
  LIST_INCOMPLETE:
    "The list of orders is not in the order that was asked for, or does not add up, so an order may be missing. Look for " +
    "it in the control panel.",
  LIST_REFUSED: "The platform refuses to list orders. Look for the order in the control panel.",
  ACCOUNT_NOT_SEEN:
    "The order is not there, and the list shows no order of another account than what may be the key's own: it may leave " +
    "out the orders of this account. Look for it in the control panel.",
};

/** Decides. Each verdict but `undecided` needs proof: a wrong one loses an order, or places it twice. */
export function decide(facts: SettlementFacts): OrderSettlement {
  const marked = facts.orders.filter(({ reference }) => reference === "equal");
  const [only, ...others] = marked;
  if (only !== undefined) return others.length === 0 && only.shown.id !== undefined ? placed(only) : several(marked);
  const candidates = facts.orders.filter((order) => isCandidate(order, facts.sent));
  return candidates.length === 0 ? absent(facts) : present(candidates, facts);
}

/** An order that may be the one: not surely older, not surely another, and not of another reference. */
function isCandidate({ shown, comparison, reference }: ComparedOrder, sent: Interval): boolean {
  const isOlder = compareInterval(shown.created, sent) === "before";
  return !isOlder && comparison.result !== "different" && reference !== "different";
}

/** No order may be the one. */
function absent({ missing, isProven, mayArriveUntil }: SettlementFacts): OrderSettlement {
  if (mayArriveUntil !== undefined) {
    return { ...createUndecided([], "TOO_EARLY", explanations.TOO_EARLY), askAgainAt: mayArriveUntil };
  }
  if (missing !== undefined) return createUndecided([], missing, explanations[missing]);
  if (!isProven) return createUndecided([], "FILTER_UNPROVEN", explanations.FILTER_UNPROVEN);
  return { verdict: "not-placed" };
}

/** At least one order may be the one. */
function present(candidates: readonly ComparedOrder[], { sent, missing }: SettlementFacts): OrderSettlement {
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) return several(candidates);
  const open = openFields(only);
  if (open.length > 0) {
    const explanation =
      `Order ${nameOf(only)} may be the one, and does not show ${open.join(", ")} in a way that can be compared. ` +
      "Compare it in the control panel.";
    return createUndecided(candidates, "FIELD_NOT_SHOWN", explanation);
  }
  if (compareInterval(only.shown.created, sent) !== "after") {
    const explanation =
      `Order ${nameOf(only)} is equal, and its date does not tell whether it was created before this one was sent. ` +
      "Compare it in the control panel.";
    return createUndecided(candidates, "DATE_UNCERTAIN", explanation);
  }
  return missing === undefined ? placed(only) : createUndecided(candidates, missing, explanations[missing]);
}

function placed({ shown }: ComparedOrder): OrderSettlement {
  return { verdict: "placed", order: shown.order };
}

function several(candidates: readonly ComparedOrder[]): OrderSettlement {
  const explanation = `Each of the orders ${candidates.map(nameOf).join(", ")} may be the one. Compare them in the control panel.`;
  return createUndecided(candidates, "SEVERAL_MATCH", explanation);
}

/** Fields that decide and that an order does not show. */
function openFields({ shown, comparison, reference }: ComparedOrder): readonly string[] {
  return [
    ...(shown.id === undefined ? ["orderId"] : []),
    ...(shown.created === undefined ? ["creationDate"] : []),
    ...comparison.open,
    ...(reference === "not-shown" ? ["the reference"] : []),
  ];
}

function nameOf({ shown: { id, order } }: ComparedOrder): string {
  return order.orderNumber ?? id ?? "without a number";
}

/** An undecided settlement. */
export function createUndecided(
  candidates: readonly ComparedOrder[],
  reason: UndecidedReason,
  explanation: string,
): UndecidedSettlement {
  return { verdict: "undecided", candidates: candidates.map(({ shown }) => shown.order), reason, explanation };
}
