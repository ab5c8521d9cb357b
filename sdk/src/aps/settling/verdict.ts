import type { Order } from "../../generated/aps/types.js";
import type { Comparison } from "./comparison.js";
import { compareInterval, type Interval } from "./platform-time.js";
import type { OrderComparison } from "./same-order.js";
import type { ShownOrder } from "./shown-order.js";

/**
 * Reason why the outcome of an order cannot be decided yet, or at all:
 *
 * - `TOO_EARLY`: the order was not found, but a gateway may hold the request and still deliver it. Ask again later.
 * - `FIELD_NOT_SHOWN`: an order may match, but the platform does not show a field that would decide.
 * - `SEVERAL_MATCH`: several orders may match.
 * - `DATE_UNCERTAIN`: an order is equal, but may have been created either just before or just after ours was sent.
 * - `FILTER_UNPROVEN`: the order was not found, but it is not proven that the platform's filter finds orders.
 * - `TOO_MANY_ORDERS`: more orders were placed since then than are read.
 * - `LIST_INCOMPLETE`: the list of orders is not sorted as requested, or is inconsistent.
 * - `LIST_REFUSED`: the platform refuses to list orders.
 * - `ACCOUNT_NOT_SEEN`: the key may only see orders of its own account.
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

/** Verdict that the order was placed. */
export interface PlacedSettlement {
  /** Discriminator. */
  readonly verdict: "placed";
  /** Order as the platform shows it. */
  readonly order: Order;
}

/** Verdict that the order was not placed and will not be. It may be placed again. */
export interface NotPlacedSettlement {
  /** Discriminator. */
  readonly verdict: "not-placed";
}

/** Verdict that nothing is proven. The order must not be placed again. */
export interface UndecidedSettlement {
  /** Discriminator. */
  readonly verdict: "undecided";
  /** Orders that may be the one that was sent. */
  readonly candidates: readonly Order[];
  /** Reason, for programs. */
  readonly reason: UndecidedReason;
  /** Reason and next step, for people. */
  readonly explanation: string;
  /** Time from which asking again helps; absent if it does not help. */
  readonly askAgainAt?: Date;
}

/** Verdict on an order whose outcome was unknown. */
export type OrderSettlement = PlacedSettlement | NotPlacedSettlement | UndecidedSettlement;

/** Order on the platform, compared with the one that was sent. */
export interface ComparedOrder {
  readonly shown: ShownOrder;
  readonly comparison: OrderComparison;
  /** Comparison of the reference; `undefined` if the document marks no field for it. */
  readonly reference: Comparison | undefined;
}

/** Facts that the verdict depends on. */
export interface SettlementFacts {
  readonly orders: readonly ComparedOrder[];
  /** Time of sending, on the platform's clock. */
  readonly sent: Interval;
  /** Reason why `orders` may be incomplete; `undefined` if it contains every order since the time of sending. */
  readonly missing: UndecidedReason | undefined;
  /** True if the query is proven to find orders, so that a placed order would have been found. */
  readonly isProven: boolean;
  /** Time until which the request may still be executed; `undefined` if it has passed. */
  readonly mayArriveUntil: Date | undefined;
}

/** Explanation of each reason, with the next step. */
export const explanations: { readonly [R in UndecidedReason]: string } = {
  TOO_EARLY:
    "The order was not found, but may still be executed: a gateway may hold the request. Ask again at askAgainAt.",
  FIELD_NOT_SHOWN:
    "An order may be the one that was sent, but does not show every field needed to decide. Compare it in the control " +
    "panel.",
  SEVERAL_MATCH: "Several orders may be the one that was sent. Compare them in the control panel.",
  DATE_UNCERTAIN:
    "An order is equal, but its date does not show whether it was created before or after this one was sent. Compare it in " +
    "the control panel.",
  FILTER_UNPROVEN:
    "The order was not found, but the same query has never found any order on this platform, so this proves nothing. " +
    "Look for the order in the control panel.",
  TOO_MANY_ORDERS:
    "More orders were placed since then than were read. Raise maxOrders, or look for the order in the control panel.",
  LIST_INCOMPLETE:
    "The list of orders is not sorted as requested, or is inconsistent, so an order may be missing. Look for the order " +
    "in the control panel.",
  LIST_REFUSED: "The platform refuses to list orders. Look for the order in the control panel.",
  ACCOUNT_NOT_SEEN:
    "The order was not found, but the list shows only orders that may belong to the key's own account. It may omit the " +
    "orders of this account. Look for the order in the control panel.",
};

