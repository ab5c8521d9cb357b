// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { listPayments, pay, payDeprecated, updatePayment } from "../operations/payments.js";
import type { Payment } from "../types.js";

/** Options for `payments.list`. */
export interface ListPaymentsOptions extends CallOptions {
  /** APS ID of the account. */
  accountId?: string | undefined;
  /** IDs of the payments to return. The format for several IDs is not documented; the text is sent as it is. */
  paymentIds?: string | undefined;
}

/** Payments of accounts. */
export class Payments extends OperationGroup {
  /**
   * Lists the payments of an account.
   *
   * Check here before you pay again if the outcome of `payments.pay` is unknown. Since platform 20.4, the service
   * also accepts RQL filters; send them with `resources.call`. The alias of the service is not confirmed, so the SDK
   * looks the service up and calls it by its APS ID. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-management`, GET.
   *
   * `GET /aps/2/services/payment-manager/payments`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  list(options?: ListPaymentsOptions): Call<Payment[]> {
    return this.core.call(listPayments, {}, options);
  }

  /**
   * Charges or records a payment.
   *
   * Moves money, so the client sends the request once. If the outcome is unknown, check `payments.list` first. The
   * fields of a payment are not documented; read them from `types.getByTypeId` with the installed version of
   * `http://www.odin.com/billing/payment-management`. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-management`, POST.
   *
   * `POST /aps/2/services/payment-manager/payments`
   *
   * @param payment The payment. Its fields are not documented.
   * @throws ApiError: The platform refused the request or failed.
   */
  pay(payment: Payment, options?: CallOptions): Call<Payment> {
    return this.core.call(pay, { body: payment }, options);
  }

  /**
   * Updates a payment.
   *
   * Since platform 20.4, this also releases and voids payments, so the client sends the request once although it is
   * a PUT. Needs the Allowed Operation `http://www.odin.com/billing/payment-management`, PUT.
   *
   * `PUT /aps/2/services/payment-manager/payments/{paymentId}`
   *
   * @param paymentId Number of the payment.
   * @param payment The payment. Its fields are not documented.
   * @throws ApiError: The platform refused the request or failed.
   */
  update(paymentId: number, payment: Payment, options?: CallOptions): Call<Payment | undefined> {
    return this.core.call(updatePayment, { paymentId, body: payment }, options);
  }

  /**
   * Charges or records a payment on older platforms.
   *
   * Predecessor of `payments.pay`, for platforms that do not have it. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-management`, POST.
   *
   * `POST /aps/2/services/payment-manager/payment`
   *
   * @param payment The payment. Its fields are not documented.
   * @throws ApiError: The platform refused the request or failed.
   *
   * @deprecated
   */
  payDeprecated(payment: Payment, options?: CallOptions): Call<Payment> {
    return this.core.call(payDeprecated, { body: payment }, options);
  }
}
