import { RequestValidationError } from "../errors/index.js";
import { operations, type TypesById } from "../generated/aps/index.js";
import { rql } from "../rql/index.js";
import { type ClientCore, type Route, type Routing, rqlList } from "../runtime/index.js";
import { ServiceIds } from "./service-ids.js";

/**
 * Way to address the bus: by its aliases, as in `/aps/2/services/order-manager/orders`, or only through
 * `/aps/2/resources`. Use the latter for gateways that forward only that prefix, and for platforms before 7.4, which
 * have no aliases.
 */
export type Addressing = "aliases" | "resources";

/**
 * APS types by the alias of a collection or service, for `addressing: "resources"`. They override the types that the
 * client knows. A platform lists its types in its type library, `types.list`.
 */
export type AliasTypes = Readonly<Record<string, string>>;

/** APS types of the collections that have an alias, spelled as in the document. */
const collectionTypes: ReadonlyMap<string, keyof TypesById> = new Map([
  ["accounts", "http://parallels.com/aps/types/pa/account/1.2"],
  ["pa-admin-users", "http://parallels.com/aps/types/pa/admin-user/1.2"],
  ["pa-service-users", "http://parallels.com/aps/types/pa/service-user/1.2"],
  ["subscriptions", "http://parallels.com/aps/types/pa/subscription/1.0"],
  ["bss-subscriptions", "http://www.odin.com/billing/Subscription/1.0"],
  ["service-plans", "http://www.odin.com/billing/ServicePlan/1.0"],
]);

/** Type guessed by analogy with the core's account type, which the reference prints. */
const guessedTypes: ReadonlyMap<string, string> = new Map([
  ["admin-users", "http://aps-standard.org/types/core/admin-user/1.0"],
]);

/** APS types of the services that have an alias, without a version, because the installed version varies. */
const serviceTypes: ReadonlyMap<string, string> = new Map([
  ["order-manager", "http://www.odin.com/billing/order-management"],
  ["discount-manager", "http://www.odin.com/oa/billing/discount-management"],
  ["payment-method-manager", "http://www.odin.com/billing/payment-method-management"],
  ["payment-manager", "http://www.odin.com/billing/payment-management"],
  ["user-manager", "http://www.parallels.com/pa/pa-core-services/user-management"],
  ["privilege-manager", "http://www.parallels.com/pa/pa-core-services/privilege-management"],
  ["contact-manager", "http://www.parallels.com/pa/pa-core-services/contact-management"],
  ["domain-manager", "http://www.parallels.com/pa/pa-core-services/domain-management"],
]);

/** Returns the APS type of a service by its alias, without a version, or `undefined` if the client does not know it. */
export function getServiceType(alias: string): string | undefined {
  return serviceTypes.get(alias);
}

/** Aliases that no reference prints. These services are always called by their APS ID. */
const unconfirmedAliases: ReadonlySet<string> = new Set(["payment-method-manager", "payment-manager"]);

/** Creates the routing that maps each call to its path. */
export function createRouting(addressing: Addressing, aliasTypes: AliasTypes, core: ClientCore): Routing {
  const overrides = new Map(Object.entries(aliasTypes));
  const collections = { kind: "collection", types: new Map([...collectionTypes, ...guessedTypes, ...overrides]) };
  const services = { kind: "service", types: new Map([...serviceTypes, ...overrides]) };
  const serviceIds = new ServiceIds((alias, signal) => lookUpService(core, alias, getType(services, alias), signal));
  return async (route, input, time) => {
    const [, kind, name = "", rest = ""] = ALIASED.exec(route.path) ?? [];
    const alias = name.startsWith("{") ? String(Reflect.get(input, name.slice(1, -1))) : name;
    if (kind === "collections" && addressing === "resources")
      return addImplementing(getType(collections, alias), route);
    if (kind === "services" && (addressing === "resources" || unconfirmedAliases.has(alias))) {
      return { ...route, path: `/aps/2/resources/${await serviceIds.find(alias, time)}${rest}` };
    }
    return route;
  };
}

const ALIASED = /^\/aps\/2\/(collections|services)\/([a-z][a-z-]*|\{[a-z]+\})(\/.*)?$/;

/** A collection consists of the resources that implement its type. */
function addImplementing(type: string, { rql: others }: Route): Route {
  const clause = String(rql.implementing(type));
  return { path: "/aps/2/resources", rql: others === "" ? clause : `${clause},${others}` };
}

async function lookUpService(core: ClientCore, alias: string, type: string, signal: AbortSignal): Promise<string> {
  const query = rql.query(rql.implementing(type), rql.select("aps.id"), rql.limit(0, 1));
  const found = rqlList(core, operations.listResources, {}, String(query), { signal });
  const [service] = await found.all({ max: 1 });
  if (service !== undefined) return encodeURIComponent(service.aps.id);
  const message = `the service ${alias} was not found: no resource implements ${type}. Check that it is installed`;
  throw new RequestValidationError("resources.list", [{ path: "$", message }]);
}

/** Aliases of one kind with their APS types. */
interface Aliases {
  readonly kind: string;
  readonly types: ReadonlyMap<string, string>;
}

function getType({ kind, types }: Aliases, alias: string): string {
  const type = types.get(alias);
  if (type !== undefined) return type;
  const known = [...types.keys()].join(", ");
  const message = `the APS type of the ${kind} ${alias} is unknown. Add it to aliasTypes. Known aliases: ${known}`;
  throw new RequestValidationError("resources.list", [{ path: "$", message }]);
}
