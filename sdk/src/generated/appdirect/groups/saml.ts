// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getSamlIdp } from "../operations/saml.js";
import type { SamlIdp } from "../types.js";

/** SAML identity provider of a subscription, for products that sign users in with SAML. */
export class Saml extends OperationGroup {
  /**
   * Reads the SAML identity provider that signs in the users of a subscription.
   *
   * If a product signs users in with SAML, its `SUBSCRIPTION_ORDER` has a link with `rel` set to `samlIdp`. Pass the
   * `href` of that link. Needs the same key as the event.
   *
   * The response is JSON. `saml.getIdpMetadata` returns the same data as standard SAML metadata in XML, which most
   * SAML libraries accept directly.
   *
   * A 403 usually means a wrong signature: check the secret, and that you passed the link exactly as received.
   *
   * `GET /{url}`
   *
   * @param url The URL exactly as received from the marketplace.
   * @throws ApiError 401: The signature is missing or wrong. The format of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product lacks the permission. The format of the
   * body is unconfirmed.
   * @throws ApiError: Refused. The format of the body is unconfirmed; it usually contains a message.
   */
  getIdp(url: string, options?: CallOptions): Call<SamlIdp> {
    return this.core.call(getSamlIdp, { url }, options);
  }
}
