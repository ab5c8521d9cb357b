import { generateKeyPairSync } from "node:crypto";
import { type Credentials, createSignature, oauth1Signer } from "apsdirect/oauth1";
import { rsaSha1 } from "apsdirect/oauth1/rsa";
import { describe, expect, test } from "vitest";

const credentials = { consumerKey: "Dummy", consumerSecret: "secret" };
const fixed = { now: () => 1294966759_999, nonce: () => "72250409" };
const fetchEvent = "https://www.appdirect.com/rest/api/events/dummyChange";
const form = { "content-type": "application/x-www-form-urlencoded" };

describe("the signed request", () => {
  test("has the printed signature of AppDirect's documented request", async () => {
    const signed = await oauth1Signer(credentials, fixed).sign(new Request(fetchEvent));
    expect(signed.headers.get("authorization")).toBe(
      'OAuth oauth_consumer_key="Dummy", oauth_nonce="72250409", oauth_signature_method="HMAC-SHA1", ' +
        'oauth_timestamp="1294966759", oauth_version="1.0", oauth_signature="IBlWhOm3PuDwaSdxE%2FQu4RKPtVE%3D"',
    );
  });

  test.each(["header", "query"] as const)("keeps method, headers, body and signal: placement %s", async (placement) => {
    const abort = new AbortController();
    const request = new Request("https://a.test/orders?eq(a,%28b%29)", {
      method: "POST",
      body: '{"a":1}',
      headers: { "content-type": "application/json", "x-trace": "7" },
      signal: abort.signal,
      redirect: "manual",
    });
    const signed = await oauth1Signer(credentials, { ...fixed, placement }).sign(request);
    abort.abort();
    expect(signed.url.startsWith(request.url)).toBe(true);
    expect(signed).toMatchObject({ method: "POST", redirect: "manual", signal: { aborted: true } });
    expect([signed.headers.get("x-trace"), signed.headers.get("content-type")]).toEqual(["7", "application/json"]);
  });

  test.each(["header", "query"] as const)("arrives with an identical body: placement %s", async (placement) => {
    const body = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const request = new Request("https://a.test/", { method: "PUT", body });
    const signed = await oauth1Signer(credentials, { placement }).sign(request);
    expect(new Uint8Array(await signed.arrayBuffer())).toEqual(body);
  });

  test("has the parameters after the query with query placement, and is otherwise unchanged", async () => {
    const signed = await oauth1Signer(credentials, { ...fixed, placement: "query" }).sign(new Request(fetchEvent));
    expect(signed.url).toBe(
      `${fetchEvent}?oauth_consumer_key=Dummy&oauth_nonce=72250409&oauth_signature_method=HMAC-SHA1` +
        "&oauth_timestamp=1294966759&oauth_version=1.0&oauth_signature=IBlWhOm3PuDwaSdxE%2FQu4RKPtVE%3D",
    );
    expect(signed.headers.has("authorization")).toBe(false);
  });

  test("replaces an existing Authorization header, as in a retry", async () => {
    const signer = oauth1Signer(credentials);
    const once = await signer.sign(new Request(fetchEvent));
    const twice = await signer.sign(once);
    expect(nonceOf(twice)).not.toBe(nonceOf(once));
    expect(twice.headers.get("authorization")?.match(/oauth_nonce/g)).toHaveLength(1);
  });

  test("is the same object with mayMutate, and otherwise a copy", async () => {
    const signer = oauth1Signer(credentials);
    const [kept, given] = [new Request(fetchEvent), new Request(fetchEvent)];
    expect((await signer.sign(kept)).headers.has("authorization")).toBe(true);
    expect(kept.headers.has("authorization")).toBe(false);
    expect(await signer.sign(given, true)).toBe(given);
    expect(given.headers.get("authorization")).toMatch(/^OAuth /);
  });

  test("has a unique nonce of 30 letters and digits", async () => {
    const signer = oauth1Signer(credentials);
    const requests = await Promise.all(Array.from({ length: 1000 }, () => signer.sign(new Request(fetchEvent))));
    const nonces = new Set(requests.map(nonceOf));
    expect(nonces.size).toBe(1000);
    expect([...nonces].filter((nonce) => !/^[0-9a-f]{30}$/.test(nonce ?? ""))).toEqual([]);
  });

  test("has a nonce with all sixteen digits at every position", async () => {
    const signer = oauth1Signer(credentials);
    const requests = await Promise.all(Array.from({ length: 400 }, () => signer.sign(new Request(fetchEvent))));
    const places = Array.from(
      { length: 30 },
      (_, place) => new Set(requests.map((each) => nonceOf(each)?.charAt(place))),
    );
    expect(places.map(({ size }) => size)).toEqual(places.map(() => 16));
  });

  test.each([
    { given: undefined, want: /^OAuth oauth_consumer_key/ },
    { given: "", want: /^OAuth realm="", oauth_/ },
    { given: 'a "b" \\ c, d', want: /^OAuth realm="a \\"b\\" \\\\ c, d", oauth_/ },
  ])("has the realm $given quoted and not encoded, and only if it is set", async ({ given, want }) => {
    const signed = await oauth1Signer(credentials, { realm: given }).sign(new Request(fetchEvent));
    expect(signed.headers.get("authorization")).toMatch(want);
  });
});

