import { spawn } from "node:child_process";
import crypto, { createHash } from "node:crypto";
import { createServer } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import {
  createMemoryNonceStore,
  oauth1Signer,
  type RawRequest,
  signUrl,
  type VerifyRequestOptions,
  verifyRequest,
} from "apsdirect/oauth1";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  absent,
  credentials,
  edited,
  form,
  header,
  invalid,
  now,
  options,
  type Refused,
  raw,
  rejected,
  signedUrl,
  stale,
  time,
  unavailable,
  unknown,
  url,
  used,
  verify,
} from "../signed-request.js";

interface Case {
  name: string;
  given: Partial<RawRequest>;
  want: Refused;
}

/** Tests attacks on a valid request, each with its expected refusal. */
function refuses(cases: readonly Case[]): void {
  test.each(cases)("refuses $name: $want.problem", async ({ given, want }) => {
    const error = await verify(raw(given)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ ...want, name: "RequestVerificationError", code: "REQUEST_REFUSED" });
  });
}

// In the order of the table of attacks on inbound verification. The event handler tests its last row, the redirect of a
// browser to a clean URL, and the common body of all refusals.

describe("no oauth_* parameters, or incomplete ones", () => {
  refuses([
    { name: "nothing signed", given: { headers: {} }, want: absent },
    { name: "another scheme", given: { headers: { authorization: "Basic eA==" } }, want: absent },
    { name: "XOAuth", given: edited((text) => `X${text}`), want: absent },
    { name: "an empty key", given: edited((text) => text.replace("vendor-1", "")), want: absent },
    ...["oauth_consumer_key", "oauth_signature_method", "oauth_signature", "oauth_timestamp", "oauth_nonce"].map(
      (name) => ({
        name: `no ${name}`,
        given: edited((text) => text.replace(new RegExp(`, ${name}="[^"]*"`), "")),
        want: absent,
      }),
    ),
  ]);
});

describe("a wrong signature of the same length", () => {
  const flipped = (at: number) =>
    edited((text) =>
      text.replace(/(?<=oauth_signature=")[^"]*/, (signature) => {
        const bytes = Buffer.from(decodeURIComponent(signature), "base64");
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
        return encodeURIComponent(bytes.toString("base64"));
      }),
    );
  refuses(
    Array.from({ length: 20 }, (_, at) => ({ name: `one bit in byte ${at}`, given: flipped(at), want: invalid })),
  );

  test("is compared with timingSafeEqual, on digests of equal length", async () => {
    const { timingSafeEqual } = crypto;
    const compared: number[][] = [];
    onTestFinished(() => {
      crypto.timingSafeEqual = timingSafeEqual;
      syncBuiltinESMExports();
    });
    crypto.timingSafeEqual = (one, other) => {
      compared.push([one.byteLength, other.byteLength]);
      return timingSafeEqual(one, other);
    };
    syncBuiltinESMExports();
    await expect(verify(raw(flipped(0)))).rejects.toMatchObject(invalid);
    await verify(raw());
    expect(compared).toEqual([
      [20, 20],
      [20, 20],
    ]);
  });
});

