// Generated from appdirect.yaml. To change it, edit the document and generate again.
import type { Operation } from "../../../runtime/index.js";
import { domainVerificationSchema, marketplaceErrorSchema } from "../schemas.js";
import type { DomainVerification, MarketplaceError } from "../types.js";

/** Reports whether a customer's domain was verified. */
export const sendDomainVerification: Operation<
  { url: string; body: DomainVerification },
  undefined,
  { default: MarketplaceError }
> = {
  name: "domains.sendVerification",
  method: "POST",
  path: "/{url}",
  safety: "unsafe",
  body: { contentType: "application/json", schema: domainVerificationSchema, required: true },
  responses: {
    "2XX": {},
  },
  errors: { default: marketplaceErrorSchema },
};
