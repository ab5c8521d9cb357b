import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient, createEventHandler, nodeListener, succeeded } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answering, startVendor } from "../vendor.js";
import { inspect } from "./inspector-call.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ inspector: true });
});
afterAll(() => sandbox.close());

function sent(event: object) {
  return inspect(sandbox, { method: "POST", path: "/api/events", body: event });
}

describe("an event that is sent", () => {
  test("brings back what the vendor said", async () => {
    const vendor = await startVendor(answering(200, { success: true, accountIdentifier: "a-1" }));
    try {
      const reply = await sent({
        type: "SUBSCRIPTION_ORDER",
        to: vendor.endpoint,
        flag: "DEVELOPMENT",
        parameter: "url",
      });
      expect(reply.json()).toMatchObject({
        status: 200,
        contentType: "application/json",
        text: '{"success":true,"accountIdentifier":"a-1"}',
        result: '{"success":true,"accountIdentifier":"a-1"}',
        findings: [],
      });
      expect(vendor.received[0]?.url).toMatch(/^\/events\?url=/);
    } finally {
      await vendor.close();
    }
  });

  test("says which rules the answer breaks", async () => {
    const vendor = await startVendor(answering(200, { success: true }));
    try {
      const reply = await sent({ type: "SUBSCRIPTION_ORDER", to: vendor.endpoint });
      expect(reply.json<{ findings: unknown[] }>().findings).toEqual([expect.stringContaining("accountIdentifier")]);
    } finally {
      await vendor.close();
    }
  });

  test("that nobody takes is an error that says so", async () => {
    const reply = await sent({ type: "SUBSCRIPTION_ORDER", to: "http://127.0.0.1:1/events" });
    expect(reply.status).toBe(502);
    expect(reply.text).toContain("ECONNREFUSED");
  });

  test("that a browser brings is followed back to the marketplace, and no signature is shown", async () => {
    const { baseUrl, credentials } = sandbox.appdirect;
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetch = nodeFetch({ ca: sandbox.certificate });
    const client = new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch });
    const secretFor = () => credentials.consumerSecret;
    const on = { SUBSCRIPTION_ORDER: () => succeeded({ accountIdentifier: "a-2" }) };
    server.on("request", nodeListener(createEventHandler({ client, secretFor, publicUrl, on })));
    try {
      const reply = await sent({ type: "SUBSCRIPTION_ORDER", to: publicUrl, interactive: true });
      expect(reply.json()).toMatchObject({
        status: 302,
        result: '{"success":true,"accountIdentifier":"a-2"}',
        findings: [],
        location: expect.stringMatching(/oauth_signature=…/),
      });
    } finally {
      server.close();
    }
  });

  test("is not followed elsewhere", async () => {
    const vendor = await startVendor((_request, response) => {
      response.writeHead(302, { Location: "https://evil.example/" }).end();
    });
    try {
      const reply = await sent({ type: "SUBSCRIPTION_ORDER", to: vendor.endpoint, interactive: true });
      expect(reply.json()).toMatchObject({ problem: expect.stringContaining("outside the marketplace") });
    } finally {
      await vendor.close();
    }
  });
});