describe("a signature of another length, that is not Base64, empty, or a megabyte long", () => {
  const replaced = (signature: string) =>
    edited((text) => text.replace(/oauth_signature="[^"]*"/, `oauth_signature="${signature}"`));
  refuses([
    ...["AAAA", "A".repeat(27), `${"A".repeat(27)}=`, "not base64!", "A".repeat(60_000), "é"].map((signature) => ({
      name: `signature ${signature.slice(0, 30)}`,
      given: replaced(signature),
      want: invalid,
    })),
    { name: "an empty signature", given: replaced(""), want: absent },
    { name: "a signature of a megabyte", given: replaced("A".repeat(1_000_000)), want: rejected },
    { name: "a signature with a line end", given: edited((text) => text.replace(/"$/, '%0A"')), want: invalid },
    { name: "a signature without padding", given: edited((text) => text.replace(/%3D"$/, '"')), want: invalid },
    { name: "a signature with a space, which Node skips", given: edited(withSpace), want: invalid },
  ]);

  function withSpace(authorization: string): string {
    return authorization.replace(/%3D"$/, '%20%3D"');
  }
});

describe("a parameter added or changed after signing", () => {
  refuses([
    { name: "a tracking tag", given: { url: `${url}&utm_source=mail` }, want: invalid },
    { name: "another value", given: { url: url.replace("%2F1", "%2F2") }, want: invalid },
    { name: "a name in capitals", given: { url: url.replace("eventUrl", "eventURL") }, want: invalid },
    { name: "a parameter removed", given: { url: url.split("?")[0] ?? "" }, want: invalid },
    { name: "another timestamp", given: edited((text) => text.replace(`${time}`, `${time + 1}`)), want: invalid },
    { name: "another nonce", given: edited((text) => text.replace('"n1"', '"n2"')), want: invalid },
    { name: "a parameter in the header", given: edited((text) => `${text}, x="1"`), want: invalid },
    { name: "no version", given: edited((text) => text.replace('oauth_version="1.0", ', "")), want: invalid },
    { name: "another case in the path", given: { url: url.replace("/ad/", "/AD/") }, want: invalid },
    {
      name: "a longer path that resolves to the same path",
      given: { url: url.replace("/ad/", "/x/../ad/") },
      want: invalid,
    },
    { name: "another host", given: { url: url.replace("vendor", "evil") }, want: invalid },
    { name: "another scheme", given: { url: url.replace("https", "http") }, want: invalid },
  ]);
});

describe("__proto__ and constructor as parameters", () => {
  refuses(
    ["__proto__=1", "__proto__[x]=1", "constructor", "constructor=1", "toString=1", "hasOwnProperty=1"].map(
      (added) => ({
        name: `${added} added`,
        given: { url: `${url}&${added}` },
        want: invalid,
      }),
    ),
  );

  test("are signed and returned like any other", async () => {
    const target = "https://vendor.test/e?__proto__=1&constructor&__proto__=2";
    expect((await verify(raw(signedUrl(target)))).parameters).toEqual([
      ["__proto__", "1"],
      ["constructor", ""],
      ["__proto__", "2"],
    ]);
  });
});

describe("a second =, a second ?, ;, an empty name, repeated names, + against %20, an invalid %zz", () => {
  refuses([
    { name: "a second equals sign added", given: { url: `${url}=` }, want: invalid },
    { name: "a second question mark added", given: { url: `${url}?x` }, want: invalid },
    { name: "a semicolon added", given: { url: `${url};x=1` }, want: invalid },
    { name: "an empty name added", given: { url: `${url}&=1` }, want: invalid },
    { name: "a name repeated", given: { url: `${url}&eventUrl=x` }, want: invalid },
    { name: "the same pair repeated", given: { url: `${url}&${url.split("?")[1]}` }, want: invalid },
    { name: "a plus added", given: { url: `${url}+` }, want: invalid },
    { name: "%zz", given: { url: `${url}&x=%zz` }, want: rejected },
    { name: "a percent sign at the end", given: { url: `${url}%` }, want: rejected },
    { name: "%zz in the header", given: edited((text) => `${text}, x="%zz"`), want: rejected },
  ]);

  test.each([
    { query: "a=b=c", want: [["a", "b=c"]] },
    { query: "a==", want: [["a", "="]] },
    { query: "a?b=c?d", want: [["a?b", "c?d"]] },
    { query: "a;b=1", want: [["a;b", "1"]] },
    { query: "=1", want: [["", "1"]] },
    { query: "a=1&a=2&a=1", want: ["1", "2", "1"].map((value) => ["a", value]) },
    { query: "a+b=c%20d", want: [["a b", "c d"]] },
    { query: "a=%2B", want: [["a", "+"]] },
    { query: "&&a=1&", want: [["a", "1"]] },
  ])("are verified if they were signed: $query", async ({ query, want }) => {
    expect((await verify(raw(signedUrl(`https://vendor.test/e?${query}`)))).parameters).toEqual(want);
  });

  test("+ and %20 are the same space in a query, and %2B is a different character", async () => {
    const authorization = header({ url: "https://vendor.test/e?a=b+c" });
    const named = (target: string) =>
      verify(raw({ url: `https://vendor.test/e?a=${target}`, headers: { authorization } }));
    expect((await named("b%20c")).parameters).toEqual((await named("b+c")).parameters);
    await expect(named("b%2Bc")).rejects.toMatchObject(invalid);
  });
});

describe("the HTTP method changed", () => {
  refuses(["POST", "PUT", "HEAD", "DELETE"].map((method) => ({ name: method, given: { method }, want: invalid })));
});

describe("another signature method, or another version", () => {
  refuses([
    ...["PLAINTEXT", "RSA-SHA1", "HMAC-MD5", "HMAC-SHA256", "hmac-sha1", "__proto__"].map((method) => ({
      name: `method ${method}`,
      given: edited((text) => text.replace("HMAC-SHA1", method)),
      want: { problem: "signature_method_rejected", status: 400 },
    })),
    ...["1.0a", "1", "2.0", ""].map((version) => ({
      name: `version "${version}"`,
      given: edited((text) => text.replace('version="1.0"', `version="${version}"`)),
      want: { problem: "version_rejected", status: 400 },
    })),
  ]);
});

describe("oauth_* twice, or in two places", () => {
  refuses([
    { name: "header and query", given: { url: `${url}&oauth_token=` }, want: rejected },
    {
      name: "header and form",
      given: { headers: { ...form, authorization: header() }, body: "oauth_token=" },
      want: rejected,
    },
    {
      name: "query and form",
      given: { url: signUrl(url, credentials, { now }), headers: form, body: "oauth_token=" },
      want: rejected,
    },
    { name: "a nonce twice", given: edited((text) => `${text}, oauth_nonce="n2"`), want: rejected },
    { name: "a nonce twice, the same", given: edited((text) => `${text}, oauth_nonce="n1"`), want: rejected },
    { name: "a nonce twice, once escaped", given: edited((text) => `${text}, %6fauth_nonce="n1"`), want: rejected },
    {
      name: "a key twice in the query",
      given: { url: `${signUrl(url, credentials, { now })}&oauth_consumer_key=vendor-1`, headers: {} },
      want: rejected,
    },
    { name: "two headers", given: { headers: { authorization: [header(), header()] } }, want: rejected },
    { name: "two headers in one", given: edited((text) => `${text}, ${text}`), want: rejected },
    {
      name: "a token",
      given: { headers: { authorization: header({ extra: [["oauth_token", "t"]] }) } },
      want: rejected,
    },
  ]);
});

describe("replay of a captured request", () => {
  test("is refused the second time, even by another verifier with the same store", async () => {
    const nonceStore = createMemoryNonceStore();
    await verify(raw(), { nonceStore });
    await expect(verify(raw(), { nonceStore })).rejects.toMatchObject(used);
  });

  test("is refused by a second process that shares the store", async () => {
    const store = createMemoryNonceStore();
    const address = await listening(async (key) => ((await store.claim(key, 601)) ? "first" : "again"));
    const verified = () => verifiedElsewhere(raw(), address);
    expect([await verified(), await verified()]).toEqual(["verified", "nonce_used"]);
    const nonceStore = { claim: (key: string, seconds: number) => store.claim(key, seconds) };
    await expect(verify(raw(), { nonceStore })).rejects.toMatchObject(used);
  });

  test("is accepted only once among many concurrent requests", async () => {
    const nonceStore = createMemoryNonceStore();
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => verify(raw(), { nonceStore })));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is refused even without a store option, by the default store of this process", async () => {
    const request = raw({ headers: { authorization: header({ nonce: "of the process" }) } });
    await verifyRequest(request, options());
    await expect(verifyRequest(request, options())).rejects.toMatchObject(used);
  });

  test("is refused with the nonce in another spelling: %61bc is the nonce abc", async () => {
    const nonceStore = createMemoryNonceStore();
    const authorization = header({ nonce: "abc" });
    await verify(raw({ headers: { authorization } }), { nonceStore });
    const escaped = raw({ headers: { authorization: authorization.replace('"abc"', '"%61bc"') } });
    await expect(verify(escaped, { nonceStore })).rejects.toMatchObject(used);
  });

  test("is refused as long as its timestamp is valid", async () => {
    const clock = { time: now() };
    const given = { now: () => clock.time, nonceStore: createMemoryNonceStore({ now: () => clock.time }) };
    const ahead = raw({ headers: { authorization: header({ timestamp: String(time + 300) }) } });
    await verify(ahead, given);
    clock.time += 600_999;
    await expect(verify(ahead, given)).rejects.toMatchObject(used);
    clock.time += 1;
    await expect(verify(ahead, given)).rejects.toMatchObject(stale);
  });
});

describe("a stale or future timestamp, non-digits, negative, 1e9, eleven digits", () => {
  refuses(
    [
      ...[time - 301, time + 301, "1e9", `-${time}`, `0${time}`, `${time}.0`, `+${time}`, ` ${time}`, "0x66a00000"],
      ...["99999999999", "999999999999", "0", "x", "١٧١٧٢٠٠٠٠٠"],
    ].map((timestamp) => ({
      name: `timestamp ${timestamp}`,
      given: { headers: { authorization: header({ timestamp: String(timestamp) }) } },
      want: stale,
    })),
  );

  test.each([
    { given: time - 300, tolerance: undefined },
    { given: time + 300, tolerance: undefined },
    { given: time - 3600, tolerance: 3600 },
  ])(
    "the tolerance is 300 s by default and can be set: accepts $given with $tolerance",
    async ({ given, tolerance }) => {
      const request = raw({ headers: { authorization: header({ timestamp: String(given) }) } });
      await expect(verify(request, { tolerance })).resolves.toMatchObject({ timestamp: given });
    },
  );

  test("a smaller tolerance refuses timestamps that the default accepts", async () => {
    const request = raw({ headers: { authorization: header({ timestamp: String(time - 11) }) } });
    await expect(verify(request, { tolerance: 10 })).rejects.toMatchObject(stale);
  });
});

// forged-calls.test.ts tests the flood itself, with its counts.
test("a flood of nonces with bad signatures: the store is not called before the signature is verified", async () => {
  const claims: string[] = [];
  const nonceStore = { claim: async (key: string) => claims.push(key) > 0 };
  for (const nonce of ["1", "2", "3"]) {
    const request = raw({ headers: { authorization: header({ nonce }) }, method: "PUT" });
    await expect(verify(request, { nonceStore })).rejects.toMatchObject(invalid);
  }
  await verify(raw({ headers: { authorization: header({ nonce: "a&b" }) } }), { nonceStore });
  expect(claims).toEqual([`vendor-1&${time}&a%26b`]);
});

describe("a nonce store that is full or down causes a refusal with its own problem", () => {
  test.each([
    { name: "rejects", claim: () => Promise.reject(new Error("down")) },
    {
      name: "throws",
      claim: () => {
        throw new Error("down");
      },
    },
  ])("if it $name", async ({ claim }) => {
    const error = await verify(raw(), { nonceStore: { claim } }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ ...unavailable, cause: new Error("down") });
  });

  test("if it is full", async () => {
    const nonceStore = createMemoryNonceStore({ capacity: 1 });
    await verify(raw(), { nonceStore });
    const next = raw({ headers: { authorization: header({ nonce: "n2" }) } });
    await expect(verify(next, { nonceStore })).rejects.toMatchObject(unavailable);
  });

  test.each([undefined, null, "OK", 1, {}])("if it returns %j instead of true", async (answer) => {
    const nonceStore = { claim: async () => answer as unknown as boolean };
    await expect(verify(raw(), { nonceStore })).rejects.toMatchObject(used);
  });
});

// answer-times.test.ts tests that it takes the same time.
describe("an unknown consumer key", () => {
  refuses([
    { name: "an unknown key", given: edited((text) => text.replace("vendor-1", "vendor-2")), want: unknown },
    { name: "a key in capitals", given: edited((text) => text.replace("vendor-1", "Vendor-1")), want: unknown },
    { name: "a key with a space", given: edited((text) => text.replace("vendor-1", "vendor-1%20")), want: unknown },
  ]);
});

describe("an empty or undefined secret in the configuration", () => {
  test.each([undefined, ""])("%j: creating a signer throws", (consumerSecret) => {
    const wrong = { consumerKey: "vendor-1", consumerSecret: consumerSecret as string };
    expect(() => oauth1Signer(wrong)).toThrow(TypeError);
    expect(() => signUrl(url, wrong)).toThrow(TypeError);
  });

  test.each([undefined, ""])("%j verifies nothing, not even a request signed with the key &", async (secret) => {
    await expect(verify(raw(), { secretFor: () => secret })).rejects.toMatchObject(unknown);
    const nonceStore = createMemoryNonceStore();
    const signature = crypto.createHmac("sha1", "&").update(baseStringOfRaw()).digest("base64");
    const forged = edited((text) => text.replace(/[^"]*"$/, `${encodeURIComponent(signature)}"`));
    await expect(verify(raw(forged), { nonceStore, secretFor: () => secret })).rejects.toMatchObject(unknown);
  });

  function baseStringOfRaw(): string {
    const [, query = ""] = url.split("?");
    const oauth = `oauth_consumer_key=vendor-1&oauth_nonce=n1&oauth_signature_method=HMAC-SHA1&oauth_timestamp=${time}`;
    const parameters = `${query}&${oauth}&oauth_version=1.0`;
    return ["GET", "https://vendor.test/ad/events", parameters].map(encodeURIComponent).join("&");
  }
});

describe("key confusion among several marketplaces", () => {
  const secrets = new Map([
    ["vendor-1", "s3cret"],
    ["vendor-2", "other"],
  ]);
  const secretFor = async (key: string) => secrets.get(key);

  test("a valid signature of tenant A under the key of tenant B", async () => {
    const request = raw({ headers: { authorization: header({ consumerKey: "vendor-2" }) } });
    await expect(verify(request, { secretFor })).rejects.toMatchObject(invalid);
  });

  test.each(["__proto__", "constructor", "toString", "vendor-1\0", "vendor-1,vendor-2"])(
    "%j is not a known key, and is looked up unchanged",
    async (consumerKey) => {
      const asked: string[] = [];
      const request = raw({ headers: { authorization: header({ consumerKey }) } });
      const remembered = (key: string) => {
        asked.push(key);
        return secrets.get(key);
      };
      await expect(verify(request, { secretFor: remembered })).rejects.toMatchObject(unknown);
      expect(asked).toEqual([consumerKey]);
    },
  );

  test("a nonce of tenant A does not use up the same nonce of tenant B", async () => {
    const nonceStore = createMemoryNonceStore();
    const given = { nonceStore, secretFor: () => "s3cret" };
    await verify(raw(), given);
    const ofAnother = raw({ headers: { authorization: header({ consumerKey: "vendor-2" }) } });
    await expect(verify(ofAnother, given)).resolves.toBeDefined();
  });
});

// trusted-proxies.test.ts tests these headers from declared proxies and from other senders.
describe("forged Host, X-Forwarded-Host and X-Forwarded-Proto", () => {
  const forged = { host: "evil.test", "x-forwarded-host": "evil.test", "x-forwarded-proto": "http" };

  test("change nothing, because the configuration sets the address", async () => {
    const headers = { ...forged, forwarded: "host=evil.test;proto=http", authorization: header() };
    const target = url.slice("https://vendor.test".length);
    const publicUrl = "https://vendor.test";
    await expect(verify(raw({ url: target, headers }), { publicUrl })).resolves.toBeDefined();
    const asEvil = { ...headers, authorization: header({ url: url.replace("https://vendor", "http://evil") }) };
    await expect(verify(raw({ url: target, headers: asEvil }), { publicUrl })).rejects.toMatchObject(invalid);
  });
});

describe("TLS terminated by a proxy: http inside, https signed", () => {
  test.each([
    { name: "", received: "http://10.0.0.7:8080/ad/e?a", publicUrl: "https://vendor.test" },
    { name: ", which also strips a prefix", received: "/e?a", publicUrl: "https://vendor.test/ad/" },
    { name: ", with a port", received: "/ad/e?a", publicUrl: "https://vendor.test:443" },
  ])("verifies with the configured public base$name", async ({ received, publicUrl }) => {
    const authorization = header({ url: "https://vendor.test/ad/e?a" });
    const request = { method: "GET", url: received, headers: { authorization } };
    await expect(verify(request, { publicUrl })).resolves.toBeDefined();
  });

  test("does not verify by trying both schemes", async () => {
    const request = raw({ url: url.replace("https", "http") });
    await expect(verify(request)).rejects.toMatchObject(invalid);
  });
});

describe("a form body is signed, a JSON body is not", () => {
  refuses([
    { name: "a form added", given: { headers: { ...form, authorization: header() }, body: "a=b" }, want: invalid },
    {
      name: "a form added under the second of two types",
      given: {
        headers: { authorization: header(), "content-type": "text/plain, application/x-www-form-urlencoded" },
        body: "a=b",
      },
      want: invalid,
    },
    { name: "a form of two megabytes", given: { headers: { ...form }, body: "x".repeat(2_000_000) }, want: rejected },
  ]);

  test.each(["a=%2B&b", new TextEncoder().encode("a=%2B&b")])("form parameters are covered: %j", async (body) => {
    const authorization = header({ method: "POST", formBody: "a=%2B&b" });
    const request = raw({ method: "POST", headers: { ...form, authorization }, body });
    expect((await verify(request)).parameters).toEqual([
      ["eventUrl", "https://shop.test/e/1"],
      ["a", "+"],
      ["b", ""],
    ]);
  });

  test("a changed JSON body is not detected, because OAuth 1.0a does not cover it", async () => {
    const headers = { authorization: header({ method: "POST" }), "content-type": "application/json" };
    await expect(verify(raw({ method: "POST", headers, body: '{"changed":1}' }))).resolves.toBeDefined();
  });

  test("an endless form is not read completely", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    const init = { method: "POST", headers: form, body, duplex: "half" };
    await expect(verify(new Request(url, init))).rejects.toMatchObject(rejected);
  });

  describe("with an oauth_body_hash", () => {
    const hashOf = (body: string) => createHash("sha1").update(body).digest("base64");
    const signed = (body: string) => header({ method: "POST", extra: [["oauth_body_hash", hashOf(body)]] });

    test.each(['{"a":1}', ""])("the matching body %j is accepted", async (body) => {
      const request = new Request(url, { method: "POST", headers: { authorization: signed(body) }, body });
      await expect(verify(request)).resolves.toBeDefined();
      await expect(verify(raw({ method: "POST", headers: request.headers, body }))).resolves.toBeDefined();
    });

    test("any other body is refused", async () => {
      const request = raw({ method: "POST", headers: { authorization: signed("a") }, body: "b" });
      await expect(verify(request)).rejects.toMatchObject(invalid);
    });
  });
});

describe("abuse of the header parser", () => {
  refuses([
    { name: "a header of a megabyte", given: edited((text) => text.padEnd(1_000_000, ", x=y")), want: rejected },
    { name: "a target of a megabyte", given: { url: `${url}&${"x".repeat(1_000_000)}` }, want: rejected },
    { name: "an open quote", given: edited((text) => text.slice(0, -1)), want: rejected },
    { name: "text after a quote", given: edited((text) => `${text}x`), want: rejected },
    { name: "a part without a name", given: edited((text) => `${text}, ="x"`), want: rejected },
    { name: "names in mixed case", given: edited((text) => text.replaceAll("oauth_", "OAuth_")), want: absent },
    { name: "an invalid target", given: { url: "*" }, want: rejected },
    { name: "an invalid host", given: { url: "https://a:b:c/" }, want: rejected },
  ]);

  test("hostile headers take linear time", async () => {
    const hostile = ['OAuth a="', "OAuth a=", "OAuth ,", 'OAuth "', 'OAuth a="\\'].map((start) =>
      [" ", ",", '"', "\\", "=", 'x="', "%"].map((text) => start + text.repeat(65_000 / text.length)),
    );
    const started = performance.now();
    for (const authorization of hostile.flat()) {
      await expect(verify(raw({ headers: { authorization } }))).rejects.toMatchObject({ status: 400 });
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test.each([
    {
      name: "a realm with commas and quotes",
      edit: (text: string) => text.replace("OAuth ", 'OAuth realm="a, \\"b, oauth_x=\\\\", '),
    },
    { name: "a scheme in lower case", edit: (text: string) => text.replace("OAuth", "oauth") },
    { name: "a scheme in mixed case", edit: (text: string) => text.replace("OAuth", "oAuTH") },
    { name: "no spaces", edit: (text: string) => text.replaceAll(", ", ",") },
    {
      name: "more spaces and empty parts",
      edit: (text: string) => text.replaceAll(", ", " ,, \t").replaceAll("=", " = "),
    },
    { name: "values without quotes", edit: (text: string) => text.replaceAll('"', "") },
    { name: "a raw signature", edit: (text: string) => text.replace(/oauth_signature="[^"]*"/, decodeURIComponent) },
  ])("unusual but valid headers are accepted: $name", async ({ edit }) => {
    await expect(verify(raw({ headers: { authorization: edit(header()) } }))).resolves.toBeDefined();
  });
});

describe("Unicode: two spellings, lone surrogates, overlong UTF-8", () => {
  const nfc = "https://vendor.test/e?name=%C3%A9";
  const nfd = "https://vendor.test/e?name=e%CC%81";
  refuses([
    { name: "NFD in place of NFC", given: { ...signedUrl(nfc), url: nfd }, want: invalid },
    { name: "NFC in place of NFD", given: { ...signedUrl(nfd), url: nfc }, want: invalid },
    { name: "a lone surrogate in the header", given: edited((text) => `${text}, x="\ud800"`), want: rejected },
    { name: "a lone surrogate in the target", given: { url: `${url}&x=\udc00` }, want: rejected },
    { name: "a lone surrogate in the encoding of UTF-8", given: { url: `${url}&x=%ED%A0%80` }, want: invalid },
    { name: "overlong UTF-8", given: { url: `${url}&x=%C0%AF` }, want: invalid },
    { name: "raw text that is not ASCII", given: { url: `${url}&x=ü` }, want: rejected },
  ]);

  test.each([nfc, nfd, "https://vendor.test/e?name=%F0%9F%98%80", "https://vendor.test/e?%FF=%C0%AF%ED%A0%80"])(
    "%s is verified if it was signed",
    async (target) => {
      await expect(verify(raw(signedUrl(target)))).resolves.toBeDefined();
    },
  );
});

describe("a framework that has already decoded the query or parsed the body is a TypeError", () => {
  test.each<{ name: string; given: Partial<RawRequest>; with: Partial<VerifyRequestOptions> }>([
    { name: "a parsed query in place of the target", given: { url: { eventUrl: "x" } as unknown as string }, with: {} },
    { name: "a URL object in place of the target", given: { url: new URL(url) as unknown as string }, with: {} },
    { name: "a target without a host and no publicUrl", given: { url: "/ad/events" }, with: {} },
  ])("$name", async ({ given, with: wrong }) => {
    await expect(verify(raw(given), wrong)).rejects.toThrow(TypeError);
  });

  test("a decoded target is never verified", async () => {
    const signed = signedUrl("https://vendor.test/e?name=a%26b%3Dc");
    await expect(verify(raw({ ...signed, url: "https://vendor.test/e?name=a&b=c" }))).rejects.toMatchObject(invalid);
  });

  test("a form body that a framework parsed", async () => {
    const body = { a: "b" } as unknown as string;
    const request = raw({ method: "POST", headers: { ...form, authorization: header({ method: "POST" }) }, body });
    await expect(verify(request)).rejects.toThrow(TypeError);
  });

  test("a form body that was read before", async () => {
    const request = new Request(url, { method: "POST", headers: form, body: "a=b" });
    await request.text();
    await expect(verify(request)).rejects.toThrow(
      new TypeError("Call verifyRequest before the body of the request is read"),
    );
  });
});

describe("OAuth parameters of a browser call, which stay in history and Referer", () => {
  test("are reported by their placement, and valid for one call", async () => {
    const nonceStore = createMemoryNonceStore();
    const request = raw({ url: signUrl(url, credentials, { now }), headers: {} });
    await expect(verify(request, { nonceStore })).resolves.toMatchObject({ placement: "query" });
    await expect(verify(request, { nonceStore })).rejects.toMatchObject(used);
  });

  test("are not among the returned parameters", async () => {
    const request = raw({ url: signUrl(url, credentials, { now }), headers: {} });
    expect((await verify(request)).parameters).toEqual([["eventUrl", "https://shop.test/e/1"]]);
  });
});

test("no refusal contains the secret or the signature", async () => {
  const inQuery = raw({ url: signUrl(url, credentials, { now, method: "PUT" }), headers: {} });
  for (const request of [raw({ method: "POST" }), inQuery]) {
    const error = await verify(request).catch((reason: unknown) => reason);
    const text = decodeURIComponent(`${JSON.stringify(request.headers)}${request.url}`);
    const signature = /oauth_signature=\\?"?([\w+/]+=)/.exec(text)?.[1] ?? "";
    expect(signature).toHaveLength(28);
    const shown = `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ""}`;
    for (const proof of ["s3cret", signature, encodeURIComponent(signature)]) expect(shown).not.toContain(proof);
  }
});

/** Starts a server that answers each body and closes with the test. */
async function listening(answer: (body: string) => Promise<string>): Promise<string> {
  const server = createServer(async (request, response) => response.end(await answer(await text(request))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Verifies a request in a separate process, with a nonce store at this address. */
async function verifiedElsewhere(request: RawRequest, address: string): Promise<string> {
  const code = `
    import { verifyRequest } from "apsdirect/oauth1";
    const claim = async (key) => (await (await fetch("${address}", { method: "POST", body: key })).text()) === "first";
    const given = { secretFor: () => "s3cret", now: () => ${now()}, nonceStore: { claim } };
    const said = verifyRequest(${JSON.stringify(request)}, given).then(() => "verified", ({ problem }) => problem);
    process.stdout.write(String(await said));`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], { cwd: import.meta.dirname });
  return text(child.stdout);
}
