import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient, ConnectionError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { answer, json } from "../../support/raw-server.js";
import { againWhereBusy } from "../../support/time.js";

const account = json({ aps: { id: "a-1", type: "t" } });

describe("a lab's certificate", () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  const client = (fetch?: ReturnType<typeof nodeFetch>): ApsClient =>
    new ApsClient({ baseUrl: sandbox.aps.baseUrl, credentials: sandbox.aps.credentials, fetch });

  test("is trusted by a client that has it", async () => {
    const sdk = client(nodeFetch({ ca: sandbox.certificate }));
    expect(await sdk.accounts.list().all({ max: 3 })).toHaveLength(3);
  });

  test("is not trusted by other clients: the error names the solution, and there is no retry", async () => {
    for (const fetch of [undefined, nodeFetch()]) {
      const error = await client(fetch)
        .accounts.get("a-1")
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(String(error)).toMatch(/certificate is not trusted.*nodeFetch\(\{ ca \}\).*after 1 attempt/);
    }
  });

  test("is not checked with dangerouslyTrustAnyCertificate, for that client only, with a warning", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const sdk = client(nodeFetch({ dangerouslyTrustAnyCertificate: true }));
    expect(await sdk.accounts.list().all({ max: 1 })).toHaveLength(1);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
    await expect(client(nodeFetch()).accounts.get("a-1")).rejects.toBeInstanceOf(ConnectionError);
  });
});

describe("nodeFetch sends and returns exactly what it should:", () => {
  test("method, target, headers and body", async () => {
    const server = await rawServer(json({ orderId: "o-1" }));
    const sdk = new ApsClient({ baseUrl: server.origin, credentials, fetch: nodeFetch() });
    await sdk.orders.create({ type: "CANCELLATION", subscriptionId: "s-ä" }, { headers: { "x-a": "b" } });
    const [request] = server.requests;
    expect(request?.line).toBe("POST /aps/2/services/order-manager/orders HTTP/1.1");
    expect(request?.headers.get("x-a")).toBe("b");
    expect(JSON.parse(request?.body ?? "")).toEqual({ type: "CANCELLATION", subscriptionId: "s-ä" });
  });

  test("statuses without a body, and repeated headers", async () => {
    const server = await rawServer("HTTP/1.1 204 No Content\r\nx-a: 1\r\nx-a: 2\r\n\r\n");
    const sdk = new ApsClient({ baseUrl: server.origin, credentials, fetch: nodeFetch() });
    const { data, headers } = await sdk.resources.delete("r-1").withResponse();
    expect(data).toBeUndefined();
    expect(headers.get("x-a")).toBe("1, 2");
  });

  test("a redirect is not followed", async () => {
    const stranger = await rawServer(account);
    const server = await rawServer(answer("", { status: 302, headers: { location: stranger.origin } }));
    const sdk = new ApsClient({ baseUrl: server.origin, credentials, fetch: nodeFetch() });
    await expect(sdk.accounts.get("a-1")).rejects.toMatchObject({ status: 302 });
    expect(stranger.requests).toEqual([]);
  });

  test("an abort closes the connection immediately", againWhereBusy, async () => {
    const server = await rawServer(() => {});
    const sdk = new ApsClient({ baseUrl: server.origin, credentials, fetch: nodeFetch() });
    const controller = new AbortController();
    const call = sdk.accounts.get("a-1", { signal: controller.signal });
    const settled = call.catch((reason: unknown) => reason);
    await expect.poll(() => server.requests.length).toBe(1);
    const aborted = Date.now();
    controller.abort(new Error("the user left"));
    expect(await settled).toEqual(new Error("the user left"));
    expect(Date.now() - aborted).toBeLessThan(50);
  });

  test("maxSockets limits the number of connections", async () => {
    const server = await rawServer((socket) => setTimeout(() => socket.write(account), 20));
    const sdk = new ApsClient({ baseUrl: server.origin, credentials, fetch: nodeFetch({ maxSockets: 4 }) });
    await Promise.all(Array.from({ length: 20 }, () => sdk.accounts.get("a-1")));
    expect(server.connections()).toBe(4);
  });
});
