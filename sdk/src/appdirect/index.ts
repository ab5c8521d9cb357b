/** AppDirect's integration events, from the vendor's side. */
export * from "../generated/appdirect/index.js";
export { AppDirectClient, type AppDirectClientOptions } from "./app-direct-client.js";
export { MarketplaceEvents } from "./marketplace-events.js";
