// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { sendDomainVerification } from "../operations/domains.js";
import type { DomainVerification } from "../types.js";

/** What became of the verification of a customer's domain. */
export class Domains extends OperationGroup {
  /**
   * Tells the marketplace whether a customer's domain was verified.
   *
   * For products that verify domains and answered the marketplace's request to do so with 202: post the outcome to
   * the callback URL of that request. Needs the key of the product. What the marketplace answers is unconfirmed;
   * any success means that it was taken.
   *
   * What it does with an outcome that comes twice is unconfirmed, so the SDK does not repeat it.
   *
   * `POST /{url}`
   *
   * @param url The address exactly as the marketplace gave it.
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError: Refused. The form of the body is unconfirmed; a message in words is usual.
   */
  sendVerification(url: string, verification: DomainVerification, options?: CallOptions): Call<undefined> {
    return this.core.call(sendDomainVerification, { url, body: verification }, options);
  }
}
