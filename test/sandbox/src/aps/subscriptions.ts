import { randomUUID } from "node:crypto";
import type { ChangeLog, ChangeOf } from "../data/change.js";
import type { JsonObject } from "../json.js";
import type { ServicePlan } from "./catalogue.js";
import type { CheckedOrder, OrderLine } from "./checked-order.js";
import { type Decimal, decimal, subtractIncluded, toNumber } from "./money.js";
import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import { linkTo, type ResourceStore } from "./resources.js";

/** Effects of orders on subscriptions, and the resource amounts of each subscription. */
export interface Subscriptions {
  /** Executes a completed order. */
  execute(order: CheckedOrder): void;
  /** Returns the amounts of a billing subscription, or `undefined` for anything else. */
  amounts(subscriptionId: string): readonly JsonObject[] | undefined;
}

/** Dependencies of the subscriptions. */
export interface SubscriptionsOptions {
  readonly resources: ResourceStore;
  readonly plans: readonly ServicePlan[];
  readonly log: ChangeLog;
}

/** Creates the subscriptions from the resources and the changes in the log. */
export function createSubscriptions({ resources, plans, log }: SubscriptionsOptions): Subscriptions {
  const limits = new Map<string, ReadonlyMap<string, Decimal>>([
    ["e8b7a6c5-1234-4d0e-9f8a-7b6c5d4e3f21", new Map([["c41a9a0e-3b5d-4c1f-8f27-1d6b9e0a2f44", decimal("120")]])],
  ]);
  for (const change of log.earlier) if (change.kind === "limits") apply(change);

  function apply(change: ChangeOf<"limits">): void {
    const own = Object.entries(change.limits).map(([resourceId, amount]) => [resourceId, decimal(amount)] as const);
    limits.set(change.subscriptionId, new Map(own));
  }

  function limit(subscriptionId: string, amounts: ReadonlyMap<string, Decimal>): void {
    const own = [...amounts].map(([resourceId, amount]) => [resourceId, String(toNumber(amount))]);
    const change: ChangeOf<"limits"> = { kind: "limits", subscriptionId, limits: Object.fromEntries(own) };
    apply(change);
    log.add(change);
  }

  let latestNumber: number | undefined;
  function nextNumber(): number {
    latestNumber = (latestNumber ?? highestNumber(resources.all())) + 1;
    return latestNumber;
  }

  function subscribe(line: OrderLine, accountId: string | null): void {
    const bssId = randomUUID();
    resources.create(draftSubscription(line, accountId, bssId, nextNumber()));
    limit(bssId, line.amounts);
  }

  function change(subscriptionId: string, { plan, offer, amounts }: OrderLine): void {
    const { name, subscriptionPeriod, servicePlan } = planFields(plan, offer.period);
    resources.update(subscriptionId, { name, subscriptionPeriod, servicePlan });
    limit(subscriptionId, new Map([...(limits.get(subscriptionId) ?? []), ...amounts]));
  }

  /** Terminates both sides of a subscription. */
  function terminate(subscription: ApsResource): void {
    resources.update(subscription.aps.id, { status: "TERMINATED", serviceStatus: "NOT_EXIST" });
    const services = linkedId(subscription["paSubscription"]);
    if (services !== undefined && resources.find(services)) resources.update(services, { isTerminated: true });
  }

  return {
    execute({ type, accountId, subscriptionId, lines }) {
      if (type === "SALES") for (const line of lines) subscribe(line, accountId);
      // The subscription may have been removed since the order was placed.
      const subscription = resources.find(subscriptionId ?? "");
      if (subscription === undefined) return;
      if (type === "CANCELLATION") return terminate(subscription);
      for (const line of lines) change(subscription.aps.id, line);
    },
    amounts(subscriptionId) {
      const subscription = resources.find(subscriptionId);
      if (subscription === undefined || !isImplementing(subscription.aps.type, apsTypes.bssSubscription))
        return undefined;
      const plan = plans.find(({ apsId }) => apsId === linkedId(subscription["servicePlan"]));
      return plan === undefined ? [] : amountsOf(plan, limits.get(subscriptionId) ?? new Map());
    },
  };
}

function amountsOf({ rates }: ServicePlan, limits: ReadonlyMap<string, Decimal>): readonly JsonObject[] {
  return rates.map(({ resourceId, id, name, included }) => {
    const additional = subtractIncluded(limits.get(resourceId) ?? decimal("0"), decimal(included));
    return { resourceId, id, name, included: Number(included), additional: toNumber(additional) };
  });
}

/** Billing side and operations side of a subscription, linked to each other and with the same number. */
function draftSubscription(
  { plan, offer }: OrderLine,
  accountId: string | null,
  bssId: string,
  subscriptionId: number,
): readonly JsonObject[] {
  const paId = randomUUID();
  const account = accountId === null ? {} : { account: linkTo(accountId) };
  return [
    {
      aps: { id: bssId, type: apsTypes.bssSubscription },
      subscriptionId,
      ...planFields(plan, offer.period),
      status: "ACTIVE",
      serviceStatus: "RUNNING",
      trial: false,
      ...account,
      paSubscription: linkTo(paId),
    },
    {
      aps: { id: paId, type: apsTypes.subscription },
      subscriptionId,
      serviceTemplateId: plan.planId,
      name: plan.name,
      trial: false,
      disabled: false,
      ...account,
    },
  ];
}

function planFields(plan: ServicePlan, subscriptionPeriod: OrderLine["offer"]["period"]) {
  return { name: plan.name, subscriptionPeriod, servicePlan: linkTo(plan.apsId) };
}

function highestNumber(resources: readonly ApsResource[]): number {
  return resources.reduce((highest, { subscriptionId }) => {
    return typeof subscriptionId === "number" ? Math.max(highest, subscriptionId) : highest;
  }, 0);
}
