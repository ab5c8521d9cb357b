import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { serve } from "@hono/node-server";
import { AppDirectClient, createEventHandler, type EventHandler, nodeListener, succeeded } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import express from "express";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

function handlerAt(publicUrl: string): EventHandler {
  const { baseUrl, credentials } = sandbox.appdirect;
  return createEventHandler({
    client: new AppDirectClient({
      credentials,
      marketplaces: [baseUrl],
      fetch: nodeFetch({ ca: sandbox.certificate }),
    }),
    secretFor: (key) => (key === credentials.consumerKey ? credentials.consumerSecret : undefined),
    publicUrl,
    on: { SUBSCRIPTION_ORDER: ({ id }) => succeeded({ accountIdentifier: id }) },
    logger: { warn: () => {}, error: () => {} },
  });
}

async function listening(server: Server): Promise<string> {
  if (!server.listening) await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts a server with a handler, and returns the URL for the marketplace. */
const servers: { readonly [name: string]: () => Promise<string> } = {
  async "Node's http"() {
    const server = createServer().listen(0, "127.0.0.1");
    const origin = await listening(server);
    server.on("request", nodeListener(handlerAt(origin)));
    return `${origin}/events`;
  },
  async "Express, below a router and behind a body parser"() {
    const app = express();
    const router = express.Router();
    app.use(express.json(), express.urlencoded({ extended: true }));
    app.use("/app%20direct", router);
    const origin = await listening(app.listen(0, "127.0.0.1"));
    router.get("/events", nodeListener(handlerAt(origin)));
    return `${origin}/app%20direct/events`;
  },
  async Hono() {
    const app = new Hono();
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }) as Server;
    const origin = await listening(server);
    const handler = handlerAt(origin);
    app.get("/events", (context) => handler(context.req.raw));
    return `${origin}/events`;
  },
};

test.each(Object.entries(servers))("%s", async (_, start) => {
  const endpoint = await start();
  // Text that a framework might rewrite: an apostrophe, an escaped tilde, a plus, a repeated name, an empty one.
  const to = `${endpoint}?product=a%7Eb+c&p=(1)&p=%5b2%5D&&applicationUuid=`;
  const delivery = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to });
  expect(delivery).toMatchObject({ status: 200, body: { success: true, accountIdentifier: delivery.token } });
  const unsigned = await fetch(to);
  expect(unsigned.status).toBe(401);
  expect(await unsigned.json()).toEqual({ success: false, errorCode: "UNAUTHORIZED" });
  // If the server has a route only for GET, the server responds.
  expect([404, 405]).toContain((await fetch(to, { method: "POST" })).status);
});
