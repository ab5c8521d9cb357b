import { RequestValidationError } from "../errors/index.js";
import { operations, type TypesById } from "../generated/aps/index.js";
import { rql } from "../rql/index.js";
import { type ClientCore, type Route, type Routing, rqlList } from "../runtime/index.js";
import { ServiceIds } from "./service-ids.js";

/**
 * How the bus is addressed: by its aliases, as in `/aps/2/services/order-manager/orders`, or through `/aps/2/resources`
 * alone. The latter is for gateways that forward that prefix only, and for platforms before 7.4, which have no aliases.
 */
export type Addressing = "aliases" | "resources";

/**
 * APS types by the alias of a collection or service, for `addressing: "resources"`: they go before those that the
 * client knows. A platform tells them in its type library, `types.list`.
 */
export type AliasTypes = Readonly<Record<string, string>>;

/** APS types of the collections that have an alias, each as the document spells it. */
const collectionTypes: ReadonlyMap<string, keyof TypesById> = new Map([
  ["accounts", "http://parallels.com/aps/types/pa/account/1.2"],
  ["pa-admin-users", "http://parallels.com/aps/types/pa/admin-user/1.2"],
  ["pa-service-users", "http://parallels.com/aps/types/pa/service-user/1.2"],
  ["subscriptions", "http://parallels.com/aps/types/pa/subscription/1.0"],
  ["bss-subscriptions", "http://www.odin.com/billing/Subscription/1.0"],
  ["service-plans", "http://www.odin.com/billing/ServicePlan/1.0"],
]);

/** A guess by the name of the core's account, whose type the reference prints. */
const guessedTypes: ReadonlyMap<string, string> = new Map([
  ["admin-users", "http://aps-standard.org/types/core/admin-user/1.0"],
]);

/** APS types of the services that have an alias, without a version: which is installed is for the platform to say. */
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

/** The APS type of a service by its alias, without a version; `undefined` for one that the client does not know. */
export function getServiceType(alias: string): string | undefined {
  return serviceTypes.get(alias);
}

/** No reference prints these aliases, so the services are called by their APS ID however the bus is addressed. */
const unconfirmedAliases: ReadonlySet<string> = new Set(["payment-method-manager", "payment-manager"]);

/** Says where calls go. */
export function createRouting(addressing: Addressing, aliasTypes: AliasTypes, core: ClientCore): Routing {
  const given = new Map(Object.entries(aliasTypes));
  const collections = { kind: "collection", types: new Map([...collectionTypes, ...guessedTypes, ...given]) };
  const services = { kind: "service", types: new Map([...serviceTypes, ...given]) };
  const serviceIds = new ServiceIds((alias, signal) => lookUpService(core, alias, getType(services, alias), signal));
  return async (route, input, time) => {
    const [, kind, name = "", rest = ""] = ALIASED.exec(route.path) ?? [];
    const alias = name.startsWith("{") ? String(Reflect.get(input, name.slice(1, -1))) : name;
    if (kind === "collections" && addressing === "resources")
      return addImplementing(getType(collections, alias), route);
    if (kind === "services" && (addressing === "resources" || unconfirmedAliases.has(alias))) {
      return { ...route, path: `/aps/2/resources/${await serviceIds.of(alias, time)}${rest}` };
    }
    return route;
  };
}

const ALIASED = /^\/aps\/2\/(collections|services)\/([a-z][a-z-]*|\{[a-z]+\})(\/.*)?$/;

/** A collection is what implements its type. */
function addImplementing(type: string, { rql: others }: Route): Route {
  const clause = String(rql.implementing(type));
  return { path: "/aps/2/resources", rql: others === "" ? clause : `${clause},${others}` };
}

async function lookUpService(core: ClientCore, alias: string, type: string, signal: AbortSignal): Promise<string> {
  const query = rql.query(rql.implementing(type), rql.select("aps.id"), rql.limit(0, 1));
  const found = rqlList(core, operations.listResources, {}, String(query), { signal });
  const [service] = await found.all({ max: 1 });
  if (service !== undefined) return encodeURIComponent(service.aps.id);
  const message = `the service ${alias} was not found: no resource implements ${type}; is it installed?`;
  throw new RequestValidationError("resources.list", [{ path: "$", message }]);
}

/** What aliases of one kind stand for. */
interface Aliases {
  readonly kind: string;
  readonly types: ReadonlyMap<string, string>;
}

function getType({ kind, types }: Aliases, alias: string): string {
  const type = types.get(alias);
  if (type !== undefined) return type;
  const known = [...types.keys()].join(", ");
  const message = `the APS type of the ${kind} ${alias} is not known; known are ${known}. Name it in aliasTypes`;
  throw new RequestValidationError("resources.list", [{ path: "$", message }]);
}
