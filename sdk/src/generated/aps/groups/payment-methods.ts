// Generated from aps.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import {
  createPaymentMethod,
  listPaymentMethods,
  listPaymentSystems,
  updatePaymentMethod,
} from "../operations/payment-methods.js";
import type { PaymentMethod, PaymentSystem } from "../types.js";

/** Options for `paymentMethods.list`. */
export interface ListPaymentMethodsOptions extends CallOptions {
  /** APS ID of the account. */
  accountId?: string | undefined;
  /** Only methods of this payment system, by its number. */
  paymentSystemId?: string | undefined;
  /** Only the method that an external system knows by this ID. */
  externalId?: string | undefined;
}

/** Options for `paymentMethods.listPaymentSystems`. */
export interface ListPaymentSystemsOptions extends CallOptions {
  /** APS ID of the account. */
  accountId?: string | undefined;
}

/** What accounts pay with. */
export class PaymentMethods extends OperationGroup {
  /**
   * Lists the payment methods of an account.
   *
   * The default one has `defaultMethod`, and is what an order is paid with. The alias of the service is not
   * confirmed, so the SDK looks the service up and calls it by its APS ID. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-method-management`, GET.
   *
   * `GET /aps/2/services/payment-method-manager/paymentMethods`
   *
   * @throws ApiError: Refused or failed.
   */
  list(options?: ListPaymentMethodsOptions): Call<PaymentMethod[]> {
    return this.core.call(listPaymentMethods, {}, options);
  }

  /**
   * Adds a payment method to an account.
   *
   * A method that the buyer confirms on a page of the payment system is added as `PENDING` or `NOT_INSTANTIATED`
   * until that is done. Platform 8.3 and newer. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-method-management`, POST.
   *
   * `POST /aps/2/services/payment-method-manager/paymentMethods`
   *
   * @param paymentMethod The payment method.
   * @throws ApiError: Refused or failed.
   */
  create(paymentMethod: PaymentMethod, options?: CallOptions): Call<PaymentMethod> {
    return this.core.call(createPaymentMethod, { body: paymentMethod }, options);
  }

  /**
   * Changes a payment method.
   *
   * Since platform 8.3 this also makes it the account's default: later orders are paid with it. Needs the Allowed
   * Operation `http://www.odin.com/billing/payment-method-management`, PUT.
   *
   * `PUT /aps/2/services/payment-method-manager/paymentMethods/{paymentMethodId}`
   *
   * @param paymentMethodId Number of the payment method.
   * @param paymentMethod The payment method.
   * @throws ApiError: Refused or failed.
   */
  update(
    paymentMethodId: number,
    paymentMethod: PaymentMethod,
    options?: CallOptions,
  ): Call<PaymentMethod | undefined> {
    return this.core.call(updatePaymentMethod, { paymentMethodId, body: paymentMethod }, options);
  }

  /**
   * Lists the payment systems that an account may use.
   *
   * The `paymentSystemId` of a new payment method is one of these. Platform 8.3 and newer. Needs the Allowed
   * Operation `http://www.odin.com/billing/payment-method-management`, GET.
   *
   * `GET /aps/2/services/payment-method-manager/paymentSystems`
   *
   * @throws ApiError: Refused or failed.
   */
  listPaymentSystems(options?: ListPaymentSystemsOptions): Call<PaymentSystem[]> {
    return this.core.call(listPaymentSystems, {}, options);
  }
}
