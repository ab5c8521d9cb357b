/** Client for AppDirect marketplaces. */

export { AppDirectClient, type AppDirectClientOptions } from "./app-direct-client.js";
export { isDuplicateUsage } from "./duplicate-usage.js";
export { MarketplaceDomains } from "./marketplace-domains.js";
export { MarketplaceEvents } from "./marketplace-events.js";
export { MarketplaceSaml } from "./marketplace-saml.js";
export { type ReturnResult, type SignReturnUrlOptions, signCheckedReturnUrl, signReturnUrl } from "./return-url.js";
export type { SettleOptions } from "./settle-result.js";
