import type { ApsClient } from "apsdirect";
import { unchecked } from "apsdirect/runtime";

/** File of `test/fixtures/aps-samples`: the request and the response of a call. */
export interface Sample {
  readonly call: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

/** Parts of the call of a sample. */
interface Given {
  /** Capture groups of the path pattern. */
  readonly segments: readonly string[];
  /** Query as written in the URL. */
  readonly query: string;
  readonly body: unknown;
  /** Header `APS-Actor-Scope`. */
  readonly apsActorScope: string | undefined;
}

/** Call of the SDK that sends requests of a certain form. */
interface Way {
  readonly method: string;
  readonly path: RegExp;
  readonly call: (sdk: ApsClient, given: Given) => PromiseLike<unknown>;
}

/** A list requests its first page when its first item is read. */
async function firstPage<T>(list: { pages(): AsyncIterable<{ readonly items: readonly T[] }> }): Promise<readonly T[]> {
  for await (const { items } of list.pages()) return items;
  return [];
}

const id = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

/** Calls by form of request, most specific first. */
const ways: readonly Way[] = [
  { method: "GET", path: /^\/aps$/, call: (sdk) => sdk.controller.get() },
  {
    method: "GET",
    path: /^\/aps\/2\/types$/,
    call: (sdk, { query }) => sdk.types.getByTypeId(query.replace("id=", "")).then((type) => [type]),
  },
  { method: "GET", path: /^\/aps\/2\/resources$/, call: (sdk, { query }) => firstPage(sdk.resources.list(query)) },
  {
    method: "POST",
    path: /^\/aps\/2\/resources$/,
    call: (sdk, { body }) =>
      Array.isArray(body) ? sdk.resources.createMany(unchecked(body)) : sdk.resources.create(unchecked(body)),
  },
  {
    method: "GET",
    path: /^\/aps\/2\/collections\/accounts$/,
    call: (sdk, { query, apsActorScope }) => firstPage(sdk.accounts.list(query, { apsActorScope })),
  },
  {
    method: "GET",
    path: /^\/aps\/2\/collections\/service-plans$/,
    call: (sdk, { query, apsActorScope }) => firstPage(sdk.servicePlans.list(query, { apsActorScope })),
  },
  {
    method: "GET",
    path: /^\/aps\/2\/collections\/bss-subscriptions$/,
    call: (sdk, { query, apsActorScope }) => firstPage(sdk.bssSubscriptions.list(query, { apsActorScope })),
  },
  {
    method: "GET",
    path: /^\/aps\/2\/services\/order-manager\/orders$/,
    call: (sdk, { query }) => firstPage(sdk.orders.list(query)),
  },
  {
    method: "POST",
    path: /^\/aps\/2\/services\/order-manager\/orders$/,
    call: (sdk, { body }) => sdk.orders.create(unchecked(body)),
  },
  {
    method: "POST",
    path: /^\/aps\/2\/services\/order-manager\/orders\/estimate$/,
    call: (sdk, { body, query }) =>
      sdk.orders.estimate(unchecked(body), query === "" ? {} : { includeTaxes: query === "includeTaxes=true" }),
  },
  {
    method: "GET",
    path: /^\/aps\/2\/services\/order-manager\/orders\/([^/]+)$/,
    call: (sdk, { segments: [orderId = ""] }) => sdk.orders.get(orderId),
  },
  {
    method: "POST",
    path: /^\/aps\/2\/services\/discount-manager\/deals$/,
    call: (sdk, { body }) => sdk.discounts.listDeals(unchecked(body)),
  },
  {
    method: "GET",
    path: new RegExp(`^/aps/2/resources/${id}$`),
    call: (sdk, { segments: [resourceId = ""] }) => sdk.resources.get(resourceId),
  },
  {
    method: "PUT",
    path: new RegExp(`^/aps/2/resources/${id}$`),
    call: (sdk, { segments: [resourceId = ""], body }) => sdk.resources.update(resourceId, unchecked(body)),
  },
  {
    method: "GET",
    path: new RegExp(`^/aps/2/resources/${id}/paymentMethods$`),
    call: (sdk, { query }) => sdk.paymentMethods.list(Object.fromEntries(new URLSearchParams(query))),
  },
  {
    method: "GET",
    path: new RegExp(`^/aps/2/resources/${id}/allowedOperations$`),
    call: (sdk, { segments: [userId = ""] }) => sdk.users.getAllowedOperations(userId),
  },
  {
    method: "GET",
    path: new RegExp(`^/aps/2/resources/${id}/provisioningState$`),
    call: (sdk, { segments: [subscriptionId = ""] }) => sdk.subscriptions.getProvisioningState(subscriptionId),
  },
  {
    method: "GET",
    path: new RegExp(`^/aps/2/resources/${id}/resources$`),
    call: (sdk, { segments: [subscriptionId = ""] }) => sdk.bssSubscriptions.listResources(subscriptionId),
  },
  {
    method: "POST",
    path: new RegExp(`^/aps/2/resources/${id}/hold$`),
    call: (sdk, { segments: [subscriptionId = ""] }) => sdk.subscriptions.hold(subscriptionId, {}),
  },
  {
    method: "GET",
    path: new RegExp(`^/aps/2/resources/${id}/([^/]+)$`),
    call: (sdk, { segments: [resourceId = "", relation = ""], query }) =>
      firstPage(sdk.resources.listLinked(resourceId, relation, query)),
  },
  {
    method: "POST",
    path: new RegExp(`^/aps/2/resources/${id}(/.+)$`),
    call: (sdk, { segments: [resourceId = "", path = ""], body }) =>
      sdk.resources.call(resourceId, { method: "POST", path, body }),
  },
];

/** Makes the call that sends the request of a sample. Throws if there is no call for its form yet. */
export function callOf(sdk: ApsClient, { request }: Sample): PromiseLike<unknown> {
  const { pathname, search } = new URL(request.url);
  const way = ways.find(({ method, path }) => method === request.method && path.test(pathname));
  if (way === undefined) throw new Error(`No way for ${request.method} ${pathname}: add one to sample-calls.ts`);
  const [, ...segments] = way.path.exec(pathname) ?? [];
  const { body, headers } = request;
  return way.call(sdk, { segments, query: search.slice(1), body, apsActorScope: headers["APS-Actor-Scope"] });
}

/** Target of the request line. A list without a limit gets the clause of its first page. */
export function targetOf({ request, response }: Sample): string {
  const target = request.url.slice(new URL(request.url).origin.length);
  const isTyped = /\/types\?id=|\/resources\?|\/collections\/|\/orders\?|\/[a-zA-Z]+\?select\(/.test(target);
  const isList = request.method === "GET" && Array.isArray(response.body) && isTyped && !target.includes("?id=");
  return !isList || target.includes("limit(") ? target : `${target},limit(0,100)`;
}
