/**
 * The ways to read one order, each from a URL to the parsed object. A path that ends in `/signed` is answered 401
 * unless the request carries an OAuth header, so that every candidate that says it signs does.
 */
import { randomUUID } from "node:crypto";

const credentials = { consumerKey: "8d4e0c1f7b6a", consumerSecret: "kd94hf93k423kf44" };
const below = "/aps/2/services/order-manager/orders/";

/** Loaded where they are measured: what one candidate needs must not be in the process of another. */
export const candidates = {
  async "fetch, unsigned"({ origin }) {
    const url = `${origin}${below}plain`;
    return async () => (await fetch(url)).json();
  },
  async "ky, unsigned"({ origin }) {
    const { default: ky } = await import("ky");
    const url = `${origin}${below}plain`;
    return () => ky(url).json();
  },
  async "ky as we call it, unsigned"({ origin }) {
    const { default: ky } = await import("ky");
    const url = `${origin}${below}plain`;
    const client = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });
    return async () => (await client(url, { headers: { accept: "application/json" } })).json();
  },
  async "ky with a signing hook"({ origin }) {
    const [{ default: ky }, sign] = await Promise.all([import("ky"), plainSigner()]);
    const url = `${origin}${below}signed`;
    const client = ky.extend({
      hooks: { beforeRequest: [(request) => request.headers.set("authorization", sign(request.method, request.url))] },
    });
    return () => client(url).json();
  },
  async "openapi-fetch, signing"({ origin }) {
    const [{ default: createClient }, sign] = await Promise.all([import("openapi-fetch"), plainSigner()]);
    const client = createClient({ baseUrl: origin });
    client.use({
      onRequest({ request }) {
        request.headers.set("authorization", sign(request.method, request.url));
        return request;
      },
    });
    const path = { params: { path: { orderId: "signed" } } };
    return async () => (await client.GET("/aps/2/services/order-manager/orders/{orderId}", path)).data;
  },
  async "undici.request, unsigned"({ origin }) {
    const { request } = await import("undici");
    const url = `${origin}${below}plain`;
    return async () => (await request(url)).body.json();
  },
  async apsdirect(run) {
    return readOrder(run, { credentials });
  },
  async "apsdirect without signing"(run) {
    return readOrder(run, { signer: { sign: (request) => request } }, "plain");
  },
  async "apsdirect without validation"(run) {
    return readOrder(run, { credentials, validation: { request: "off", response: "off" } });
  },
  async "apsdirect/node"(run) {
    const { nodeFetch } = await import("apsdirect/node");
    return readOrder(run, { credentials, fetch: nodeFetch() });
  },
  async "apsdirect/node without signing"(run) {
    const { nodeFetch } = await import("apsdirect/node");
    return readOrder(run, { signer: { sign: (request) => request }, fetch: nodeFetch() }, "plain");
  },
};

async function readOrder({ origin, concurrency }, options, id = "signed") {
  const { ApsClient } = await import("apsdirect/aps");
  const strict = { request: "strict", response: "strict" };
  const sdk = new ApsClient({ baseUrl: origin, maxConcurrency: concurrency, validation: strict, ...options });
  return () => sdk.orders.get(id);
}

/** What a user writes who has oauth-sign and no SDK. */
async function plainSigner() {
  const { default: oauth } = await import("oauth-sign");
  return (method, url) => {
    const protocol = {
      oauth_consumer_key: credentials.consumerKey,
      oauth_nonce: randomUUID(),
      oauth_signature_method: "HMAC-SHA1",
      oauth_timestamp: String(Math.floor(Date.now() / 1000)),
      oauth_version: "1.0",
    };
    const oauth_signature = oauth.hmacsign(method, url, protocol, credentials.consumerSecret, "");
    const pairs = Object.entries({ ...protocol, oauth_signature });
    return `OAuth ${pairs.map(([name, value]) => `${name}="${oauth.rfc3986(value)}"`).join(", ")}`;
  };
}
