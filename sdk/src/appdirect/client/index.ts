/** Client of AppDirect marketplaces. */

export { AppDirectClient, type AppDirectClientOptions } from "./app-direct-client.js";
export { isAlreadyReported } from "./duplicate-usage.js";
export { MarketplaceDomains } from "./marketplace-domains.js";
export { MarketplaceEvents } from "./marketplace-events.js";
export { MarketplaceSaml } from "./marketplace-saml.js";
export { type ReturnResult, type SignReturnUrlOptions, signedReturnUrl, signReturnUrl } from "./return-url.js";
export type { SettleOptions } from "./settle-result.js";
