// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../../runtime/index.js";
import { marketplaceErrorSchema, samlIdpSchema } from "../schemas.js";
import type { MarketplaceError, SamlIdp } from "../types.js";

/** Reads the SAML identity provider that signs in the users of a subscription. */
export const getSamlIdp: Operation<{ url: string }, SamlIdp, { default: MarketplaceError }> = {
  name: "saml.getIdp",
  method: "GET",
  path: "/{url}",
  safety: "safe",
  responses: {
    200: { contentType: "application/json", schema: samlIdpSchema },
  },
  errors: { default: marketplaceErrorSchema },
};
