import { createHash, createHmac } from "node:crypto";
import { explainSignature, oauth1Signer, type RawRequest, type SignatureCauseCode } from "apsdirect/oauth1";
import { describe, expect, test } from "vitest";
import {
  authorization,
  baseString,
  credentials,
  encode,
  normalize,
  protocol,
  type Signing,
  signature,
  time,
} from "./faulty-signer.js";

const now = () => time * 1000;
const nonce = () => "n0nce";
const form = { "content-type": "application/x-www-form-urlencoded" };

type Pairs = Signing["pairs"];
type Faults = Partial<Signing>;

/** Creates a request from a faulty signer. `own` are the decoded parameters of the query. */
function signedWith(query: string, own: Pairs, faults: Faults, rest: Partial<RawRequest> = {}): RawRequest {
  const method = rest.method ?? "GET";
  const signing = { method, baseUri: "https://bus.test/aps/2/resources", pairs: [...own, ...protocol], ...faults };
  return {
    method,
    url: `https://bus.test/aps/2/resources${query === "" ? "" : "?"}${query}`,
    ...rest,
    headers: { ...rest.headers, authorization: authorization(signing) },
  };
}

/** Signs a request with the SDK, and then rewrites it as a proxy would. */
async function signAndRewrite(
  url: string,
  rewrite: (request: RawRequest) => RawRequest,
  init?: RequestInit,
): Promise<RawRequest> {
  const signer = oauth1Signer(credentials, { now, nonce });
  const request = await signer.sign(new Request(url, init));
  const headers = {
    "content-type": request.headers.get("content-type") ?? "",
    authorization: request.headers.get("authorization") ?? "",
  };
  return rewrite({ method: request.method, url: request.url, headers, body: await request.text() });
}

function replace(part: string | RegExp, by: string): (request: RawRequest) => RawRequest {
  return (request) => ({ ...request, url: request.url.replace(part, by) });
}

const rql: Pairs = [["implementing(http://a.test/t/1.0),eq(name,a b)", ""]];
const rqlQuery = "implementing(http://a.test/t/1.0),eq(name,a%20b)";

interface FaultyRequest {
  readonly fault: string;
  readonly code: SignatureCauseCode;
  readonly request: () => RawRequest | Promise<RawRequest>;
}

const brokenInTransit: readonly FaultyRequest[] = [
  {
    fault: "a proxy that terminates TLS",
    code: "scheme_differs",
    request: () => signAndRewrite("https://bus.test/a?b=c", replace("https:", "http:")),
  },
  {
    fault: "a proxy that terminates TLS and keeps the port",
    code: "scheme_differs",
    request: () => signAndRewrite("https://bus.test/a?b=c", replace("https://bus.test", "http://bus.test:443")),
  },
  {
    fault: "a port mapping",
    code: "port_differs",
    request: () => signAndRewrite("https://bus.test/a?b=c", replace("bus.test", "bus.test:8443")),
  },
  {
    fault: "a gateway that uses its target's host",
    code: "host_differs",
    request: () =>
      signAndRewrite("https://gateway.test:10443/a?b=c", (request) => ({
        ...request,
        url: request.url.replace("gateway.test:10443", "bus.internal"),
        headers: {
          ...Object.fromEntries(Object.entries(request.headers)),
          "X-Forwarded-Host": "gateway.test:10443, x",
        },
      })),
  },
  {
    fault: "a gateway that strips a prefix",
    code: "path_prefix",
    request: () =>
      signAndRewrite("https://bus.test/v1/aps/2?b=c", (request) => ({
        ...request,
        url: request.url.replace("/v1", ""),
        headers: { ...Object.fromEntries(Object.entries(request.headers)), "X-Forwarded-Prefix": "/v1" },
      })),
  },
  {
    fault: "a gateway that adds a prefix",
    code: "path_prefix",
    request: () => signAndRewrite("https://bus.test/aps/2?b=c", replace("/aps", "/behind/it/aps")),
  },
  {
    fault: "a framework that drops the trailing slash",
    code: "trailing_slash",
    request: () => signAndRewrite("https://bus.test/aps/?b=c", replace("/aps/", "/aps")),
  },
  {
    fault: "a proxy that decodes the path",
    code: "path_encoding",
    request: () => signAndRewrite("https://bus.test/a%2Cb/c%28d%29", replace("/a%2Cb/c%28d%29", "/a,b/c(d)")),
  },
  {
    fault: "a tracking tag",
    code: "parameter_added",
    request: () => signAndRewrite("https://bus.test/a?b=c", replace("?", "?utm_source=mail&")),
  },
  {
    fault: "two tracking tags",
    code: "parameter_added",
    request: () => signAndRewrite("https://bus.test/a?b=c", replace("?", "?utm_source=mail&utm_medium=x&")),
  },
  {
    fault: "a gateway that encodes the query again",
    code: "double_encoding",
    request: () => signAndRewrite(`https://bus.test/a?n=a%20b%2Fc`, replace("a%20b%2Fc", "a%2520b%252Fc")),
  },
  {
    fault: "a redirect that turns POST into GET",
    code: "method_overridden",
    request: () =>
      signAndRewrite("https://bus.test/a?b=c", (request) => ({ ...request, method: "GET" }), { method: "POST" }),
  },
  {
    fault: "a gateway that escapes an @",
    code: "path_encoding",
    request: () => signAndRewrite("https://bus.test/a@b", replace("@", "%40")),
  },
];

