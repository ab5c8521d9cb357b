import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { oauth1Signer, signUrl } from "apsdirect/oauth1";
import { afterEach, beforeEach, expect, test } from "vitest";
import { send } from "../signed-request.js";
import { answering, startVendor } from "../vendor.js";
import { inspect } from "./inspector-call.js";

const secret = 'c4n4ry+/="& secret';

let sandbox: Sandbox;
beforeEach(async () => {
  const appdirectCredentials = { consumerKey: "shown", consumerSecret: secret };
  sandbox = await startSandbox({ inspector: true, appdirectCredentials, apsCredentials: appdirectCredentials });
});
afterEach(() => sandbox.close());

/** All that the inspector answers to anybody who looks at everything. */
async function everythingShown(): Promise<string> {
  const numbers = sandbox.requests.map(({ number }) => `/api/requests/${number}`);
  const paths = ["/api/requests", "/api/sandbox", "/api/resources", "/api/orders", "/api/faults", ...numbers];
  const replies = await Promise.all(paths.map((path) => inspect(sandbox, { path })));
  return replies.map(({ text }) => text).join("\n");
}

/** Spellings in which a text may be met, as JSON has them. */
function spellings(text: string): readonly string[] {
  const once = encodeURIComponent(text);
  return [text, once, encodeURIComponent(once)].map((spelling) => JSON.stringify(spelling).slice(1, -1));
}

async function expectHidden(...texts: readonly string[]): Promise<void> {
  const shown = await everythingShown();
  for (const spelling of texts.flatMap(spellings)) expect(shown).not.toContain(spelling);
}

/** The signature of the last request, decoded. */
function lastSignature(): string {
  const { target = "", headers = [] } = sandbox.requests.at(-1) ?? {};
  const authorization = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1] ?? "";
  const [, found = ""] = /oauth_signature="?([^"&]+)/.exec(authorization || target) ?? [];
  return decodeURIComponent(found);
}

test("the signature in a header, and the secret in a body, a header or a query", async () => {
  await send(sandbox, {
    method: "POST",
    target: `/aps/2/resources?x=${encodeURIComponent(secret)}`,
    body: { aps: { type: "http://example.test/t/1.0" }, note: secret },
    headers: { "X-Note": secret, Cookie: encodeURIComponent(secret) },
  });
  expect(lastSignature()).toMatch(/^.{27}=$/);
  await expectHidden(secret, lastSignature());
});

test("the signature in a query", async () => {
  const url = new URL(signUrl(`${sandbox.aps.baseUrl}/aps/2/resources?eq(a,b)`, sandbox.aps.credentials));
  await send(sandbox, { target: url.pathname + url.search, signed: false });
  expect(sandbox.requests.at(-1)?.signature.ok).toBe(true);
  await expectHidden(url.searchParams.get("oauth_signature") ?? "nothing");
  expect(await everythingShown()).toContain("oauth_signature=…");
});

test("the signature under a name that is encoded, in a query", async () => {
  await send(sandbox, { target: "/aps?oauth%5Fsignature=AbCdEfGhIjKlMnOpQrStUvWxYz0%3D", signed: false });
  await expectHidden("AbCdEfGhIjKlMnOpQrStUvWxYz0=");
});

test("and in a form, with a header that nobody can read", async () => {
  const body = "a=1&oauth%5Fsignature=AbCdEfGhIjKlMnOpQrStUvWxYz0%3D&oauth_nonce=n";
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Authorization: 'OAuth oauth_nonce="' };
  await send(sandbox, { method: "POST", target: "/aps", signed: false, body, headers });
  await expectHidden("AbCdEfGhIjKlMnOpQrStUvWxYz0=");
});

test("a copy of the signature, in a header of another name", async () => {
  const signed = await oauth1Signer(sandbox.aps.credentials).sign(new Request(`${sandbox.aps.baseUrl}/aps`));
  const authorization = signed.headers.get("authorization") ?? "";
  const [, copy = ""] = /oauth_signature="([^"]+)"/.exec(authorization) ?? [];
  await send(sandbox, {
    target: "/aps",
    signed: false,
    headers: { authorization, "X-Copy": decodeURIComponent(copy) },
  });
  expect(sandbox.requests.at(-1)?.signature.ok).toBe(true);
  await expectHidden(lastSignature());
});

test.each([
  'OAuth oauth_signature = "AbCdEfGhIjKlMnOpQrStUvWxYz0%3D", oauth_nonce="n"',
  "oauth %6Fauth_signature=AbCdEfGhIjKlMnOpQrStUvWxYz0%3D,oauth_nonce=n",
  'OAuth oauth_nonce="n",oauth_signature="AbCdEfGhIjKlMnOpQrStUvWxYz0%3D',
  "Bearer AbCdEfGhIjKlMnOpQrStUvWxYz0=",
  "Basic AbCdEfGhIjKlMnOpQrStUvWxYz0=",
  "AbCdEfGhIjKlMnOpQrStUvWxYz0=",
])("what proves who calls: %s", async (authorization) => {
  const headers = { Authorization: authorization, "Proxy-Authorization": authorization };
  await send(sandbox, { target: "/aps", signed: false, headers });
  await expectHidden("AbCdEfGhIjKlMnOpQrStUvWxYz0=");
});

test("a secret that is sent as a signature, as PLAINTEXT does", async () => {
  const signer = oauth1Signer(
    { consumerKey: "k", consumerSecret: "of somebody else" },
    { signatureMethod: "PLAINTEXT" },
  );
  const signed = await signer.sign(new Request(sandbox.aps.baseUrl));
  const headers = { Authorization: signed.headers.get("authorization") ?? "" };
  await send(sandbox, { target: "/", signed: false, headers });
  await expectHidden("of somebody else");
});

test("two signatures, in two places", async () => {
  const other = "OldOldOldOldOldOldOldOldOld=";
  await send(sandbox, { target: "/aps?a=1" });
  const [, authorization = ""] = sandbox.requests.at(-1)?.headers.find(([name]) => name === "authorization") ?? [];
  await send(sandbox, { target: `/aps?a=1&oauth_signature=${other}`, signed: false, headers: { authorization } });
  await expectHidden(other, lastSignature());
});

test("what a vendor sends back of what it was sent", async () => {
  const vendor = await startVendor((request, response) => {
    const body = { success: false, errorCode: "UNKNOWN_ERROR", message: `${request.headers.authorization} ${secret}` };
    answering(200, body)(request, response);
  });
  try {
    const event = { type: "SUBSCRIPTION_CANCEL", to: vendor.endpoint };
    const { text } = await inspect(sandbox, { method: "POST", path: "/api/events", body: event });
    const [, signature = "nothing"] =
      /oauth_signature="([^"]+)"/.exec(vendor.received[0]?.headers.authorization ?? "") ?? [];
    for (const spelling of [secret, decodeURIComponent(signature)].flatMap(spellings))
      expect(text).not.toContain(spelling);
  } finally {
    await vendor.close();
  }
});
