import type { ChangeLog, ChangeOf } from "../data/change.js";
import { Failure } from "../failure.js";
import type { JsonObject } from "../json.js";
import type { FindResource } from "./checked-order.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import type { View } from "./view.js";

type NumberedPayment = ChangeOf<"payment">["payment"];

/**
 * Accepted payments. The fields of a payment are not documented, so the sandbox stores them as sent and adds a number.
 * It only reads `accountId`, which lists filter by.
 */
export interface Payments {
  /** Returns all payments, oldest first. */
  list(): readonly JsonObject[];
  /** Accepts a payment. Two calls are two payments. */
  pay(payment: JsonObject, find: FindResource): JsonObject;
  /** Updates the given fields and keeps the others. */
  update(id: number, changes: JsonObject, seen: { readonly find: FindResource } & Pick<View, "isVisible">): JsonObject;
}

/** Creates the payments from the log. */
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
      requireAccount(payment["accountId"], find);
      return keep({ ...payment, id: firstNumber + payments.size });
    },
    update(id, changes, { find, isVisible }) {
      const former = payments.get(id);
      if (former === undefined || !isVisible(former["accountId"]))
        throw new Failure(404, `Payment ${id} does not exist`);
      requireAccount(changes["accountId"], find);
      return keep({ ...former, ...changes, id });
    },
  };
}

const firstNumber = 1000517;

function requireAccount(id: JsonObject[string] | undefined, find: FindResource): void {
  if (id === undefined) return;
  const account = find(String(id));
  if (account === undefined || !isImplementing(account.aps.type, apsTypes.account)) {
    throw new Failure(400, `accountId ${id} does not exist`);
  }
}