/** Decides the verdict. All but `undecided` need proof: a wrong verdict loses an order, or places it twice. */
export function decide(facts: SettlementFacts): OrderSettlement {
  const marked = facts.orders.filter(({ reference }) => reference === "equal");
  const [only, ...others] = marked;
  if (only !== undefined)
    return others.length === 0 && only.shown.id !== undefined ? createPlaced(only) : createAmbiguous(marked);
  const candidates = facts.orders.filter((order) => isCandidate(order, facts.sent));
  return candidates.length === 0 ? decideOnAbsence(facts) : decideOnCandidates(candidates, facts);
}

/** Returns true if an order may be the one: it is not definitely older or different, and has no other reference. */
function isCandidate({ shown, comparison, reference }: ComparedOrder, sent: Interval): boolean {
  const isOlder = compareInterval(shown.created, sent) === "before";
  return !isOlder && comparison.result !== "different" && reference !== "different";
}

/** Decides the verdict without candidates. */
function decideOnAbsence({ missing, isProven, mayArriveUntil }: SettlementFacts): OrderSettlement {
  if (mayArriveUntil !== undefined) {
    return { ...createUndecided([], "TOO_EARLY", explanations.TOO_EARLY), askAgainAt: mayArriveUntil };
  }
  if (missing !== undefined) return createUndecided([], missing, explanations[missing]);
  if (!isProven) return createUndecided([], "FILTER_UNPROVEN", explanations.FILTER_UNPROVEN);
  return { verdict: "not-placed" };
}

/** Decides the verdict with at least one candidate. */
function decideOnCandidates(candidates: readonly ComparedOrder[], { sent, missing }: SettlementFacts): OrderSettlement {
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) return createAmbiguous(candidates);
  const open = listOpenFields(only);
  if (open.length > 0) {
    const explanation =
      `Order ${describeOrder(only)} may be the one that was sent, but does not show ${open.join(", ")} in a comparable way. ` +
      "Compare it in the control panel.";
    return createUndecided(candidates, "FIELD_NOT_SHOWN", explanation);
  }
  if (compareInterval(only.shown.created, sent) !== "after") {
    const explanation =
      `Order ${describeOrder(only)} is equal, but its date does not show whether it was created before this one was sent. ` +
      "Compare it in the control panel.";
    return createUndecided(candidates, "DATE_UNCERTAIN", explanation);
  }
  return missing === undefined ? createPlaced(only) : createUndecided(candidates, missing, explanations[missing]);
}

function createPlaced({ shown }: ComparedOrder): OrderSettlement {
  return { verdict: "placed", order: shown.order };
}

function createAmbiguous(candidates: readonly ComparedOrder[]): OrderSettlement {
  const explanation =
    `Several orders may be the one that was sent: ${candidates.map(describeOrder).join(", ")}. ` +
    "Compare them in the control panel.";
  return createUndecided(candidates, "SEVERAL_MATCH", explanation);
}

/** Lists the relevant fields that an order does not show. */
function listOpenFields({ shown, comparison, reference }: ComparedOrder): readonly string[] {
  return [
    ...(shown.id === undefined ? ["orderId"] : []),
    ...(shown.created === undefined ? ["creationDate"] : []),
    ...comparison.open,
    ...(reference === "not-shown" ? ["the reference"] : []),
  ];
}

function describeOrder({ shown: { id, order } }: ComparedOrder): string {
  return order.orderNumber ?? id ?? "without a number";
}

/** Creates an undecided settlement. */
export function createUndecided(
  candidates: readonly ComparedOrder[],
  reason: UndecidedReason,
  explanation: string,
): UndecidedSettlement {
  return { verdict: "undecided", candidates: candidates.map(({ shown }) => shown.order), reason, explanation };
}