const brokenBySigner: readonly FaultyRequest[] = [
  {
    fault: "keeps the default port",
    code: "default_port_kept",
    request: () => signedWith("a=1", [["a", "1"]], { baseUri: "https://bus.test:443/aps/2/resources" }),
  },
  {
    fault: "keeps the host's case",
    code: "host_case",
    request: () =>
      signedWith("", [], { baseUri: "https://Bus.TEST/aps/2/resources" }, { url: "https://Bus.TEST/aps/2/resources" }),
  },
  { fault: "signs get", code: "method_case", request: () => signedWith("a=1", [["a", "1"]], { method: "get" }) },
  {
    fault: "signs the fragment",
    code: "fragment_signed",
    request: () => signedWith("", [], { baseUri: "https://bus.test/aps#top" }, { url: "https://bus.test/aps#top" }),
  },
  {
    fault: "leaves the query in the base URI",
    code: "query_in_base_uri",
    request: () => signedWith("a=1", [], { baseUri: "https://bus.test/aps/2/resources?a=1" }),
  },
  {
    fault: "does not decode the query",
    code: "double_encoding",
    request: () => signedWith(rqlQuery, [[rqlQuery, ""]], {}),
  },
  {
    fault: "encodes parentheses first",
    code: "parentheses_encoded",
    request: () => signedWith("eq(name,x%2Fy)", [["eq%28name,x/y%29", ""]], {}),
  },
  {
    fault: "leaves + in names",
    code: "plus_for_space",
    request: () => signedWith("sort(+name)", [["sort(+name)", ""]], {}),
  },
  {
    fault: "writes a space as +",
    code: "plus_for_space",
    request: () =>
      signedWith("a=b%20c", [["a", "b c"]], {
        normalize: (pairs) => normalize(pairs, (text) => encode(text).replaceAll("%20", "+")),
      }),
  },
  {
    fault: "encodes with encodeURIComponent",
    code: "encoding_differs",
    request: () => signedWith(rqlQuery, rql, { encode: encodeURIComponent }),
  },
  {
    fault: "drops parameters without a value, as signpost does",
    code: "valueless_dropped",
    request: () => signedWith(rqlQuery, [], {}),
  },
  {
    fault: "collapses identical pairs, as Spring does",
    code: "identical_collapsed",
    request: () =>
      signedWith(
        "x=1&x=2&x=1",
        [
          ["x", "1"],
          ["x", "2"],
        ],
        {},
      ),
  },
  {
    fault: "keeps only the last value of a name",
    code: "repeats_lost",
    request: () => signedWith("x=1&x=2", [["x", "2"]], {}),
  },
  {
    fault: "does not sort",
    code: "order_differs",
    request: () =>
      signedWith(
        "z=1&b=2",
        [
          ["z", "1"],
          ["b", "2"],
        ],
        {
          normalize: (pairs, encodeText) => pairs.map((pair) => pair.map(encodeText).join("=")).join("&"),
        },
      ),
  },
  {
    fault: "cuts values at the second =",
    code: "value_cut",
    request: () => signedWith("name=eq=Acme", [["name", "eq"]], {}),
  },
  {
    fault: "does not sign the form",
    code: "body_not_signed",
    request: () => signedWith("", [], {}, { method: "POST", headers: form, body: "a=1&b=2" }),
  },
  {
    fault: "signs JSON",
    code: "body_signed",
    request: () =>
      signedWith(
        "",
        [['{"a":1}', ""]],
        {},
        { method: "POST", headers: { "content-type": "application/json" }, body: '{"a":1}' },
      ),
  },
  {
    fault: "signs a body hash that it does not send",
    code: "body_hash_differs",
    request: () =>
      signedWith(
        "",
        [["oauth_body_hash", createHash("sha1").update("{}").digest("base64")]],
        {},
        { method: "POST", headers: {}, body: "{}" },
      ),
  },
  { fault: "does not sign the query", code: "query_not_signed", request: () => signedWith("a=1&b=2", [], {}) },
  {
    fault: "signs an empty realm",
    code: "realm_signed",
    request: () =>
      signedWith(
        "a=1",
        [
          ["a", "1"],
          ["realm", ""],
        ],
        {},
      ),
  },
  {
    fault: "signs oauth_signature",
    code: "signature_signed",
    request: () =>
      signedWith(
        "a=1",
        [
          ["a", "1"],
          ["oauth_signature", ""],
        ],
        {},
      ),
  },
  {
    fault: "signs an empty token",
    code: "empty_token_differs",
    request: () =>
      signedWith(
        "a=1",
        [
          ["a", "1"],
          ["oauth_token", ""],
        ],
        {},
      ),
  },
  {
    fault: "has no & after the secret",
    code: "key_without_ampersand",
    request: () => signedWith("a=1", [["a", "1"]], { key: encode }),
  },
  {
    fault: "has a line break in its secret",
    code: "secret_white_space",
    request: () => signedWith("a=1", [["a", "1"]], { key: (secret) => `${encode(`${secret}\n`)}&` }),
  },
  {
    fault: "does not encode its secret",
    code: "secret_encoding",
    request: () => signedWith("a=1", [["a", "1"]], { key: (secret) => `${secret}&` }),
  },
  {
    fault: "encodes its secret twice",
    code: "secret_encoding",
    request: () => signedWith("a=1", [["a", "1"]], { key: (secret) => `${encode(encode(secret))}&` }),
  },
  {
    fault: "uses SHA-256",
    code: "signature_method_differs",
    request: () => signedWith("a=1", [["a", "1"]], { hash: "sha256" }),
  },
  {
    fault: "writes URL-safe Base64",
    code: "signature_spelling",
    request: () =>
      signedWith("a=1", [["a", "1"]], { spell: (base64) => Buffer.from(base64, "base64").toString("base64url") }),
  },
  {
    fault: "percent-encodes the signature once too often",
    code: "signature_spelling",
    request: () => signedWith("a=1", [["a", "1"]], { spell: encode }),
  },
];

