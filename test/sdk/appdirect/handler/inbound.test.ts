import { connect } from "node:net";
import { AppDirectClient, createEventHandler, type EventHandlerOptions, succeeded } from "apsdirect/appdirect";
import { createMemoryNonceStore, createSignature, type SignatureMethod } from "apsdirect/oauth1";
import { beforeEach, describe, expect, test } from "vitest";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json, type RawServer } from "../../../support/raw-server.js";
import { vendorServer } from "./vendor.js";

// In the order of the table of attacks on inbound verification, each as bytes on a socket. The reasons for refusals are
// tested with `verifyRequest`. These tests check that all refusals are the same, and that nothing is fetched.

const event = {
  type: "SUBSCRIPTION_CANCEL",
  marketplace: { baseUrl: "https://m.example" },
  payload: { account: { accountIdentifier: "a-1" } },
};

let marketplace: RawServer;
let count = 0;
beforeEach(async () => {
  marketplace = await rawServer(json(event));
});

/** Notification before it is written to the socket. */
interface Draft {
  readonly method: string;
  readonly target: string;
  readonly host: string;
  readonly oauth: ReadonlyArray<readonly [name: string, value: string]>;
  /** Authorization header, instead of one made from `oauth`. */
  readonly authorization?: string | undefined;
  readonly headers: readonly string[];
}

/** Starts a vendor, and creates notifications that are valid except for one change. */
async function vendor(options: Partial<EventHandlerOptions> = {}) {
  const problems: unknown[] = [];
  const endpoint = await vendorServer((publicUrl) =>
    createEventHandler({
      client: new AppDirectClient({ baseUrl: marketplace.origin, credentials, maxRetries: 0 }),
      secretFor,
      publicUrl,
      nonceStore: createMemoryNonceStore(),
      on: { SUBSCRIPTION_CANCEL: () => succeeded() },
      logger: { warn: () => {}, error: () => {} },
      onError: (error) => problems.push(error),
      ...options,
    }),
  );
  const right = (signedAt = endpoint): Draft => {
    const eventUrl = `${marketplace.origin}/api/integration/v1/events/e-1`;
    const target = `/events?product=1&eventUrl=${encodeURIComponent(eventUrl)}`;
    const url = new URL(target, signedAt).href;
    count += 1;
    const oauth: Draft["oauth"] = [
      ["oauth_consumer_key", credentials.consumerKey],
      ["oauth_nonce", `n${count}`],
      ["oauth_signature_method", "HMAC-SHA1"],
      ["oauth_timestamp", String(Math.floor(Date.now() / 1000))],
      ["oauth_version", "1.0"],
    ];
    return { ...signed({ oauth }, url), method: "GET", target, host: new URL(endpoint).host, headers: [] };
  };
  const send = (draft: Draft, body = "") => exchanged(endpoint, textOf(draft) + body);
  return {
    problems,
    right,
    send,
    /** Sends it with a change, and expects the response to every refused notification. */
    async refuses(change: (draft: Draft) => Partial<Draft>): Promise<void> {
      const draft = right();
      const { status, head, body } = await send({ ...draft, ...change(draft) });
      expect([status, body]).toEqual([401, '{"success":false,"errorCode":"UNAUTHORIZED"}']);
      expect(head).toContain('www-authenticate: OAuth realm=""');
      expect(marketplace.connections()).toBe(0);
    },
  };
}

/** Signs these parameters with the method that they name. */
function signed<D extends { readonly oauth: Draft["oauth"] }>(draft: D, url: string, method = "GET"): D {
  const oauth = draft.oauth.filter(([name]) => name !== "oauth_signature");
  const signatureMethod = (oauth.find(([name]) => name === "oauth_signature_method")?.[1] ??
    "HMAC-SHA1") as SignatureMethod;
  const signature = createSignature({
    method,
    url,
    oauth,
    consumerSecret: credentials.consumerSecret,
    signatureMethod,
  });
  return { ...draft, oauth: [...oauth, ["oauth_signature", signature]] };
}

