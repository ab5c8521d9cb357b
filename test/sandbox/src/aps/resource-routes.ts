import { Failure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { parseJsonBody, parseJsonObject, type Route, type RoutedCall } from "../router.js";
import { apsNoContent, apsResponse } from "./bus-response.js";
import { createLinks } from "./links.js";
import { respondWithList } from "./listing.js";
import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, collectionLinks, collectionTypes, isImplementing } from "./resource-types.js";
import { type ResourceStore, withoutLinks } from "./resources.js";
import { serviceIds } from "./seed.js";
import type { TypeLibrary } from "./type-library.js";
import { ownerOf, SCOPE, type View, type ViewOfCall } from "./view.js";

/** Routes for resources of any type: by id, by relation, in collections, and services. */
export function resourceRoutes(viewOf: ViewOfCall, types: TypeLibrary): readonly Route[] {
  return [
    {
      path: /^\/aps\/2\/resources\/?$/,
      methods: {
        GET(call) {
          const view = viewOf(call);
          return listOf(view.resources, filterByScope(view, view.resources.all(), call), call);
        },
        POST: (call) => create(viewOf(call).resources, parseJsonBody(call)),
      },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/?$/,
      methods: {
        GET: (call, id = "") => apsResponse(200, addSchema(requireResource(viewOf(call).resources, id), types)),
        PUT: (call, id = "") => apsResponse(200, viewOf(call).resources.update(id, parseJsonObject(call))),
        DELETE(call, id = "") {
          viewOf(call).resources.remove(id);
          return apsNoContent;
        },
      },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/aps\/links\/?$/,
      methods: { GET: (call, id = "") => apsResponse(200, createLinks(viewOf(call).resources).of(id)) },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/([^/]+)\/?$/,
      methods: {
        GET: (call, id = "", name = "") => respondWithMember(viewOf(call).resources, call, id, name),
        POST(call, id = "", name = "") {
          const { resources } = viewOf(call);
          // Services and similar types have custom operations at these paths.
          if (isService(resources, id)) return undefined;
          return apsResponse(200, createLinks(resources).add(id, name, parseJsonBody(call)));
        },
      },
    },
    {
      path: /^\/aps\/2\/resources\/([^/]+)\/([^/]+)\/([^/]+)\/?$/,
      methods: {
        GET(call, id = "", name = "", other = "") {
          const { resources } = viewOf(call);
          if (resources.find(other) === undefined) return undefined;
          return apsResponse(200, createLinks(resources).linked(id, name, other));
        },
        DELETE(call, id = "", name = "", other = "") {
          const { resources } = viewOf(call);
          if (resources.find(other) === undefined) return undefined;
          createLinks(resources).remove(id, name, other);
          return apsNoContent;
        },
      },
    },
    {
      path: /^\/aps\/2\/collections\/([^/]+)\/?$/,
      methods: {
        GET(call, alias = "") {
          const view = viewOf(call);
          return listOf(view.resources, filterByScope(view, collection(view.resources, alias), call), call);
        },
      },
    },
    {
      path: /^\/aps\/2\/services\/([^/]+)\/?$/,
      methods: { GET: (call, alias = "") => apsResponse(200, service(viewOf(call).resources, alias)) },
    },
  ];
}

/** Items of a list that is not a relation, as far as the caller's scope allows. */
function filterByScope(view: View, items: readonly ApsResource[], call: RoutedCall): readonly ApsResource[] {
  return view.filterList(items, ownerOf, call.header(SCOPE));
}

/** Creates one resource for an object and several for a list. */
function create(resources: ResourceStore, body: Json) {
  if (Array.isArray(body)) return apsResponse(200, resources.create(body));
  const [created = null] = resources.create([body]);
  return apsResponse(200, created);
}

/** Responds with a list of resources. Conditions may follow links. */
function listOf(resources: ResourceStore, items: readonly ApsResource[], call: RoutedCall) {
  return respondWithList(items, call, withoutLinks, (link) => resources.find(linkedId(link) ?? ""));
}

/** Adds the URL of its type to a resource, as in responses for single resources. */
function addSchema(resource: ApsResource, types: TypeLibrary): JsonObject {
  return { ...resource, aps: { ...resource.aps, schema: types.schemaOf(resource.aps.type) } };
}

function requireResource(resources: ResourceStore, id: string): ApsResource {
  const resource = resources.find(id);
  if (resource === undefined) throw new Failure(404, `Resource ${id} does not exist`);
  return resource;
}

/**
 * Responds with linked resources as a list, or with a property as a plain value. Returns `undefined` for anything the
 * resource does not have, so that another route can respond.
 */
function respondWithMember(resources: ResourceStore, call: RoutedCall, id: string, name: string) {
  const resource = resources.find(id);
  if (resource === undefined) return undefined;
  const many = Object.hasOwn(collectionLinks, name) ? collectionLinks[name] : undefined;
  if (many !== undefined && isImplementing(resource.aps.type, apsTypes.account)) {
    const others = resources.all().filter(({ aps }) => isImplementing(aps.type, many.type));
    const linked = others.filter((other) => linkedId(other[many.link]) === id);
    return listOf(resources, linked, call);
  }
  if (!Object.hasOwn(resource, name)) return undefined;
  const value = resource[name] ?? null;
  const linked = linkedId(value);
  if (linked !== undefined) return listOf(resources, [requireResource(resources, linked)], call);
  return isJsonObject(value) && isJsonObject(value["aps"]) ? undefined : apsResponse(200, value);
}

/** Returns true for types with custom operations. Their paths look like links, so only the type can tell them apart. */
function isService(resources: ResourceStore, id: string): boolean {
  const type = resources.find(id)?.aps.type ?? "";
  return [...operatedTypes].some((operated) => isImplementing(type, operated));
}

const operatedTypes = [
  apsTypes.orderManagement,
  apsTypes.discountManagement,
  apsTypes.paymentMethodManagement,
  apsTypes.paymentManagement,
  apsTypes.bssSubscription,
  apsTypes.subscription,
  apsTypes.servicePlan,
  apsTypes.adminUser,
  apsTypes.serviceUser,
];

function service(resources: ResourceStore, alias: string): ApsResource {
  const [, id] = Object.entries(serviceIds).find(([name]) => name === alias) ?? [];
  if (id === undefined) throw new Failure(404, `Service ${alias} does not exist`);
  return requireResource(resources, id);
}

function collection(resources: ResourceStore, alias: string): readonly ApsResource[] {
  const type = Object.hasOwn(collectionTypes, alias) ? collectionTypes[alias] : undefined;
  if (type === undefined) throw new Failure(404, `Collection ${alias} does not exist`);
  return resources.all().filter(({ aps }) => isImplementing(aps.type, type));
}
