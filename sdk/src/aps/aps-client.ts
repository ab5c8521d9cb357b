import { ApsApi } from "../generated/aps/index.js";
import { ClientCore, type ClientOptions, type Routing, withEnvironment } from "../runtime/index.js";
import { type Addressing, type AliasTypes, createRouting } from "./addressing.js";
import { Customers } from "./customers.js";
import { readOrderRefusal } from "./order-refusal.js";
import { Permissions } from "./permissions.js";
import { PlacedOrders } from "./placed-orders.js";
import { describeRefusal } from "./refusal-hint.js";
import { ResourceBus } from "./resource-bus.js";
import { TypeLibrary } from "./type-library.js";

/** Options of {@link ApsClient}. */
export interface ApsClientOptions extends ClientOptions {
  /**
   * Way to address the bus. `"resources"` sends every call through `/aps/2/resources`: lists by the type of their
   * items, services by their APS ID, which is looked up once. Use it for gateways that forward only that prefix, and
   * for platforms before 7.4.
   * @defaultValue `"aliases"`
   */
  readonly addressing?: Addressing | undefined;
  /**
   * APS types of collections and services by alias, for `addressing: "resources"`. Needed if the client does not know a
   * type or has the wrong one: `{ "admin-users": "http://aps-standard.org/types/core/admin-user/2.0" }`.
   */
  readonly aliasTypes?: AliasTypes | undefined;
}

/**
 * Client for the APS bus of CloudBlue Commerce (Odin Automation), for billing and CRM systems.
 *
 * ```ts
 * const sdk = new ApsClient({ baseUrl: sandbox.aps.baseUrl, credentials: sandbox.aps.credentials, fetch });
 * ```
 *
 * Options that are left out are read from `APS_BASE_URL`, `APS_CONSUMER_KEY` and `APS_CONSUMER_SECRET`.
 *
 * @throws TypeError if options are missing, contradictory or out of range
 */
export class ApsClient extends ApsApi {
  /** APS resources of every type, as stored on the APS bus. */
  override readonly resources: ResourceBus = new ResourceBus(this.core);
  /** Customers, resellers and the provider itself. */
  override readonly accounts: Customers = new Customers(this.core);
  /** The order manager, which prices, places and tracks orders. */
  override readonly orders: PlacedOrders = new PlacedOrders(this.core);

  /** The type library, which describes the properties, relations and operations of every APS type. */
  override readonly types: TypeLibrary = new TypeLibrary(this.core);

  /** Permissions of this client's key. */
  readonly permissions: Permissions = new Permissions(this.core);

  constructor({ addressing = "aliases", aliasTypes = {}, ...options }: ApsClientOptions = {}) {
    super(
      new ClientCore(withEnvironment("APS", options), {
        refusalHint: describeRefusal,
        readRefusal: readOrderRefusal,
        recoveryHints,
        // A seventh of the custom operations with GET are actions, such as `start` and `resetPassword`.
        unmarkedSafety: "unsafe",
        routing: resolveRouting(addressing, aliasTypes),
      }),
    );
  }
}

/** @throws TypeError for an unknown way of addressing */
function resolveRouting(addressing: Addressing, aliasTypes: AliasTypes): (core: ClientCore) => Routing {
  if (addressing === "aliases" || addressing === "resources")
    return (core) => createRouting(addressing, aliasTypes, core);
  throw new TypeError(`addressing must be "aliases" or "resources", but is ${JSON.stringify(addressing)}`);
}

/** Call that resolves an unknown outcome, by operation. */
const recoveryHints = { "orders.create": "orders.settle(error)" } as const;
