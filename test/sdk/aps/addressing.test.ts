import { ApsClient, type ApsClientOptions, OutcomeUnknownError } from "apsdirect";
import { operations } from "apsdirect/aps";
import { unchecked } from "apsdirect/runtime";
import { describe, expect, onTestFinished, test } from "vitest";
import { credentials } from "../../support/credentials.js";
import { answer, json, type RawServer, startRawServer } from "../../support/raw-server.js";
import { addressedCalls, service } from "./addressed-calls.js";

/** Platform that returns the APS ID for each look-up of a service, and the same body for everything else. */
async function bus(options: ApsClientOptions, body: unknown = []): Promise<{ server: RawServer; sdk: ApsClient }> {
  const server = await startRawServer((socket, { line }) => {
    const isLookUp = line.includes("select(aps.id),limit(0,1) ");
    socket.write(json(isLookUp ? [{ aps: { id: service, type: "service" } }] : body));
  });
  onTestFinished(() => server.close());
  return { server, sdk: new ApsClient({ baseUrl: server.origin, credentials, maxRetries: 0, ...options }) };
}

function targets({ requests }: RawServer): readonly string[] {
  return requests.map(({ line }) => line.split(" ")[1] ?? "");
}

/** Returns true for a target that a gateway for resources does not forward. */
function isAliased(target: string): boolean {
  return /^\/aps\/2\/(?:collections|services)\//.test(target);
}

describe.each(Object.entries(addressedCalls))("%s", (_, [call, byAlias, throughResources = byAlias]) => {
  test.each([
    { addressing: "aliases", want: byAlias },
    { addressing: "resources", want: throughResources },
  ] as const)("by $addressing is $want", async ({ addressing, want }) => {
    const { server, sdk } = await bus({ addressing });
    // A list is the wrong response to some calls, but only the requests matter here.
    await Promise.resolve(call(sdk)).catch((error: unknown) => expect(error).toBeInstanceOf(OutcomeUnknownError));
    expect(server.requests.at(-1)?.line).toBe(`${want} HTTP/1.1`);
    if (addressing === "resources") expect(targets(server).filter(isAliased)).toEqual([]);
  });
});

test("the calls include every operation of the document, and the hand-written ones", () => {
  const names = Object.values(operations).map(({ name }) => name);
  const byHand = ["accounts.create", "resources.call", "resources.getProperty", "types.getByTypeId"];
  expect(names.length).toBeGreaterThan(80);
  expect(Object.keys(addressedCalls).sort()).toEqual([...names, ...byHand].sort());
});

test("a service is looked up once per client, even by concurrent calls", async () => {
  const { server, sdk } = await bus({ addressing: "resources" }, { orderId: "o-1" });
  await Promise.all(Array.from({ length: 5 }, () => sdk.orders.get("o-1")));
  await sdk.orders.get("o-2");
  const lookUps = server.requests.filter(({ line }) => line.includes("implementing("));
  expect(lookUps.map(({ line }) => line)).toEqual([
    "GET /aps/2/resources?implementing(http://www.odin.com/billing/order-management),select(aps.id),limit(0,1) HTTP/1.1",
  ]);
  expect(server.requests).toHaveLength(7);
});

test("a failed look-up is repeated by the next call, and no order is sent in between", async () => {
  const server = await startRawServer(
    answer("busy", { status: 403 }),
    json([{ aps: { id: service, type: "service" } }]),
    json({ orderId: "o-1" }),
  );
  onTestFinished(() => server.close());
  const sdk = new ApsClient({ baseUrl: server.origin, credentials, addressing: "resources" });
  const order = { type: "CANCELLATION", subscriptionId: "s-1" } as const;
  await expect(sdk.orders.create(order)).rejects.toMatchObject({ status: 403 });
  expect(await sdk.orders.create(order)).toEqual({ orderId: "o-1" });
  expect(server.requests.map(({ line }) => line.split(" ")[0])).toEqual(["GET", "GET", "POST"]);
});

test("errors name a service that is not installed, and an alias without a known type", async () => {
  const server = await startRawServer(json([]));
  onTestFinished(() => server.close());
  const sdk = new ApsClient({ baseUrl: server.origin, credentials, addressing: "resources" });
  await expect(sdk.orders.get("o-1")).rejects.toThrow(/order-manager was not found.*Check that it is installed/s);
  await expect(sdk.resources.call("no-manager", { path: "/a" })).rejects.toThrow(
    /type of the service no-manager is unknown/s,
  );
  await expect(sdk.resources.listCollection("none").all({ max: 1 })).rejects.toThrow(/collection none is unknown/s);
});

test("the caller's types for aliases override those of the client", async () => {
  const aliasTypes = { "admin-users": "http://a.example/admin/2.0", "host-manager": "http://a.example/(hosts)" };
  const { server, sdk } = await bus({ addressing: "resources", aliasTypes });
  await sdk.users.listCoreAdmins("limit(0,1)").all({ max: 1 });
  await sdk.resources.call("host-manager", { path: "/hosts" });
  expect(targets(server)).toEqual([
    "/aps/2/resources?implementing(http://a.example/admin/2.0),limit(0,1)",
    "/aps/2/resources?implementing(http://a.example/%28hosts%29),select(aps.id),limit(0,1)",
    `/aps/2/resources/${service}/hosts`,
  ]);
});

test("there are two ways of addressing", () => {
  const options = { baseUrl: "https://cp.provider.example", credentials, addressing: unchecked<"aliases">([]) };
  expect(() => new ApsClient(options)).toThrow(/addressing must be "aliases" or "resources"/);
});