describe("the first cause is the planted fault, and it is proved", () => {
  test.each(brokenInTransit)("in transit: $fault: $code", async ({ code, request }) => {
    expect(explained(await request())).toMatchObject({ verdict: "wrong", causes: [{ code, evidence: "proved" }] });
  });

  test.each(brokenInTransit)(
    "in transit: $fault: the signed base string is reproduced exactly",
    async ({ request }) => {
      const { theirBaseString = "", baseString, found } = explained(await request());
      expect(theirBaseString).not.toBe(baseString);
      const key = `${encode(credentials.consumerSecret)}&`;
      expect(createHmac("sha1", key).update(theirBaseString).digest("base64")).toBe(found);
    },
  );

  test.each(brokenBySigner)("the signer $fault: $code", async ({ code, request }) => {
    const { verdict, causes } = explained(await request());
    expect({ verdict, first: causes[0] }).toMatchObject({ verdict: "wrong", first: { code, evidence: "proved" } });
  });

  test("two faults together: a proxy terminates TLS and strips a prefix", async () => {
    const request = await signAndRewrite(
      "http://bus.test/aps?b=c",
      replace("http://bus.test/aps", "https://bus.test/v1/aps"),
    );
    const { causes } = explained(request);
    expect(causes).toMatchObject([
      { code: "scheme_differs", evidence: "proved", together: ["path_prefix"], ours: "https", theirs: "http" },
      { code: "path_prefix", evidence: "proved", together: ["scheme_differs"] },
    ]);
  });
});

