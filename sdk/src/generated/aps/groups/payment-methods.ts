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
  /** Returns only methods of the payment system with this number. */
  paymentSystemId?: string | undefined;
  /** Returns only the method with this ID in an external system. */
  externalId?: string | undefined;
}

/** Options for `paymentMethods.listPaymentSystems`. */
export interface ListPaymentSystemsOptions extends CallOptions {
  /** APS ID of the account. */
  accountId?: string | undefined;
}

/** Payment methods of accounts. */
export class PaymentMethods extends OperationGroup {
  /**
   * Lists the payment methods of an account.
   *
   * The default method has `defaultMethod` and pays for orders. The alias of the service is not confirmed, so the
   * SDK looks the service up and calls it by its APS ID. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-method-management`, GET.
   *
   * `GET /aps/2/services/payment-method-manager/paymentMethods`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  list(options?: ListPaymentMethodsOptions): Call<PaymentMethod[]> {
    return this.core.call(listPaymentMethods, {}, options);
  }

  /**
   * Adds a payment method to an account.
   *
   * If the buyer must confirm the method on a page of the payment system, add it as `PENDING` or `NOT_INSTANTIATED`
   * until then. Platform 8.3 and newer. Needs the Allowed Operation
   * `http://www.odin.com/billing/payment-method-management`, POST.
   *
   * `POST /aps/2/services/payment-method-manager/paymentMethods`
   *
   * @param paymentMethod The payment method.
   * @throws ApiError: The platform refused the request or failed.
   */
  create(paymentMethod: PaymentMethod, options?: CallOptions): Call<PaymentMethod> {
    return this.core.call(createPaymentMethod, { body: paymentMethod }, options);
  }

  /**
   * Updates a payment method.
   *
   * Since platform 8.3, this also makes the method the account's default, so it pays for later orders. Needs the
   * Allowed Operation `http://www.odin.com/billing/payment-method-management`, PUT.
   *
   * `PUT /aps/2/services/payment-method-manager/paymentMethods/{paymentMethodId}`
   *
   * @param paymentMethodId Number of the payment method.
   * @param paymentMethod The payment method.
   * @throws ApiError: The platform refused the request or failed.
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
   * Use one of them as `paymentSystemId` of a new payment method. Platform 8.3 and newer. Needs the Allowed
   * Operation `http://www.odin.com/billing/payment-method-management`, GET.
   *
   * `GET /aps/2/services/payment-method-manager/paymentSystems`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  listPaymentSystems(options?: ListPaymentSystemsOptions): Call<PaymentSystem[]> {
    return this.core.call(listPaymentSystems, {}, options);
  }
}
