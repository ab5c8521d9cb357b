import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json, type SandboxCall, send } from "./signed-request.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const accounts = "/aps/2/collections/accounts?eq(type,RESELLER),select(aps.id)";
const dummyOrder = "/api/integration/v1/events/dummyOrder";

describe.each([
  { side: "aps", target: accounts, refusal: 401 },
  { side: "appdirect", target: dummyOrder, refusal: 403 },
] as const)("the $side side", ({ side, target, refusal }) => {
  test.each(["127.0.0.1", "localhost"] as const)("accepts a right signature, called by the name %s", async (host) => {
    const reply = await send(sandbox, { side, target, host });
    expect(reply.status).toBe(200);
    expect(sandbox.requests.at(-1)).toMatchObject({
      platform: side,
      method: "GET",
      target,
      status: 200,
      signature: { ok: true, consumerKey: sandbox[side].credentials.consumerKey },
    });
  });

  const yearAgo = () => Date.now() - 365 * 24 * 3600 * 1000;
  const wrong: ReadonlyArray<{ given: string; call: (known: Sandbox) => Partial<SandboxCall>; problem: string }> = [
    { given: "no Authorization header", call: () => ({ signed: false }), problem: "parameter_absent" },
    { given: "a timestamp of last year", call: () => ({ now: yearAgo }), problem: "timestamp_refused" },
    {
      given: "another secret",
      call: (known) => ({ credentials: { ...known[side].credentials, consumerSecret: "guessed" } }),
      problem: "signature_invalid",
    },
    {
      given: "another key",
      call: (known) => ({ credentials: { ...known[side].credentials, consumerKey: "somebody" } }),
      problem: "consumer_key_unknown",
    },
    {
      given: "a header that is no OAuth",
      call: () => ({ signed: false, headers: { authorization: "Bearer abc" } }),
      problem: "parameter_absent",
    },
  ];
  test.each(wrong)(`refuses $given with ${refusal}, and records $problem`, async ({ call, problem }) => {
    const reply = await send(sandbox, { side, target, ...call(sandbox) });
    expect(reply.status).toBe(refusal);
    expect(json(reply)).toMatchObject({ message: expect.stringContaining(problem) });
    expect(sandbox.requests.at(-1)).toMatchObject({ target, status: refusal, signature: { ok: false, problem } });
  });

  test("refuses a nonce that was used before", async () => {
    const now = Date.now();
    const replayed: SandboxCall = { side, target, now: () => now, nonce: () => `once-${side}` };
    expect((await send(sandbox, replayed)).status).toBe(200);
    expect((await send(sandbox, replayed)).status).toBe(refusal);
    expect(sandbox.requests.at(-1)?.signature).toMatchObject({ ok: false, problem: "nonce_used" });
  });

  test("does not give a secret away when it refuses", async () => {
    const { consumerSecret } = sandbox[side].credentials;
    const reply = await send(sandbox, { side, target, now: yearAgo });
    expect(reply.text + JSON.stringify(sandbox.requests)).not.toContain(consumerSecret);
  });
});

test("a signature for one query does not fit another", async () => {
  const signed = await send(sandbox, { target: accounts });
  expect(signed.status).toBe(200);
  const authorization = sandbox.requests.at(-1)?.headers.find(([name]) => name.toLowerCase() === "authorization")?.[1];
  const stolen = { target: "/aps/2/collections/accounts?select(aps.id)", signed: false };
  const reply = await send(sandbox, { ...stolen, headers: { authorization: authorization ?? "" } });
  expect(reply.status).toBe(401);
  expect(sandbox.requests.at(-1)?.signature).toMatchObject({ problem: "signature_invalid" });
});

test("the clock of a sandbox decides which timestamps are fresh", async () => {
  const then = Date.parse("2024-05-01T12:00:00Z");
  const past = await startSandbox({ now: () => then });
  try {
    expect((await send(past, { target: accounts })).status).toBe(401);
    expect((await send(past, { target: accounts, now: () => then + 299_000 })).status).toBe(200);
  } finally {
    await past.close();
  }
});

test("a request is recorded raw: target, header spelling and body as they came", async () => {
  const target = "/aps/2/collections/accounts?eq(companyName,%c3%a9%2C'x'),limit(0,1)";
  const headers = { "X-Spelled-LIKE-this": "a,  b" };
  await send(sandbox, { target, method: "POST", body: '{"a" :1}', headers });
  expect(sandbox.requests.at(-1)).toMatchObject({ method: "POST", target, body: '{"a" :1}', status: 405 });
  expect(sandbox.requests.at(-1)?.headers).toContainEqual(["X-Spelled-LIKE-this", "a,  b"]);
});

test("every answer of the bus shows that the booster took part, and a 401 names its scheme", async () => {
  const refused = await send(sandbox, { target: accounts, signed: false });
  expect(refused.headers).toMatchObject({
    "x-apsbooster-response": "true",
    "content-type": "application/json; charset=UTF-8",
    "www-authenticate": "OAuth",
  });
  const missing = await send(sandbox, { target: "/aps/2/nothing" });
  expect(missing.headers["x-apsbooster-response"]).toBe("true");
});