describe("the signature covers", () => {
  test.each([
    { type: "application/x-www-form-urlencoded", want: "c2&a3=2+q" },
    { type: "Application/X-WWW-Form-URLencoded; charset=UTF-8", want: "c2&a3=2+q" },
    { type: "application/json", want: undefined },
    { type: "application/x-www-form-urlencoded-not", want: undefined },
    { type: "multipart/form-data; boundary=x", want: undefined },
  ])("a body of $type only if it is a form", async ({ type, want }) => {
    const request = new Request("https://a.test/p?b5=%3D%253D", {
      method: "POST",
      body: "c2&a3=2+q",
      headers: { "content-type": type },
    });
    const signed = await oauth1Signer(credentials, fixed).sign(request);
    expect(signatureOf(signed)).toBe(expected({ url: "https://a.test/p?b5=%3D%253D", method: "POST", formBody: want }));
    expect(await signed.text()).toBe("c2&a3=2+q");
  });

  test.each([
    { given: "https://api.gate.test:10443", want: "https://api.gate.test:10443/aps/2/x?a(b)" },
    { given: "https://api.gate.test/", want: "https://api.gate.test/aps/2/x?a(b)" },
    { given: new URL("https://api.gate.test/tenant/"), want: "https://api.gate.test/tenant/aps/2/x?a(b)" },
    {
      given: (url: URL) => new URL(url.href.replace("https://lab.test/aps", "https://g.test/in")),
      want: "https://g.test/in/2/x?a(b)",
    },
  ])(
    "the URL of the platform with signatureBaseUrl $given, and the request keeps its own URL",
    async ({ given, want }) => {
      const signer = oauth1Signer(credentials, { ...fixed, signatureBaseUrl: given });
      const signed = await signer.sign(new Request("https://lab.test/aps/2/x?a(b)"));
      expect(signatureOf(signed)).toBe(expected({ url: want }));
      expect(signed.url).toBe("https://lab.test/aps/2/x?a(b)");
    },
  );

  test("parameters named like properties of Object.prototype", async () => {
    const url = "https://a.test/?__proto__=1&constructor=2&__proto__=3&10=a&9=b&toString";
    const signed = await oauth1Signer(credentials, fixed).sign(new Request(url));
    expect(signatureOf(signed)).toBe(expected({ url }));
    expect(signatureOf(signed)).not.toBe(expected({ url: url.replace("__proto__=3&", "") }));
  });
});

describe("signature methods", () => {
  const privateKey = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  });

  test.each([
    { name: "HMAC-SHA256", signatureMethod: "HMAC-SHA256", want: /%3D$/ },
    { name: "RSA-SHA1", signatureMethod: rsaSha1(), privateKey: String(privateKey), want: /%3D$/ },
    { name: "PLAINTEXT", signatureMethod: "PLAINTEXT", want: /^secret%26$/ },
  ] as const)("$name is named and used", async ({ name, want, ...options }) => {
    const signed = await oauth1Signer(credentials, { ...fixed, ...options }).sign(new Request(fetchEvent));
    const header = signed.headers.get("authorization") ?? "";
    expect(header).toContain(`oauth_signature_method="${name}"`);
    expect(/oauth_signature="([^"]*)"/.exec(header)?.[1]).toMatch(want);
  });

  test("PLAINTEXT is not sent over http", async () => {
    const signer = oauth1Signer(credentials, { signatureMethod: "PLAINTEXT" });
    await expect(signer.sign(new Request("http://a.test/"))).rejects.toThrow(TypeError);
  });

  test("RSA-SHA1 requires no secret", () => {
    const keyOnly = { consumerKey: "Dummy", consumerSecret: "" };
    expect(() => oauth1Signer(keyOnly, { signatureMethod: rsaSha1(), privateKey: String(privateKey) })).not.toThrow();
  });
});

