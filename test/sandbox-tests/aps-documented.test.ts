import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient } from "apsdirect";
import { operations } from "apsdirect/aps";
import { nodeFetch } from "apsdirect/node";
import type { Operation } from "apsdirect/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../support/generated.js";

const account = "3d2c8a51-77e0-4c0b-9b55-0e1f6d4f7a10";

/** Path parameters that the sandbox knows something by. */
const known = {
  resourceId: account,
  accountId: account,
  userId: "2b7e9d14-5c80-4a3f-96b1-e0d7c8f5a243",
  subscriptionId: "7a4c2f10-8b3e-4d91-a6f5-c0b9e8d7f631",
  planId: "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05",
  relation: "parent",
  linkedId: "0f5a2d9c-1f63-4b0e-a4b7-7ec0b7c1d2e3",
  collection: "accounts",
  service: "order-manager",
  locale: "en_US",
  paymentMethodId: 41,
  paymentId: 1000517,
  typeNumber: "412",
};

const document: unknown = parse(readFileSync(join(root, "spec/aps.yaml"), "utf8"));

let sandbox: Sandbox;
let sdk: ApsClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { baseUrl, credentials } = sandbox.aps;
  const fetch = nodeFetch({ ca: sandbox.certificate });
  const validation = { request: "strict", response: "strict" } as const;
  sdk = new ApsClient({ baseUrl, credentials, fetch, validation, maxRetries: 0 });
});

afterAll(() => sandbox.close());

/** What goes over the wire, each once: views differ in types alone. Those that remove something come last, the whole last. */
const all: readonly Operation<object, unknown>[] = Object.entries<Operation<object, unknown>>(operations)
  .filter(([id, { path, method }]) => at(document, "paths", path, method.toLowerCase(), "operationId") === id)
  .map(([, operation]) => operation)
  .sort((one, other) => removal(one) - removal(other));

/** Nothing, a link of a resource, the resource itself. */
function removal({ method, path }: Operation<object, unknown>): number {
  if (method !== "DELETE") return 0;
  return path === "/aps/2/resources/{resourceId}" ? 2 : 1;
}

/** What the sandbox does by itself. All else is an example, or a broader route has answered in its place. */
const simulated: ReadonlySet<string> = new Set([
  "GET /aps",
  "GET /aps/2/resources",
  "POST /aps/2/resources",
  "GET /aps/2/resources/{resourceId}",
  "PUT /aps/2/resources/{resourceId}",
  "DELETE /aps/2/resources/{resourceId}",
  "GET /aps/2/resources/{resourceId}/aps/links",
  "GET /aps/2/resources/{resourceId}/{relation}",
  "POST /aps/2/resources/{resourceId}/{relation}",
  "GET /aps/2/resources/{resourceId}/{relation}/{linkedId}",
  "DELETE /aps/2/resources/{resourceId}/{relation}/{linkedId}",
  "POST /aps/2/resources/{accountId}/users",
  "GET /aps/2/resources/{accountId}/users",
  "GET /aps/2/resources/{userId}/allowedOperations",
  "PUT /aps/2/resources/{userId}/allowedOperations",
  "GET /aps/2/services/{service}",
  "GET /aps/2/services/payment-method-manager/paymentMethods",
  "POST /aps/2/services/payment-method-manager/paymentMethods",
  "PUT /aps/2/services/payment-method-manager/paymentMethods/{paymentMethodId}",
  "GET /aps/2/services/order-manager/orders",
  "POST /aps/2/services/order-manager/orders",
  "GET /aps/2/services/order-manager/orders/{orderId}",
  "POST /aps/2/services/order-manager/orders/estimate",
  "POST /aps/2/services/order-manager/orders/estimateCosts",
  "GET /aps/2/services/payment-method-manager/paymentSystems",
  "GET /aps/2/services/payment-manager/payments",
  "POST /aps/2/services/payment-manager/payments",
  "POST /aps/2/services/payment-manager/payment",
  "PUT /aps/2/services/payment-manager/payments/{paymentId}",
  "GET /aps/2/types",
  "GET /aps/2/types/{typeNumber}",
  ...[
    "{collection}",
    "accounts",
    "admin-users",
    "pa-admin-users",
    "pa-service-users",
    "subscriptions",
    "bss-subscriptions",
    "service-plans",
  ].map((collection) => `GET /aps/2/collections/${collection}`),
]);

function key({ method, path }: Operation<object, unknown>): string {
  return `${method} ${path}`;
}

test.each(all)("$name is answered as it is documented", async (operation) => {
  const placed = sdk.orders.create({ type: "RENEWAL", subscriptionId: "e8b7a6c5-1234-4d0e-9f8a-7b6c5d4e3f21" });
  const input = { ...known, orderId: (await placed).orderId, body: exampleBody(operation.path, operation.method) };
  const options = {
    signal: undefined,
    accountUuid: account,
    subscriptionUuid: known.subscriptionId,
    resourceUuid: account,
  };
  const response = await sdk.core.call(operation, input, options).withResponse();
  expect(response.status).toBeLessThan(300);
  if (!simulated.has(key(operation))) expect(response.data).toEqual(documentedAnswer(operation));
  expect(response.data !== undefined || hasNoBody(operation)).toBe(true);
});

test("these are all operations of the document", () => {
  const verbs = ["get", "post", "put", "delete"];
  const documented = Object.entries(Object(at(document, "paths"))).flatMap(([path, item]) =>
    Object.keys(Object(item)).flatMap((key) => (verbs.includes(key) ? [`${key.toUpperCase()} ${path}`] : [])),
  );
  expect(documented.length).toBeGreaterThan(65);
  expect(all.map(key).sort()).toEqual(documented.sort());
});

/** The example of the first success that the document describes. */
function documentedAnswer({ path, method }: Operation<object, unknown>): unknown {
  const responses = Object.entries(Object(at(document, "paths", path, method.toLowerCase(), "responses")));
  const [, success] = responses.find(([status]) => status.startsWith("2")) ?? [];
  const [example] = Object.values(Object(at(resolved(success), "content", "application/json", "examples")));
  return at(resolved(example), "value");
}

/** Whether the document has no body for the success of an operation. */
function hasNoBody({ path, method }: Operation<object, unknown>): boolean {
  const responses = Object.entries(Object(at(document, "paths", path, method.toLowerCase(), "responses")));
  const successes = responses.filter(([status]) => status.startsWith("2"));
  return successes.some(([, response]) => at(resolved(response), "content") === undefined);
}

function exampleBody(path: string, method: string): unknown {
  const body = resolved(at(document, "paths", path, method.toLowerCase(), "requestBody"));
  const [example] = Object.values(Object(at(body, "content", "application/json", "examples")));
  return at(resolved(example), "value");
}

function resolved(node: unknown): unknown {
  const reference = at(node, "$ref");
  return typeof reference === "string" ? resolved(at(document, ...reference.slice(2).split("/"))) : node;
}

function at(node: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => Reflect.get(Object(value), key), node);
}
