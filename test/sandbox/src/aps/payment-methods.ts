import type { ChangeLog, ChangeOf } from "../data/change.js";
import { Failure } from "../failure.js";
import type { JsonObject } from "../json.js";
import type { FindResource } from "./checked-order.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import type { View } from "./view.js";

type NumberedMethod = ChangeOf<"payment-method">["method"];

/** Payment methods of accounts. */
export interface PaymentMethods {
  /** Returns the payment methods that match all given filters. */
  list(filter: PaymentMethodFilter): readonly JsonObject[];
  /** Returns the payment systems that payment methods refer to. */
  systems(): readonly JsonObject[];
  /**
   * Adds a payment method with a new number.
   *
   * @param find Finds resources that the caller can see.
   */
  add(method: JsonObject, find: FindResource): JsonObject;
  /** Updates the given fields and makes the method the account's default, as the platform has done since 8.3. */
  update(id: number, changes: JsonObject, isVisible: View["isVisible"]): JsonObject;
}

/** Query parameters of the list. */
export interface PaymentMethodFilter {
  readonly accountId: string | undefined;
  readonly paymentSystemId: string | undefined;
  readonly externalId: string | undefined;
}

/** Creates the payment methods: one card for one seeded account, plus the changes in the log. */
export function createPaymentMethods(log: ChangeLog): PaymentMethods {
  const methods = new Map<number, JsonObject>([[41, northwindsCard]]);
  for (const change of log.earlier) if (change.kind === "payment-method") apply(change.method);

  function keep(method: NumberedMethod): JsonObject {
    log.add({ kind: "payment-method", method });
    return apply(method);
  }

  function apply(method: NumberedMethod): JsonObject {
    if (method["defaultMethod"] === true) {
      for (const [id, other] of methods) {
        const isSameOwner = other["ownerAccountId"] === method["ownerAccountId"];
        if (isSameOwner) methods.set(id, { ...other, defaultMethod: false });
      }
    }
    methods.set(method.id, method);
    return method;
  }

  return {
    list: ({ accountId, paymentSystemId, externalId }) =>
      [...methods.values()].filter(
        (method) =>
          matches(method["ownerAccountId"], accountId) &&
          matches(method["paymentSystemId"], paymentSystemId) &&
          matches(method["externalId"], externalId),
      ),
    systems: () => [{ paymentSystemId: northwindsCard.paymentSystemId, paymentSystem: northwindsCard.paymentSystem }],
    add(method, find) {
      const lacking = requiredMembers.find((name) => method[name] === undefined || method[name] === null);
      if (lacking !== undefined) throw new Failure(400, `${lacking} is not set`);
      const owner = find(String(method["ownerAccountId"]));
      if (owner === undefined || !isImplementing(owner.aps.type, apsTypes.account)) {
        throw new Failure(400, `ownerAccountId ${method["ownerAccountId"]} does not exist`);
      }
      const id = Math.max(...methods.keys()) + 1;
      return keep({ ...method, id, name: nameOf(method, id) });
    },
    update(id, changes, isVisible) {
      const former = methods.get(id);
      if (former === undefined || !isVisible(former["ownerAccountId"]))
        throw new Failure(404, `Payment method ${id} does not exist`);
      const { name = null, ownerAccountId = null } = former;
      return keep({ ...former, ...changes, id, name, ownerAccountId, defaultMethod: true });
    },
  };
}

const requiredMembers = ["ownerAccountId", "perCustomer", "status", "ratified", "defaultMethod"] as const;

const northwindsCard = {
  id: 41,
  paymentSystemId: "3",
  paymentSystem: "Card gateway",
  ownerAccountId: "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10",
  number: "****4242",
  name: "Visa ****4242",
  type: "CREDIT_CARD",
  perCustomer: true,
  status: "ACTIVE",
  ratified: "NOT_REQUIRED",
  defaultMethod: true,
} satisfies JsonObject;

/** Name of a payment method. The platform assigns it in an undocumented format. */
function nameOf({ type, number }: JsonObject, id: number): string {
  return `${typeof type === "string" ? type : "Payment method"} ${typeof number === "string" ? number : id}`;
}

function matches(value: JsonObject[string] | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted;
}