describe("with the other side's base string", () => {
  const request = { method: "GET", url: "https://bus.test/aps?x=1&n%C3%A4me=a%20b&x=2", headers: {} };
  const pairs: Pairs = [["x", "1"], ["näme", "a b"], ["x", "2"], ...protocol];
  const theirs = { method: "GET", baseUri: "https://bus.test/aps", pairs };

  test("that is equal, the verdict is right", () => {
    const explanation = explained(request, `  ${baseString(theirs)}\n`);
    expect(explanation).toMatchObject({ verdict: "right", causes: [], difference: undefined, ruledOut: [] });
    expect(explanation.theirBaseString).toBe(explanation.baseString);
  });

  test("every different part has its own cause", () => {
    const other = { ...theirs, method: "POST", baseUri: "http://10.0.0.7:8080/v1/aps" };
    const { causes, difference } = explained(request, baseString(other));
    expect(causes.map(({ code, ours, theirs: there }) => [code, ours, there])).toEqual([
      ["method_overridden", "GET", "POST"],
      ["scheme_differs", "https", "http"],
      ["host_differs", "bus.test", "10.0.0.7"],
      ["port_differs", "", ":8080"],
      ["path_prefix", "/aps", "/v1/aps"],
    ]);
    expect(difference).toMatchObject({ index: 0, part: "method" });
  });

  test.each<{ name: string; change: Pairs; want: object }>([
    {
      name: "another path",
      change: pairs,
      want: { code: "path_changed", ours: "/aps", theirs: "/other" },
    },
    {
      name: "a changed value",
      change: [["x", "1"], ["näme", "a-b"], ["x", "2"], ...protocol],
      want: { code: "parameter_changed", ours: "näme=a b", theirs: "näme=a-b" },
    },
    {
      name: "an additional parameter",
      change: [...pairs, ["__proto__", "1"]],
      want: { code: "parameter_removed", theirs: "__proto__=1" },
    },
    {
      name: "a missing parameter",
      change: pairs.slice(0, -1),
      want: { code: "version_differs" },
    },
    {
      name: "another nonce",
      change: pairs.map(([name, value]) => [name, name === "oauth_nonce" ? "other" : value]),
      want: { code: "parameter_changed", message: expect.stringContaining("two requests") },
    },
  ])("the cause is $name", ({ name, change, want }) => {
    const baseUri = name === "another path" ? "https://bus.test/other" : theirs.baseUri;
    const { causes } = explained(request, baseString({ ...theirs, baseUri, pairs: change }));
    expect(causes[0]).toMatchObject({ ...want, evidence: "proved" });
  });

  test("the difference names its parameter", () => {
    const other = baseString({ ...theirs, pairs: [["x", "1"], ["näme", "a-b"], ["x", "2"], ...protocol] });
    const { difference } = explained(request, other);
    expect(difference).toMatchObject({ part: "parameters", parameter: "näme" });
    expect(difference?.ours).toContain("a%2520b");
    expect(difference?.theirs).toContain("a-b");
    expect(other.slice(difference?.index)).toMatch(/^-b/);
  });

  test("that is equal, a different signature proves a wrong secret", () => {
    const wrong = signature(theirs, "another secret");
    const signed = {
      ...request,
      headers: { authorization: authorization(theirs).replace(/signature="[^"]+"/, `signature="${encode(wrong)}"`) },
    };
    expect(explained(signed, baseString(theirs)).causes[0]).toMatchObject({ code: "wrong_secret", evidence: "proved" });
    expect(explained(signed).theirBaseString).toBeUndefined();
    expect(explained(signed).causes).toMatchObject([{ code: "wrong_secret", evidence: "guess" }]);
    expect(explained(signed).ruledOut).toContain("scheme_differs");
  });

  test("from a response with an oauth_problem, both are reported", () => {
    const answer = `oauth_problem=signature_invalid&oauth_signature_base_string=${encode(baseString({ ...theirs, baseUri: "http://bus.test/aps" }))}`;
    expect(explained(request, answer).causes.map(({ code }) => code)).toEqual(["scheme_differs", "problem_reported"]);
  });
});

describe("the signed data", () => {
  test("are described part by part, even for an unsigned request", () => {
    const explanation = explained({
      method: "post",
      url: "HTTPS://Bus.TEST:443?b=1#end",
      headers: form,
      body: "a=x+y",
    });
    expect(explanation).toMatchObject({
      verdict: "unknown",
      method: "POST",
      baseUri: "https://bus.test/",
      baseUriChanges: [
        "the host is converted to lower case",
        "the default port :443 is removed",
        "the empty path becomes /",
        "the query is moved to the parameters",
        "the fragment is removed",
      ],
      key: { text: "•••&", secretLength: 23, remarks: ["it contains characters outside ASCII"] },
      found: undefined,
      causes: [],
    });
    expect(explanation.parameters.map(({ name, value, encoded, from }) => [name, value, encoded, from])).toEqual([
      ["a", "x y", "a=x%20y", "body"],
      ["b", "1", "b=1", "query"],
      ...protocol.map(([name, value]) => [name, value, `${name}=${value}`, "header"]),
    ]);
  });

  test("are right for a Request from the SDK's own signer", async () => {
    const request = await oauth1Signer(credentials, { now, nonce }).sign(new Request(`https://bus.test/a?${rqlQuery}`));
    const explanation = explainSignature(request, credentials, { now });
    expect(explanation).toMatchObject({ verdict: "right", causes: [], clock: { age: 0, isWithinTolerance: true } });
    expect(explanation.found).toBe(explanation.computed);
  });
});

describe("other problems of a request:", () => {
  const own: Pairs = [["a", "1"]];
  const sent = (change: (name: string, value: string) => string | undefined, more: Pairs = []): RawRequest => {
    const pairs = [...protocol, ...more].flatMap(([name, value]) => {
      const next = change(name, value);
      return next === undefined ? [] : [[name, next] as const];
    });
    const signing = { method: "GET", baseUri: "https://bus.test/a", pairs: [...own, ...pairs] };
    return { method: "GET", url: "https://bus.test/a?a=1", headers: { authorization: authorization(signing, pairs) } };
  };
  const only = (wanted: string, by: string | undefined) => sent((name, value) => (name === wanted ? by : value));

  test.each<{ fault: string; request: RawRequest; want: object }>([
    {
      fault: "an old timestamp",
      request: only("oauth_timestamp", String(time - 301)),
      want: { code: "timestamp_outside" },
    },
    {
      fault: "a clock ahead",
      request: only("oauth_timestamp", String(time + 301)),
      want: { code: "timestamp_outside" },
    },
    {
      fault: "a timestamp in milliseconds",
      request: only("oauth_timestamp", String(time * 1000)),
      want: { code: "timestamp_malformed", message: expect.stringContaining("milliseconds") },
    },
    {
      fault: "no nonce",
      request: only("oauth_nonce", undefined),
      want: { code: "parameter_absent", ours: "oauth_nonce" },
    },
    {
      fault: "an empty consumer key",
      request: only("oauth_consumer_key", ""),
      want: { code: "parameter_absent", ours: "oauth_consumer_key" },
    },
    {
      fault: "another consumer key",
      request: only("oauth_consumer_key", "key-2"),
      want: { code: "consumer_key_differs" },
    },
    { fault: "another version", request: only("oauth_version", "2.0"), want: { code: "version_rejected" } },
    {
      fault: "hmac-sha1",
      request: only("oauth_signature_method", "hmac-sha1"),
      want: { code: "signature_method_unknown" },
    },
    {
      fault: "two nonces",
      request: sent((_, value) => value, [["oauth_nonce", "m"]]),
      want: { code: "parameter_repeated" },
    },
  ])("$fault", ({ request, want }) => {
    const { verdict, causes } = explained(request);
    expect({ verdict, first: causes[0] }).toMatchObject({ verdict: "right", first: { ...want, evidence: "fact" } });
  });

  test("a timestamp that is 300 seconds off is not a problem", () => {
    expect(explained(only("oauth_timestamp", String(time - 300))).causes).toEqual([]);
    expect(explained(only("oauth_timestamp", String(time + 300))).causes).toEqual([]);
  });

  test("encoded parentheses in the query, even if the signature is right", () => {
    const request = signedWith("eq%28a,1%29", [["eq(a,1)", ""]], {});
    expect(explained(request)).toMatchObject({ verdict: "right", causes: [{ code: "parentheses_in_query" }] });
    expect(explained(signedWith("eq(a,%28x%29)", [["eq(a,(x))", ""]], {})).causes).toEqual([]);
  });

  test("a body that does not match its hash", () => {
    const hash = createHash("sha1").update("{}").digest("base64");
    const own: Pairs = [["oauth_body_hash", hash]];
    const signing = { method: "POST", baseUri: "https://bus.test/a", pairs: [...protocol, ...own] };
    const headers = { authorization: authorization(signing, [...protocol, ...own]) };
    const request = { method: "POST", url: "https://bus.test/a", headers };
    expect(explained({ ...request, body: "{}" }).causes).toEqual([]);
    expect(explained({ ...request, body: "{ }" }).causes).toMatchObject([
      { code: "body_hash_differs", evidence: "fact" },
    ]);
  });
});

describe("a PLAINTEXT signature, which is a secret,", () => {
  const createRequest = (method: string, found: string): RawRequest => {
    const pairs = protocol.map(([name, value]) => [name, name === "oauth_signature_method" ? method : value] as const);
    const sent = [...pairs, ["oauth_signature", found] as const];
    const value = `OAuth ${sent.map(([name, text]) => `${name}="${encode(text)}"`).join(", ")}`;
    return { method: "GET", url: "https://bus.test/a", headers: { authorization: value } };
  };
  const own = `${encode(credentials.consumerSecret)}&`;

  test("is compared, and never shown", () => {
    const explanation = explained(createRequest("PLAINTEXT", own));
    expect(explanation).toMatchObject({ verdict: "right", computed: undefined, found: undefined, causes: [] });
    expect(explained(createRequest("PLAINTEXT", encode(own)))).toMatchObject({
      verdict: "wrong",
      causes: [{ code: "signature_spelling", evidence: "proved" }],
    });
  });

  test("is recognized if the request names another method", () => {
    const { causes } = explained(createRequest("HMAC-SHA1", own));
    expect(causes).toMatchObject([{ code: "signature_method_differs", ours: "HMAC-SHA1", theirs: "PLAINTEXT" }]);
  });

  test.each(["PLAINTEXT", "HMAC-SHA1"])("is hidden even if it is another secret, sent as %s", (method) => {
    const others = createRequest(method, "unrelated-secret&");
    expect(JSON.stringify(explained(others))).not.toContain("unrelated");
    expect(explained(others).causes[0]).toMatchObject({ code: "wrong_secret", evidence: "guess" });
  });
});

describe("a TypeError says what was expected for", () => {
  const request = { method: "GET", url: "https://bus.test/a", headers: {} };
  test.each<{ name: string; act: () => unknown; says: RegExp }>([
    {
      name: "no secret",
      act: () => explainSignature(request, { ...credentials, consumerSecret: "" }),
      says: /consumerSecret/,
    },
    {
      name: "no consumer key",
      act: () => explainSignature(request, { ...credentials, consumerKey: "" }),
      says: /consumerKey/,
    },
    { name: "a target without a host", act: () => explained({ ...request, url: "/a" }), says: /publicUrl/ },
    { name: "no URL at all", act: () => explained({ ...request, url: "bus.test/a" }), says: /absolute/ },
    { name: "a stray %", act: () => explained({ ...request, url: "https://bus.test/?a=%zz" }), says: /"%XX"/ },
    {
      name: "a malformed header",
      act: () => explained({ ...request, headers: { authorization: 'OAuth "x' } }),
      says: /Authorization header/,
    },
    {
      name: "an unknown text as `expected`",
      act: () => explained(request, "it should work"),
      says: /base string .* signature/,
    },
    {
      name: "a form in a Request",
      act: () =>
        explainSignature(
          new Request("https://bus.test/", { method: "POST", body: new URLSearchParams("a=1") }),
          credentials,
        ),
      says: /body: await request\.clone\(\)\.text\(\)/,
    },
  ])("$name", ({ act, says }) => {
    expect(act).toThrow(TypeError);
    expect(act).toThrow(says);
  });
});

function explained(request: RawRequest, expected?: string): ReturnType<typeof explainSignature> {
  return explainSignature(request, credentials, { now, nonce, expected });
}
