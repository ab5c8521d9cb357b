// Generated from appdirect.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "../../../runtime/index.js";
import { getSamlIdp } from "../operations/saml.js";
import type { SamlIdp } from "../types.js";

/** SAML identity provider of a subscription, for products that sign their users in by it. */
export class Saml extends OperationGroup {
  /**
   * Reads the SAML identity provider that signs the users of a subscription in.
   *
   * A `SUBSCRIPTION_ORDER` of a product that signs in by SAML has a link with `rel` set to `samlIdp`: pass its
   * `href`. Needs the same key as the event.
   *
   * The answer is JSON. `saml.getIdpMetadata` reads the same as standard SAML metadata in XML, which most SAML
   * libraries take as it is.
   *
   * A 403 mostly means the signature: check the secret, and that the link was passed as it came.
   *
   * `GET /{url}`
   *
   * @param url The address exactly as the marketplace gave it.
   * @throws ApiError 401: The signature is missing or wrong. The form of the body is unconfirmed.
   * @throws ApiError 403: The signature is missing or wrong, or the product may not do this. The form of the body is
   * unconfirmed.
   * @throws ApiError: Refused. The form of the body is unconfirmed; a message in words is usual.
   */
  getIdp(url: string, options?: CallOptions): Call<SamlIdp> {
    return this.core.call(getSamlIdp, { url }, options);
  }
}
