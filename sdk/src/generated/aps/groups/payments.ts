// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { listPayments, pay, payDeprecated, updatePayment } from "../operations/payments.js";
import type { Payment } from "../types.js";

/** Options for `payments.list`. */
export interface ListPaymentsOptions extends CallOptions {
  /** APS ID of the account. */
  accountId?: string | undefined;
  /** Only these payments. How several are written is not documented; the text is sent as it is. */
  paymentIds?: string | undefined;
}

/** Payments of accounts. */
export class Payments extends OperationGroup {
  /**
   * Lists payments of an account.
   *
   * After a call to `payments.pay` whose outcome is not known, this is where to look before paying again. Since
   * platform 20.4 the service takes filters in RQL, too: `resources.call` sends them. The alias of the service is
   * not confirmed, so the SDK looks the service up and calls it by its APS ID. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-management`, GET.
   *
   * `GET /aps/2/services/payment-manager/payments`
   *
   * @throws ApiError: Refused or failed.
   */
  list(options?: ListPaymentsOptions): Call<Payment[]> {
    return this.core.call(listPayments, {}, options);
  }

  /**
   * Charges or records a payment.
   *
   * Moves money: it is sent once, and after an unknown outcome `payments.list` has to be asked first. The fields of
   * a payment are not documented; `types.getByTypeId` with the version of the installed
   * `http://www.odin.com/billing/payment-management` tells them. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-management`, POST.
   *
   * `POST /aps/2/services/payment-manager/payments`
   *
   * @param payment The payment. Its fields are not documented.
   * @throws ApiError: Refused or failed.
   */
  pay(payment: Payment, options?: CallOptions): Call<Payment> {
    return this.core.call(pay, { body: payment }, options);
  }

  /**
   * Changes a payment.
   *
   * Since platform 20.4 this also releases and voids a payment, so although it is a PUT it is sent once. Needs the
   * Allowed Operation `http://www.odin.com/billing/payment-management`, PUT.
   *
   * `PUT /aps/2/services/payment-manager/payments/{paymentId}`
   *
   * @param paymentId Number of the payment.
   * @param payment The payment. Its fields are not documented.
   * @throws ApiError: Refused or failed.
   */
  update(paymentId: number, payment: Payment, options?: CallOptions): Call<Payment | undefined> {
    return this.core.call(updatePayment, { paymentId, body: payment }, options);
  }

  /**
   * Charges or records a payment, as older platforms have it.
   *
   * The predecessor of `payments.pay`, for platforms that do not know that. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-management`, POST.
   *
   * `POST /aps/2/services/payment-manager/payment`
   *
   * @param payment The payment. Its fields are not documented.
   * @throws ApiError: Refused or failed.
   *
   * @deprecated
   */
  payDeprecated(payment: Payment, options?: CallOptions): Call<Payment> {
    return this.core.call(payDeprecated, { body: payment }, options);
  }
}
