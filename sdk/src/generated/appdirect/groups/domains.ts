// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { sendDomainVerification } from "../operations/domains.js";
import type { DomainVerification } from "../types.js";

/** Outcome of the verification of a customer's domain. */
export class Domains extends OperationGroup {
  /**
   * Reports whether a customer's domain was verified.
   *
   * For products that verify domains and responded to the marketplace's verification request with 202. Send the
   * outcome to the callback URL of that request. Needs the key of the product. The response is unconfirmed; any
   * success status means that the marketplace accepted the outcome.
   *
   * The effect of sending an outcome twice is unconfirmed, so the SDK does not retry this call.
   *
   * `POST /{url}`
   *
   * @param url The URL exactly as received from the marketplace.
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError: Refused. The format of the body is unconfirmed; it usually contains a message.
   */
  sendVerification(url: string, verification: DomainVerification, options?: CallOptions): Call<undefined> {
    return this.core.call(sendDomainVerification, { url, body: verification }, options);
  }
}
