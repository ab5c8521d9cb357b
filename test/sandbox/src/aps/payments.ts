import type { ChangeLog, ChangeOf } from "../data/change.js";
import { Failure } from "../failure.js";
import type { JsonObject } from "../json.js";
import type { FindResource } from "./checked-order.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import type { View } from "./view.js";

type NumberedPayment = ChangeOf<"payment">["payment"];

/**
 * Payments that were taken. Which members a payment has is not documented, so it is kept as it was sent, under a number;
 * `accountId`, by which a list asks for payments, is the one that is read.
 */
export interface Payments {
  /** Oldest first. */
  list(): readonly JsonObject[];
  /** Takes a payment: two calls are two payments. */
  pay(payment: JsonObject, find: FindResource): JsonObject;
  /** Sets what was sent, and keeps the rest. */
  update(id: number, changes: JsonObject, seen: { readonly find: FindResource } & Pick<View, "isInSight">): JsonObject;
}

/** Payments, as the earlier changes left them. */
export function createPayments(log: ChangeLog): Payments {
  const payments = new Map<number, JsonObject>();
  for (const change of log.earlier) if (change.kind === "payment") payments.set(change.payment.id, change.payment);

  function keep(payment: NumberedPayment): JsonObject {
    log.add({ kind: "payment", payment });
    payments.set(payment.id, payment);
    return payment;
  }

  return {
    list: () => [...payments.values()],
    pay(payment, find) {
      refuseUnlessAccount(payment["accountId"], find);
      return keep({ ...payment, id: firstNumber + payments.size });
    },
    update(id, changes, { find, isInSight }) {
      const former = payments.get(id);
      if (former === undefined || !isInSight(former["accountId"]))
        throw new Failure(404, `Payment ${id} does not exist`);
      refuseUnlessAccount(changes["accountId"], find);
      return keep({ ...former, ...changes, id });
    },
  };
}

const firstNumber = 1000517;

function refuseUnlessAccount(id: JsonObject[string] | undefined, find: FindResource): void {
  if (id === undefined) return;
  const account = find(String(id));
  if (account === undefined || !isImplementing(account.aps.type, apsTypes.account)) {
    throw new Failure(400, `accountId ${id} does not exist`);
  }
}