function textOf({ method, target, host, oauth, authorization, headers }: Draft): string {
  const own = oauth.map(([name, value]) => `${name}="${encodeURIComponent(value)}"`).join(", ");
  const header = authorization ?? `OAuth ${own}`;
  const lines = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, "Connection: close", ...headers];
  if (header !== "") lines.push(`Authorization: ${header}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** Sends bytes and reads the whole response. */
function exchanged(endpoint: string, text: string): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(text, "latin1"));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("end", () => {
      const [head = "", ...rest] = Buffer.concat(chunks).toString().split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1]), head, body: unchunked(rest.join("\r\n\r\n"), head) });
    });
  });
}

function unchunked(body: string, head: string): string {
  return /transfer-encoding: chunked/i.test(head)
    ? body.replace(/^[0-9a-f]+\r\n/i, "").replace(/\r\n0\r\n\r\n$/, "")
    : body;
}

function withOauth(draft: Draft, name: string, value: string): Partial<Draft> {
  return { oauth: draft.oauth.map((pair) => (pair[0] === name ? [name, value] : pair)) };
}

test("a valid notification is answered, so that the other tests are meaningful", async () => {
  const { right, send, problems } = await vendor();
  const { status, body } = await send(right());
  expect([status, body]).toEqual([200, '{"success":true}']);
  expect(problems).toEqual([]);
});

test("1: no credentials", async () => {
  const { refuses } = await vendor();
  await refuses(() => ({ authorization: "" }));
  await refuses(() => ({ authorization: "Basic eDp5" }));
  await refuses(() => ({ authorization: "Bearer x" }));
});

test("2, 3: a wrong signature of the same length, another length, and a megabyte", async () => {
  const { refuses } = await vendor();
  for (const signature of ["AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "AAAA", "", "not base64", "\n", "A".repeat(8_000)]) {
    await refuses((draft) => withOauth(draft, "oauth_signature", signature));
  }
});

test("3, 20: a header of a megabyte does not reach the handler, and the server keeps running", async () => {
  const { right, send } = await vendor();
  const draft = right();
  expect((await send({ ...draft, authorization: `OAuth ${"a".repeat(1_000_000)}` })).status).toBe(431);
  expect((await send(right())).status).toBe(200);
});

test("4: a parameter added or changed after signing", async () => {
  const { refuses } = await vendor();
  await refuses(({ target }) => ({ target: `${target}&utm_source=x` }));
  await refuses(({ target }) => ({ target: target.replace("product=1", "product=2") }));
  await refuses(({ target }) => ({ target: target.replace("e-1", "e-2") }));
});

test("5: parameter names that plain objects lose", async () => {
  const { refuses } = await vendor();
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    await refuses(({ target }) => ({ target: `${target}&${name}=x` }));
  }
});

test("6: a second ?, a second =, ;, an empty name, repeated names, + for a space, invalid %zz", async () => {
  const { refuses } = await vendor();
  for (const rest of ["?x=1", "&a=b=c", ";x=1", "&=x", "&product=1", "&a+b=1", "&a=%zz", "&%", "&a=%C0%AF"]) {
    await refuses(({ target }) => ({ target: target + rest }));
  }
});

test("7: another method", async () => {
  const { right, send } = await vendor();
  for (const method of ["POST", "DELETE", "PUT"]) {
    const { status, head } = await send({ ...right(), method });
    expect([status, /^allow: GET$/im.test(head)]).toEqual([405, true]);
  }
  expect(marketplace.connections()).toBe(0);
});

test("8: other signature methods, and another version", async () => {
  const { refuses } = await vendor();
  for (const method of ["PLAINTEXT", "RSA-SHA1", "HMAC-MD5", "hmac-sha1", ""]) {
    await refuses((draft) => withOauth(draft, "oauth_signature_method", method));
  }
  for (const version of ["2.0", "1.0a", "1"]) await refuses((draft) => withOauth(draft, "oauth_version", version));
});

test("9: repeated oauth_ parameters, or oauth_ parameters in two places", async () => {
  const { refuses } = await vendor();
  await refuses(({ oauth }) => ({ oauth: [...oauth, ["oauth_nonce", "other"]] }));
  await refuses(({ target }) => ({ target: `${target}&oauth_nonce=x` }));
  await refuses(({ oauth }) => ({ headers: [`Authorization: OAuth oauth_nonce="${oauth.length}"`] }));
});

test("10: a replay of a captured notification, even to a second process that shares the store", async () => {
  const options = { nonceStore: createMemoryNonceStore(), publicUrl: "https://vendor.example" };
  const [one, other] = [await vendor(options), await vendor(options)];
  const draft = one.right(options.publicUrl);
  expect((await one.send(draft)).status).toBe(200);
  expect((await one.send(draft)).status).toBe(401);
  expect((await other.send(draft)).status).toBe(401);
  expect(other.problems).toMatchObject([{ problem: "nonce_used" }]);
});

test("11: old, future and malformed timestamps", async () => {
  const { refuses } = await vendor();
  const now = Math.floor(Date.now() / 1000);
  for (const time of [String(now - 301), String(now + 310), "-1", "1e9", "", "12345678901", "abc", ` ${now}`]) {
    await refuses((draft) => withOauth(draft, "oauth_timestamp", time));
  }
});

test("12: a flood of nonces under bad signatures does not reach the store", async () => {
  let claims = 0;
  const nonceStore = {
    claim: async () => {
      claims += 1;
      return true;
    },
  };
  const { refuses } = await vendor({ nonceStore });
  for (let flood = 0; flood < 50; flood++) await refuses((draft) => withOauth(draft, "oauth_nonce", `x${flood}`));
  expect(claims).toBe(0);
});

test("13: a full or unavailable nonce store accepts nothing", async () => {
  const full = await vendor({ nonceStore: createMemoryNonceStore({ capacity: 1 }) });
  expect((await full.send(full.right())).status).toBe(200);
  expect((await full.send(full.right())).status).toBe(401);
  const claim = async () => Promise.reject(new Error("away"));
  const away = await vendor({ nonceStore: { claim } });
  expect((await away.send(away.right())).status).toBe(401);
  expect(String(away.problems[0])).toContain("the nonce store failed");
});

test("14, 16: a consumer key that is unknown, that every object has, or whose secret cannot be looked up", async () => {
  const { refuses } = await vendor();
  for (const key of ["unknown", "__proto__", "constructor", "tests-key "]) {
    await refuses((draft) => withOauth(draft, "oauth_consumer_key", key));
  }
  const broken = await vendor({ secretFor: () => Promise.reject(new Error("the database is away")) });
  await broken.refuses(() => ({}));
  expect(broken.problems).toMatchObject([{ message: "the database is away" }]);
});

test("15: an empty secret cannot sign or verify anything", async () => {
  expect(
    () => new AppDirectClient({ baseUrl: "https://m.example", credentials: { consumerKey: "k", consumerSecret: "" } }),
  ).toThrow(TypeError);
  const { refuses } = await vendor({ secretFor: () => "" });
  await refuses(() => ({}));
});

describe("17, 18: the signed URL must be the configured one", () => {
  test("regardless of Host and X-Forwarded-…", async () => {
    const { right, send } = await vendor();
    const forged = ["X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: host=evil.example"];
    expect((await send({ ...right(), host: "evil.example", headers: forged })).status).toBe(200);
    expect((await send(right("https://evil.example"))).status).toBe(401);
  });

  test("with publicUrl behind a proxy that terminates TLS", async () => {
    const { right, send } = await vendor({ publicUrl: "https://vendor.example" });
    expect((await send(right("https://vendor.example"))).status).toBe(200);
    expect((await send(right())).status).toBe(401);
  });

  test("or the one that a listed proxy reports, and no other sender", async () => {
    const headers = ["X-Forwarded-Host: vendor.example", "X-Forwarded-Proto: https"];
    const listed = await vendor({ publicUrl: undefined, trustedProxies: ["127.0.0.0/8"] });
    expect((await listed.send({ ...listed.right("https://vendor.example"), headers })).status).toBe(200);
    const other = await vendor({ publicUrl: undefined, trustedProxies: ["10.0.0.0/8"] });
    expect((await other.send({ ...other.right("https://vendor.example"), headers })).status).toBe(401);
  });
});

test("19: an unsigned form body changes nothing", async () => {
  const { right, send } = await vendor();
  const draft = right();
  const body = "eventUrl=https%3A%2F%2Fevil.example%2Fapi%2Fintegration%2Fv1%2Fevents%2Fe-2";
  const headers = ["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`];
  expect((await send({ ...draft, headers }, body)).status).toBe(200);
  expect(marketplace.requests.map(({ line }) => line)).toEqual(["GET /api/integration/v1/events/e-1 HTTP/1.1"]);
});

test("20: headers that are hard to read", async () => {
  const { refuses } = await vendor();
  for (const authorization of [
    `OAuth ${",".repeat(12_000)}`,
    `OAuth ${'oauth_nonce="'.repeat(900)}`,
    'OAuth realm="a,oauth_nonce=\\"x\\"", oauth_nonce="',
    `OAuth realm="${"\\".repeat(10_000)}`,
    "OAuth =",
    "oauth",
  ]) {
    const start = performance.now();
    await refuses(() => ({ authorization }));
    expect(performance.now() - start).toBeLessThan(1_000);
  }
});

test("21: two Unicode forms of a letter differ, and a lone surrogate is invalid", async () => {
  const { refuses } = await vendor();
  for (const text of ["e%CC%81", "%C3%A9", "%ED%A0%80", "%C0%80", "%F4%90%80%80", "%FF"]) {
    await refuses(({ target }) => ({ target: `${target}&name=${text}` }));
  }
});
