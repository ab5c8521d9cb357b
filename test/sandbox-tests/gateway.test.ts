import { once } from "node:events";
import { createServer } from "node:http";
import { request as forward } from "node:https";
import type { AddressInfo } from "node:net";
import { type GatewayOptions, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient } from "apsdirect";
import { describe, expect, onTestFinished, test } from "vitest";
import { send } from "./signed-request.js";

const brand = "https://admin.provider.test";
const loopback = ["127.0.0.1"];

async function behind(gateway: GatewayOptions): Promise<Sandbox> {
  const sandbox = await startSandbox({ gateway });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A gateway that hands on what comes, with these headers of its own. Gives its address. */
async function startGateway({ aps, certificate }: Sandbox, own: (host: string) => Readonly<Record<string, string>>) {
  const { hostname, port, host } = new URL(aps.baseUrl);
  const server = createServer((request, response) => {
    const { method, url = "/", headers } = request;
    const forwarded = { ...headers, host, ...own(headers.host ?? "") };
    const options = { hostname, port, path: url, method, ca: certificate, headers: forwarded };
    const handedOn = forward(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(handedOn);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** `none` where a list and a read came through, or else the status of the refusal. */
function outcome(sandbox: Sandbox, options: { baseUrl: string; signatureBaseUrl?: string }): Promise<unknown> {
  const sdk = new ApsClient({ credentials: sandbox.aps.credentials, ...options });
  const reading = sdk.accounts.list((a) => [a.like("companyName", "Fab (A)*")]).all({ max: 1 });
  return reading.then(
    ([found]) => found?.companyName,
    (error) => error.status,
  );
}

const found = "Fab (A) Industries";
const silent = () => ({});

describe("a bus that believes to be called by its brand access point", () => {
  test("accepts signatures for its own URL through a gateway without forwarding headers", async () => {
    const sandbox = await behind({ origin: brand });
    const baseUrl = await startGateway(sandbox, silent);
    expect(await outcome(sandbox, { baseUrl, signatureBaseUrl: brand })).toBe(found);
    expect(await outcome(sandbox, { baseUrl, signatureBaseUrl: "https://admin.provider.test:8443" })).toBe(401);
    expect(await outcome(sandbox, { baseUrl })).toBe(401);
    expect((await send(sandbox, { target: "/aps" })).status, "a call that goes past it").toBe(401);
  });

  test("ignores forwarding headers from undeclared clients", async () => {
    const sandbox = await behind({ origin: brand });
    const baseUrl = await startGateway(sandbox, (host) => ({ "x-forwarded-host": host, "x-forwarded-proto": "http" }));
    expect(await outcome(sandbox, { baseUrl })).toBe(401);
    expect(await outcome(sandbox, { baseUrl, signatureBaseUrl: brand })).toBe(found);
  });
});

describe("a bus behind a declared gateway", () => {
  const says = (host: string) => ({ "x-forwarded-host": host, "x-forwarded-proto": "http" });

  test("accepts signatures for the URL that the gateway was called by", async () => {
    const sandbox = await behind({ origin: brand, proxies: loopback });
    const baseUrl = await startGateway(sandbox, says);
    expect(await outcome(sandbox, { baseUrl })).toBe(found);
    expect(await outcome(sandbox, { baseUrl, signatureBaseUrl: brand })).toBe(401);
    expect(await outcome(sandbox, { baseUrl: baseUrl.replace("127.0.0.1", "localhost") })).toBe(found);
  });

  test("takes its brand access point where the gateway says nothing", async () => {
    const sandbox = await behind({ origin: brand, proxies: loopback });
    const baseUrl = await startGateway(sandbox, silent);
    expect(await outcome(sandbox, { baseUrl, signatureBaseUrl: brand })).toBe(found);
    expect(await outcome(sandbox, { baseUrl })).toBe(401);
  });

  test("and from elsewhere ignores the same headers", async () => {
    const sandbox = await behind({ origin: brand, proxies: ["10.0.0.0/8"] });
    const baseUrl = await startGateway(sandbox, says);
    expect(await outcome(sandbox, { baseUrl })).toBe(401);
    expect(await outcome(sandbox, { baseUrl, signatureBaseUrl: brand })).toBe(found);
  });

  test("is refused what it cannot read", async () => {
    const sandbox = await behind({ proxies: loopback });
    expect((await send(sandbox, { target: "/aps" })).status).toBe(200);
    const headers = { "X-Forwarded-Host": "a/b" };
    expect((await send(sandbox, { target: "/aps", headers })).status).toBe(401);
    expect((await send(sandbox, { target: "*", method: "OPTIONS", signed: false })).status).toBe(401);
  });
});

test("the marketplace has no gateway", async () => {
  const sandbox = await behind({ origin: brand });
  const target = "/api/integration/v1/events/dummyOrder";
  expect((await send(sandbox, { side: "appdirect", target })).status).toBe(200);
});
