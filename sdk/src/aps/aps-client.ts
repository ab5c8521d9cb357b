import { ApsApi } from "../generated/aps/index.js";
import { ClientCore, type ClientOptions, withEnvironment } from "../runtime/index.js";
import { PlacedOrders } from "./placed-orders.js";

/**
 * The APS bus of CloudBlue Commerce (Odin Automation), for billing and CRM systems.
 *
 * ```ts
 * const sdk = new ApsClient({ baseUrl: sandbox.aps.baseUrl, credentials: sandbox.aps.credentials, fetch });
 * ```
 *
 * What the options leave open is taken from `APS_BASE_URL`, `APS_CONSUMER_KEY` and `APS_CONSUMER_SECRET`.
 *
 * @throws TypeError for options that are missing, contradictory or out of range
 */
export class ApsClient extends ApsApi {
  /** The order manager, which prices, places and tracks orders. */
  override readonly orders: PlacedOrders = new PlacedOrders(this.core);

  constructor(options: ClientOptions = {}) {
    super(new ClientCore(withEnvironment("APS", options), { advice }));
  }
}

/** What to look at next, by status; in the order of likelihood. */
const advice = {
  401:
    "Check the consumer secret, then this machine's clock, then the URL that the platform believes it was called by " +
    "(signatureBaseUrl, behind a gateway), then whether a proxy rewrites the query",
  403:
    "The user of this key needs an Allowed Operation: the APS type without its version, and the HTTP verb " +
    "(for orders http://www.odin.com/billing/order-management with GET and POST)",
} as const;