describe("misuse is a TypeError", () => {
  const broken: { name: string; given: Partial<Credentials> }[] = [
    { name: "an empty key", given: { consumerKey: "", consumerSecret: "s" } },
    { name: "no key", given: { consumerSecret: "s" } },
    { name: "an empty secret", given: { consumerKey: "k", consumerSecret: "" } },
    { name: "no secret", given: { consumerKey: "k" } },
    { name: "a lone surrogate", given: { consumerKey: "k", consumerSecret: "\ud800" } },
  ];

  test.each(broken)("$name, at construction and from a function", async ({ given }) => {
    const wrong = given as Credentials; // as from JavaScript, or from an unset variable
    expect(() => oauth1Signer(wrong)).toThrow(TypeError);
    await expect(oauth1Signer(() => wrong).sign(new Request(fetchEvent))).rejects.toThrow(TypeError);
  });

  test("white space around a secret is part of it", async () => {
    const padded = await oauth1Signer({ ...credentials, consumerSecret: " secret " }, fixed).sign(
      new Request(fetchEvent),
    );
    expect(signatureOf(padded)).not.toBe("IBlWhOm3PuDwaSdxE/Qu4RKPtVE=");
  });

  test.each([
    { name: "an option without its key", options: { signatureMethod: rsaSha1() } },
    { name: "an invalid key", options: { signatureMethod: rsaSha1(), privateKey: "-----BEGIN" } },
    { name: "a realm for the query", options: { realm: "x", placement: "query" } },
    { name: "a realm with a line end", options: { realm: "x\r\ny: z" } },
    { name: "a base with a query", options: { signatureBaseUrl: "https://a.test/?b" } },
    { name: "a base that is not a URL", options: { signatureBaseUrl: "a.test" } },
  ] as const)("$name, at construction", ({ options }) => {
    expect(() => oauth1Signer(credentials, options)).toThrow(TypeError);
  });

  test("the name RSA-SHA1 alone, with an error that says what to pass", () => {
    const privateKey = "-----BEGIN";
    const named = "RSA-SHA1" as "HMAC-SHA1"; // as from JavaScript, or from before the entry existed
    const oauth = [["oauth_signature_method", "RSA-SHA1"]] as const;
    const refused = new TypeError(
      'To sign with RSA-SHA1, pass rsaSha1() from "apsdirect/oauth1/rsa" as signatureMethod.',
    );
    expect(() => oauth1Signer(credentials, { signatureMethod: named, privateKey })).toThrow(refused);
    expect(() => createSignature({ method: "GET", url: fetchEvent, oauth, privateKey })).toThrow(refused);
  });

  test.each([
    { name: "a query that is already signed", given: new Request("https://a.test/?oauth_nonce=1") },
    {
      name: "a form that is already signed",
      given: new Request("https://a.test/", { method: "POST", headers: form, body: "oauth_token=" }),
    },
    { name: "a percent sign without digits", given: new Request("https://a.test/?a=%zz") },
    { name: "a percent sign at the end", given: new Request("https://a.test/?a=%") },
  ])("$name, when signing", async ({ given }) => {
    await expect(oauth1Signer(credentials).sign(given)).rejects.toThrow(TypeError);
  });

  test("a clock that returns NaN, when signing", async () => {
    await expect(oauth1Signer(credentials, { now: () => Number.NaN }).sign(new Request(fetchEvent))).rejects.toThrow(
      TypeError,
    );
  });

  test("and the message does not contain the secret", () => {
    const secret = "c4n4ry-secret";
    const wrong = () => oauth1Signer({ consumerKey: "", consumerSecret: secret });
    expect(wrong).toThrow(expect.not.objectContaining({ message: expect.stringContaining(secret) }));
  });
});

function expected(signed: { url: string; method?: string; formBody?: string | undefined }): string {
  const oauth = [
    ["oauth_consumer_key", "Dummy"],
    ["oauth_nonce", "72250409"],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", "1294966759"],
    ["oauth_version", "1.0"],
  ] as const;
  return createSignature({ method: "GET", ...signed, oauth, consumerSecret: "secret" });
}

function signatureOf(request: Request): string {
  return decodeURIComponent(/oauth_signature="([^"]*)"/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "");
}

function nonceOf(request: Request): string | undefined {
  return /oauth_nonce="([^"]*)"/.exec(request.headers.get("authorization") ?? "")?.[1];
}
