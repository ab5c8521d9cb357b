import { createHash, generateKeyPairSync } from "node:crypto";
import {
  createMemoryNonceStore,
  createSignature,
  oauth1Signer,
  type RawRequest,
  type VerifyRequestOptions,
  verifyRequest,
} from "apsdirect/oauth1";
import { describe, expect, test } from "vitest";

const url = "https://vendor.test/ad/events?eventUrl=https%3A%2F%2Fshop.test%2Fe%2F1";
const credentials = { consumerKey: "vendor-1", consumerSecret: "s3cret" };
const time = 1_717_200_000;
const now = () => time * 1000;
const form = { "content-type": "application/x-www-form-urlencoded" };

describe("a request that is right", () => {
  test("gives its sender and its parameters", async () => {
    const signed = await oauth1Signer(credentials, { now, nonce: () => "n1" }).sign(new Request(url));
    expect(await verify(signed)).toEqual({
      consumerKey: "vendor-1",
      timestamp: time,
      nonce: "n1",
      placement: "header",
      parameters: [["eventUrl", "https://shop.test/e/1"]],
    });
  });

  test.each([
    { name: "a Request", given: () => new Request(url, { headers: { authorization: header() } }) },
    { name: "Headers", given: () => raw({ headers: new Headers({ authorization: header() }) }) },
    { name: "pairs", given: () => raw({ headers: [["Authorization", header()]] }) },
    { name: "a Map", given: () => raw({ headers: new Map([["AUTHORIZATION", header()]]) }) },
    { name: "lists", given: () => raw({ headers: { Authorization: [header()], cookie: undefined } }) },
    { name: "a target without a host", given: () => raw({ url: url.slice("https://vendor.test".length) }) },
  ])("may come as $name", async ({ given }) => {
    await expect(verify(given(), { publicUrl: "https://vendor.test" })).resolves.toBeDefined();
  });

  test("may carry its parameters in a form body, which stays readable", async () => {
    const pairs = [["a", "b c"], ...signedPairs({ method: "POST", formBody: "a=b+c" })];
    const request = new Request(url, { method: "POST", headers: form, body: new URLSearchParams(pairs) });
    await expect(verify(request)).resolves.toMatchObject({
      placement: "body",
      parameters: [
        ["eventUrl", "https://shop.test/e/1"],
        ["a", "b c"],
      ],
    });
    expect(await request.text()).toContain("oauth_signature");
  });

  test.each([
    { name: "text", body: "a=%2B&b" },
    { name: "bytes", body: new TextEncoder().encode("a=%2B&b") },
  ])("may have a form body, given as $name", async ({ body }) => {
    const authorization = header({ method: "POST", formBody: "a=%2B&b" });
    const request = raw({ method: "POST", headers: { ...form, authorization }, body });
    expect((await verify(request)).parameters).toEqual([
      ["eventUrl", "https://shop.test/e/1"],
      ["a", "+"],
      ["b", ""],
    ]);
  });

  test("is the same for an empty token, which is signed", async () => {
    await expect(
      verify(raw({ headers: { authorization: header({ extra: [["oauth_token", ""]] }) } })),
    ).resolves.toBeDefined();
  });

  test.each([
    {
      name: "behind TLS that ended at a proxy",
      received: "http://10.0.0.7:8080/ad/e?a",
      publicUrl: "https://vendor.test",
    },
    { name: "behind a proxy that strips a prefix", received: "/e?a", publicUrl: "https://vendor.test/ad/" },
    { name: "as an absolute target", received: "https://vendor.test/ad/e?a", publicUrl: undefined },
    { name: "with the default port and capitals", received: "HTTPS://Vendor.test:443/ad/e?a", publicUrl: undefined },
  ])("verifies $name", async ({ received, publicUrl }) => {
    const authorization = header({ url: "https://vendor.test/ad/e?a" });
    await expect(
      verify({ method: "GET", url: received, headers: { authorization } }, { publicUrl }),
    ).resolves.toBeDefined();
  });

  test.each([
    {
      name: "a realm with commas and quotes",
      edit: (text: string) => text.replace("OAuth ", 'OAuth realm="a, \\"b, oauth_x=\\\\", '),
    },
    { name: "a scheme in lower case", edit: (text: string) => text.replace("OAuth", "oauth") },
    { name: "no spaces", edit: (text: string) => text.replaceAll(", ", ",") },
    {
      name: "more spaces and empty parts",
      edit: (text: string) => text.replaceAll(", ", " ,, \t").replaceAll("=", " = "),
    },
    { name: "values without quotes", edit: (text: string) => text.replaceAll('"', "") },
    { name: "a raw signature", edit: (text: string) => text.replace(/oauth_signature="[^"]*"/, decodeURIComponent) },
  ])("is read with $name in the header", async ({ edit }) => {
    await expect(verify(raw({ headers: { authorization: edit(header()) } }))).resolves.toBeDefined();
  });
});

describe("a request that is refused", () => {
  const cases: { name: string; given: Partial<RawRequest>; want: { problem: string; status: number } }[] = [
    { name: "nothing signed", given: { headers: {} }, want: absent() },
    { name: "another scheme", given: { headers: { authorization: "Basic eA==" } }, want: absent() },
    { name: "XOAuth", given: edited((text) => `X${text}`), want: absent() },
    { name: "an empty key", given: edited((text) => text.replace("vendor-1", "")), want: absent() },
    ...["oauth_consumer_key", "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce"].map(
      (name) => ({
        name: `no ${name}`,
        given: edited((text) => text.replace(new RegExp(`, ${name}="[^"]*"`), "")),
        want: absent(),
      }),
    ),
    { name: "header and query", given: { url: `${url}&oauth_token=` }, want: rejected() },
    {
      name: "header and form",
      given: { headers: { ...form, authorization: header() }, body: "oauth_token=" },
      want: rejected(),
    },
    { name: "a nonce twice", given: edited((text) => `${text}, oauth_nonce="n2"`), want: rejected() },
    { name: "a nonce twice, once escaped", given: edited((text) => `${text}, %6fauth_nonce="n1"`), want: rejected() },
    { name: "two headers", given: { headers: { authorization: [header(), header()] } }, want: rejected() },
    { name: "two headers in one", given: edited((text) => `${text}, ${text}`), want: rejected() },
    {
      name: "a token",
      given: { headers: { authorization: header({ extra: [["oauth_token", "t"]] }) } },
      want: rejected(),
    },
    { name: "an open quote", given: edited((text) => text.slice(0, -1)), want: rejected() },
    { name: "text behind a quote", given: edited((text) => `${text}x`), want: rejected() },
    { name: "a part without a name", given: edited((text) => `${text}, ="x"`), want: rejected() },
    { name: "%zz in the header", given: edited((text) => `${text}, x="%zz"`), want: rejected() },
    { name: "%zz in the query", given: { url: `${url}&x=%zz` }, want: rejected() },
    { name: "a lone surrogate", given: edited((text) => `${text}, x="\ud800"`), want: rejected() },
    { name: "raw text that is not ASCII", given: { url: `${url}&x=ü` }, want: rejected() },
    { name: "a target that is none", given: { url: "*" }, want: rejected() },
    { name: "a host that is none", given: { url: "https://a:b:c/" }, want: rejected() },
    { name: "a header of a megabyte", given: edited((text) => text.padEnd(1_000_000, ", x=y")), want: rejected() },
    { name: "a target of a megabyte", given: { url: `${url}&${"x".repeat(1_000_000)}` }, want: rejected() },
    { name: "a form of two megabytes", given: { headers: { ...form }, body: "x".repeat(2_000_000) }, want: rejected() },
    ...["1.0a", "1", "2.0", ""].map((version) => ({
      name: `version "${version}"`,
      given: edited((text) => text.replace('version="1.0"', `version="${version}"`)),
      want: { problem: "version_rejected", status: 400 },
    })),
    ...["PLAINTEXT", "RSA-SHA1", "HMAC-MD5", "HMAC-SHA256", "hmac-sha1", "__proto__"].map((method) => ({
      name: `method ${method}`,
      given: edited((text) => text.replace("HMAC-SHA1", method)),
      want: { problem: "signature_method_rejected", status: 400 },
    })),
    ...[time - 301, time + 301, "1e9", `-${time}`, `0${time}`, `${time}.0`, `+${time}`, "99999999999", "x"].map(
      (timestamp) => ({
        name: `timestamp ${timestamp}`,
        given: { headers: { authorization: header({ timestamp: String(timestamp) }) } },
        want: { problem: "timestamp_refused", status: 401 },
      }),
    ),
    { name: "an unknown key", given: edited((text) => text.replace("vendor-1", "vendor-2")), want: unknown() },
    { name: "__proto__ as a key", given: edited((text) => text.replace("vendor-1", "__proto__")), want: unknown() },
    { name: "another method", given: { method: "POST" }, want: invalid() },
    { name: "another case in the path", given: { url: url.replace("/ad/", "/AD/") }, want: invalid() },
    { name: "a longer way to the same path", given: { url: url.replace("/ad/", "/x/../ad/") }, want: invalid() },
    { name: "another host", given: { url: url.replace("vendor", "evil") }, want: invalid() },
    { name: "another scheme", given: { url: url.replace("https", "http") }, want: invalid() },
    { name: "a tracking tag", given: { url: `${url}&utm_source=mail` }, want: invalid() },
    { name: "a repeated parameter", given: { url: `${url}&eventUrl=x` }, want: invalid() },
    { name: "__proto__ added", given: { url: `${url}&__proto__=1` }, want: invalid() },
    { name: "constructor added", given: { url: `${url}&constructor` }, want: invalid() },
    { name: "a nameless parameter", given: { url: `${url}&=1` }, want: invalid() },
    { name: "a value cut with a semicolon", given: { url: `${url};x=1` }, want: invalid() },
    { name: "a second question mark", given: { url: `${url}?x` }, want: invalid() },
    { name: "bytes that are no UTF-8", given: { url: `${url}&x=%C0%AF` }, want: invalid() },
    { name: "a form added", given: { headers: { ...form, authorization: header() }, body: "a=b" }, want: invalid() },
    {
      name: "a form added under the second of two types",
      given: {
        headers: { authorization: header(), "content-type": "text/plain, application/x-www-form-urlencoded" },
        body: "a=b",
      },
      want: invalid(),
    },
    ...["AAAA", "A".repeat(27), `${"A".repeat(27)}=`, "not base64!", "A".repeat(60_000), "é"].map((signature) => ({
      name: `signature ${signature.slice(0, 30)}`,
      given: edited((text) => text.replace(/oauth_signature="[^"]*"/, `oauth_signature="${signature}"`)),
      want: invalid(),
    })),
    { name: "a signature with a line end", given: edited((text) => text.replace(/"$/, '%0A"')), want: invalid() },
    { name: "a signature without padding", given: edited((text) => text.replace(/%3D"$/, '"')), want: invalid() },
  ];

  test.each(cases)("$name: $want.problem", async ({ given, want }) => {
    const error = await verify(raw(given)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ ...want, name: "RequestVerificationError", code: "REQUEST_REFUSED" });
  });

  test("a known key with the signature of another tenant", async () => {
    const secrets = new Map([
      ["vendor-1", "s3cret"],
      ["vendor-2", "other"],
    ]);
    const request = raw({ headers: { authorization: header({ consumerKey: "vendor-2" }) } });
    const secretFor = async (key: string) => secrets.get(key);
    await expect(verify(request, { secretFor })).rejects.toMatchObject(invalid());
  });

  test.each([undefined, ""])(
    "a secret that is %j verifies nothing, not even what is signed with it",
    async (secret) => {
      await expect(verify(raw(), { secretFor: () => secret })).rejects.toMatchObject(unknown());
    },
  );

  test("a signature is canonical Base64, although Node would read more", async () => {
    const authorization = header();
    const [signature = ""] = /[^"]*"$/.exec(authorization) ?? [];
    const loose = authorization.replace(signature, signature.replace("%3D", "%20%3D"));
    await expect(verify(raw({ headers: { authorization: loose } }))).rejects.toMatchObject(invalid());
  });

  test("a form without an end is not read to its end", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const init = { method: "POST", headers: form, body, duplex: "half" };
    await expect(verify(new Request(url, init))).rejects.toMatchObject(rejected());
  });

  test("hostile headers cost linear time", async () => {
    const hostile = ['OAuth a="', "OAuth a=", "OAuth ,", 'OAuth "', 'OAuth a="\\'].map((start) =>
      [" ", ",", '"', "\\", "=", 'x="', "%"].map((text) => start + text.repeat(65_000 / text.length)),
    );
    const started = performance.now();
    for (const authorization of hostile.flat()) {
      await expect(verify(raw({ headers: { authorization } }))).rejects.toMatchObject({ status: 400 });
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("neither the secret nor the signature is in the error", async () => {
    const error = await verify(raw({ method: "POST" })).catch((reason: unknown) => reason);
    const signature = /oauth_signature="([^"]*)"/.exec(header())?.[1] ?? "";
    const shown = `${String(error)} ${JSON.stringify(error)}`;
    expect([
      shown.includes("s3cret"),
      shown.includes(signature),
      shown.includes(decodeURIComponent(signature)),
    ]).toEqual([false, false, false]);
  });
});

describe("the window of time", () => {
  test.each([
    { given: time - 300, tolerance: undefined },
    { given: time + 300, tolerance: undefined },
    { given: time - 3600, tolerance: 3600 },
  ])("takes $given with a tolerance of $tolerance", async ({ given, tolerance }) => {
    const request = raw({ headers: { authorization: header({ timestamp: String(given) }) } });
    await expect(verify(request, { tolerance })).resolves.toMatchObject({ timestamp: given });
  });
});

describe("nonces", () => {
  test("a captured request is refused the second time, also by another verifier with the same store", async () => {
    const nonceStore = createMemoryNonceStore();
    await verify(raw(), { nonceStore });
    await expect(verify(raw(), { nonceStore })).rejects.toMatchObject({ problem: "nonce_used", status: 401 });
  });

  test("without a store, one in this process is used", async () => {
    const request = raw({ headers: { authorization: header({ nonce: "of the process" }) } });
    await verifyRequest(request, options());
    await expect(verifyRequest(request, options())).rejects.toMatchObject({ problem: "nonce_used" });
  });

  test("%61bc is the nonce abc", async () => {
    const nonceStore = createMemoryNonceStore();
    const authorization = header({ nonce: "abc" });
    await verify(raw({ headers: { authorization } }), { nonceStore });
    const escaped = raw({ headers: { authorization: authorization.replace('"abc"', '"%61bc"') } });
    await expect(verify(escaped, { nonceStore })).rejects.toMatchObject({ problem: "nonce_used" });
  });

  test("a replay is refused as long as its timestamp is good", async () => {
    const clock = { time: now() };
    const given = { now: () => clock.time, nonceStore: createMemoryNonceStore({ now: () => clock.time }) };
    const ahead = raw({ headers: { authorization: header({ timestamp: String(time + 300) }) } });
    await verify(ahead, given);
    clock.time += 600_999;
    await expect(verify(ahead, given)).rejects.toMatchObject({ problem: "nonce_used" });
    clock.time += 1;
    await expect(verify(ahead, given)).rejects.toMatchObject({ problem: "timestamp_refused" });
  });

  test("bad signatures leave no trace in the store", async () => {
    const claims: string[] = [];
    const nonceStore = { claim: async (key: string) => claims.push(key) > 0 };
    for (const nonce of ["1", "2", "3"]) {
      const request = raw({ headers: { authorization: header({ nonce }) }, method: "PUT" });
      await expect(verify(request, { nonceStore })).rejects.toMatchObject(invalid());
    }
    await verify(raw({ headers: { authorization: header({ nonce: "a&b" }) } }), { nonceStore });
    expect(claims).toEqual([`vendor-1&${time}&a%26b`]);
  });

  test.each([
    { name: "rejects", claim: () => Promise.reject(new Error("down")) },
    {
      name: "throws",
      claim: () => {
        throw new Error("down");
      },
    },
  ])("a store that $name lets nothing through", async ({ claim }) => {
    const error = await verify(raw(), { nonceStore: { claim } }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problem: "nonce_store_unavailable", status: 401, cause: new Error("down") });
  });

  test("a full store lets nothing through", async () => {
    const nonceStore = createMemoryNonceStore({ capacity: 1 });
    await verify(raw(), { nonceStore });
    const next = raw({ headers: { authorization: header({ nonce: "n2" }) } });
    await expect(verify(next, { nonceStore })).rejects.toMatchObject({ problem: "nonce_store_unavailable" });
  });
});

describe("other signature methods, where they are listed", () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });

  test("HMAC-SHA256", async () => {
    const signed = await oauth1Signer(credentials, { now, signatureMethod: "HMAC-SHA256" }).sign(new Request(url));
    await expect(verify(signed, { signatureMethods: ["HMAC-SHA256"] })).resolves.toBeDefined();
  });

  test("PLAINTEXT over https, and over nothing else", async () => {
    const signed = await oauth1Signer(credentials, { now, signatureMethod: "PLAINTEXT" }).sign(new Request(url));
    await expect(verify(signed, { signatureMethods: ["PLAINTEXT"] })).resolves.toBeDefined();
    const wrong = signed.headers.get("authorization")?.replace("s3cret", "s3creT");
    await expect(
      verify(raw({ headers: { authorization: wrong } }), { signatureMethods: ["PLAINTEXT"] }),
    ).rejects.toMatchObject(invalid());
    const plain = { method: "GET", url: url.replace("https", "http"), headers: signed.headers };
    const refused = { problem: "signature_method_rejected", status: 400 };
    await expect(verify(plain, { signatureMethods: ["PLAINTEXT"] })).rejects.toMatchObject(refused);
  });

  test("RSA-SHA1 with the sender's public key", async () => {
    const signer = oauth1Signer(credentials, { now, signatureMethod: "RSA-SHA1", privateKey });
    const given = { signatureMethods: ["HMAC-SHA1", "RSA-SHA1"] as const, secretFor: () => publicKey };
    const signed = await signer.sign(new Request(url));
    const other = { method: "POST", url, headers: signed.headers };
    await expect(verify(other, given)).rejects.toMatchObject(invalid());
    await expect(verify(signed, given)).resolves.toBeDefined();
  });

  test("a public key is not taken for the secret of an HMAC", async () => {
    const forged = await oauth1Signer({ ...credentials, consumerSecret: publicKey }, { now }).sign(new Request(url));
    const given = { signatureMethods: ["HMAC-SHA1", "RSA-SHA1"] as const, secretFor: () => publicKey };
    await expect(verify(forged, given)).rejects.toMatchObject(invalid());
  });
});

describe("oauth_body_hash, where it is sent", () => {
  const hashOf = (body: string) => createHash("sha1").update(body).digest("base64");
  const signed = (body: string) => header({ method: "POST", extra: [["oauth_body_hash", hashOf(body)]] });

  test.each(['{"a":1}', ""])("covers the body %j", async (body) => {
    const request = new Request(url, { method: "POST", headers: { authorization: signed(body) }, body });
    await expect(verify(request)).resolves.toBeDefined();
    await expect(verify(raw({ method: "POST", headers: request.headers, body }))).resolves.toBeDefined();
  });

  test("refuses another body", async () => {
    const request = raw({ method: "POST", headers: { authorization: signed("a") }, body: "b" });
    await expect(verify(request)).rejects.toMatchObject(invalid());
  });
});

describe("misuse is a TypeError", () => {
  test.each([
    { name: "a target without a host and no publicUrl", given: { url: "/ad/events" }, with: {} },
    { name: "a parsed query in place of the target", given: { url: { eventUrl: "x" } as unknown as string }, with: {} },
    { name: "a publicUrl with a query", given: {}, with: { publicUrl: "https://a.test/?b" } },
    { name: "a tolerance that is none", given: {}, with: { tolerance: Number.NaN } },
    { name: "a method nobody knows", given: {}, with: { signatureMethods: ["HMAC-MD5" as "HMAC-SHA1"] } },
  ])("$name", async ({ given, with: wrong }) => {
    await expect(verify(raw(given), wrong)).rejects.toThrow(TypeError);
  });

  test("a form body that a framework has parsed", async () => {
    const body = { a: "b" } as unknown as string;
    const request = raw({ method: "POST", headers: { ...form, authorization: header({ method: "POST" }) }, body });
    await expect(verify(request)).rejects.toThrow(TypeError);
  });

  test("a form body that was read before", async () => {
    const request = new Request(url, { method: "POST", headers: form, body: "a=b" });
    await request.text();
    await expect(verify(request)).rejects.toThrow(
      new TypeError("verifyRequest must see the request before its body is read"),
    );
  });
});

interface Signed {
  method?: string;
  url?: string;
  formBody?: string;
  consumerKey?: string;
  timestamp?: string;
  nonce?: string;
  extra?: [string, string][];
}

function signedPairs({ method = "GET", formBody, ...given }: Signed = {}): [string, string][] {
  const oauth: [string, string][] = [
    ["oauth_version", "1.0"],
    ["oauth_consumer_key", given.consumerKey ?? "vendor-1"],
    ["oauth_nonce", given.nonce ?? "n1"],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", given.timestamp ?? String(time)],
    ...(given.extra ?? []),
  ];
  const signature = createSignature({ method, url: given.url ?? url, formBody, oauth, consumerSecret: "s3cret" });
  return [...oauth, ["oauth_signature", signature]];
}

function header(given: Signed = {}): string {
  return `OAuth ${signedPairs(given)
    .map(([name, value]) => `${name}="${encodeURIComponent(value)}"`)
    .join(", ")}`;
}

function raw(given: Partial<RawRequest> = {}): RawRequest {
  return { method: "GET", url, headers: { authorization: header() }, ...given };
}

function edited(edit: (authorization: string) => string): Partial<RawRequest> {
  return { headers: { authorization: edit(header()) } };
}

function options(given: Partial<VerifyRequestOptions> = {}): VerifyRequestOptions {
  return { secretFor: (key) => new Map([["vendor-1", "s3cret"]]).get(key), now, ...given };
}

/** With a store of its own, so that each test may use the same nonce. */
function verify(request: Request | RawRequest, given: Partial<VerifyRequestOptions> = {}) {
  return verifyRequest(request, options({ nonceStore: createMemoryNonceStore(), ...given }));
}

function absent() {
  return { problem: "parameter_absent", status: 400 };
}

function rejected() {
  return { problem: "parameter_rejected", status: 400 };
}

function unknown() {
  return { problem: "consumer_key_unknown", status: 401 };
}

function invalid() {
  return { problem: "signature_invalid", status: 401 };
}
