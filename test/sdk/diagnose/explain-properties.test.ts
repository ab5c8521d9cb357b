import { inspect } from "node:util";
import { createSignature, explainSignature, type RawRequest, type SignatureCauseCode } from "apsdirect/oauth1";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counted } from "../../support/counts.js";
import { authorization, credentials, encode, normalize, protocol, type Signing, time } from "./faulty-signer.js";

const now = () => time * 1000;
const runs = { numRuns: counted({ usual: 30, long: 500 }) };

// Text with any characters, and with those that encodings treat differently.
const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
  fc.stringMatching(/^[ +%&=()'*!~,:/a-z]{1,8}$/),
);
const pairs = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 });
const segments = fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 6 }).map(encode), {
  minLength: 2,
  maxLength: 4,
});
const request = fc.record({
  pairs,
  path: segments.map((parts) => `/${parts.join("/")}`).filter((path) => !/\/\.{1,2}(\/|$)/.test(path)),
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  port: fc.constantFrom("", ":8443"),
});

type Given = typeof request extends fc.Arbitrary<infer T> ? T : never;

/** Signs a request with a faulty signer. */
function sign(
  { pairs: own, path, method, port }: Given,
  fault: (signing: Pick<Signing, "method" | "baseUri" | "pairs">) => Partial<Signing>,
): RawRequest {
  const url = `https://bus.test${port}${path}`;
  const signing = { method, baseUri: url, pairs: [...own, ...protocol] };
  const query = own.map((pair) => pair.map(encode).join("=")).join("&");
  return {
    method,
    url: `${url}?${query}`,
    headers: { authorization: authorization({ ...signing, ...fault(signing) }) },
  };
}

const faults: readonly { readonly code: SignatureCauseCode; readonly fault: Parameters<typeof sign>[1] }[] = [
  { code: "scheme_differs", fault: ({ baseUri }) => ({ baseUri: baseUri.replace("https:", "http:") }) },
  { code: "path_prefix", fault: ({ baseUri }) => ({ baseUri: baseUri.replace(/(test[^/]*)\/[^/]+/, "$1") }) },
  { code: "trailing_slash", fault: ({ baseUri }) => ({ baseUri: `${baseUri}/` }) },
  { code: "host_case", fault: ({ baseUri }) => ({ baseUri: baseUri.replace("bus.test", "BUS.TEST") }) },
  { code: "method_case", fault: ({ method }) => ({ method: method.toLowerCase() }) },
  { code: "method_overridden", fault: () => ({ method: "PATCH" }) },
  {
    code: "double_encoding",
    fault: ({ pairs: own }) => ({
      pairs: own.map(([name, value]) => (name.startsWith("oauth_") ? [name, value] : [encode(name), encode(value)])),
    }),
  },
  { code: "encoding_differs", fault: () => ({ encode: encodeURIComponent }) },
  {
    code: "plus_for_space",
    fault: () => ({ normalize: (own) => normalize(own, (value) => encode(value).replaceAll("%20", "+")) }),
  },
  {
    code: "order_differs",
    fault: () => ({ normalize: (own, encodeText) => own.map((pair) => pair.map(encodeText).join("=")).join("&") }),
  },
  { code: "query_not_signed", fault: () => ({ pairs: protocol }) },
  { code: "parameter_added", fault: ({ pairs: own }) => ({ pairs: own.slice(1) }) },
  { code: "empty_token_differs", fault: ({ pairs: own }) => ({ pairs: [...own, ["oauth_token", ""]] }) },
  { code: "realm_signed", fault: ({ pairs: own }) => ({ pairs: [...own, ["realm", ""]] }) },
  { code: "key_without_ampersand", fault: () => ({ key: encode }) },
  { code: "secret_white_space", fault: () => ({ key: (secret) => `${encode(`${secret}\n`)}&` }) },
  { code: "secret_encoding", fault: () => ({ key: (secret) => `${encode(encode(secret))}&` }) },
  { code: "signature_method_differs", fault: () => ({ hash: "sha256" }) },
  { code: "signature_spelling", fault: () => ({ spell: encode }) },
];

describe("for any request", () => {
  test.each(faults)("$code is found and proved if it makes a difference", ({ code, fault }) => {
    fc.assert(
      fc.property(request, (given) => {
        const { verdict, causes } = explainSignature(sign(given, fault), credentials, { now });
        if (verdict === "right") return; // the fault has no effect on this request
        expect(causes[0]?.evidence).toBe("proved");
        // Two faults may have the same effect on a request. Then both are reported.
        expect(causes.map((cause) => cause.code)).toContain(code);
      }),
      runs,
    );
  });

  test("a correct signature is right, and is computed as the signer does", () => {
    fc.assert(
      fc.property(request, (given) => {
        const sent = sign(given, () => ({}));
        const { verdict, causes, computed } = explainSignature(sent, credentials, { now });
        const { consumerSecret } = credentials;
        expect({ verdict, causes }).toEqual({ verdict: "right", causes: [] });
        expect(computed).toBe(createSignature({ method: sent.method, url: sent.url, oauth: protocol, consumerSecret }));
      }),
      runs,
    );
  });
});

const secrets = fc
  .oneof(
    fc.string({ unit: "binary", minLength: 8, maxLength: 40 }),
    fc.string({ unit: "grapheme-ascii", minLength: 8, maxLength: 40 }),
  )
  .filter((secret) => secret.trim().length >= 8);

/** Places where a request may contain the secret by mistake. */
const leaks: ReadonlyArray<(secret: string) => { readonly request: RawRequest; readonly expected?: string }> = [
  () => ({ request: { method: "GET", url: "https://bus.test/a", headers: {} } }),
  (secret) => ({
    request: {
      method: "GET",
      url: `https://bus.test/${encode(secret)}?${encode(secret)}=${encode(secret)}`,
      headers: {},
    },
  }),
  (secret) => ({
    request: {
      method: "GET",
      url: "https://bus.test/a",
      headers: { authorization: header(secret, "HMAC-SHA1", `${encode(secret)}&`) },
    },
  }),
  (secret) => ({
    request: {
      method: "GET",
      url: "https://bus.test/a",
      headers: { authorization: header(secret, "HMAC-SHA1", secret) },
    },
  }),
  (secret) => ({
    request: {
      method: "GET",
      url: "https://bus.test/a",
      headers: { authorization: header(secret, "PLAINTEXT", `${encode(secret)}&`) },
    },
  }),
  (secret) => ({
    request: {
      method: "GET",
      url: "https://bus.test/a",
      headers: { authorization: header(secret, "PLAINTEXT", "x&") },
    },
    expected: `${encode(secret)}&`,
  }),
  (secret) => ({
    request: {
      method: "GET",
      url: "https://bus.test/a?b=c",
      headers: { authorization: header(secret, "HMAC-SHA1", "x") },
    },
    expected: `GET&https%3A%2F%2Fbus.test%2F${encode(encode(secret))}&${encode(`b=${encode(secret)}`)}`,
  }),
  (secret) => ({ request: { method: secret, url: "https://bus.test/a", headers: {} }, expected: secret }),
  (secret) => ({ request: { method: "GET", url: secret, headers: {} } }),
  (secret) => ({
    request: { method: "GET", url: "https://bus.test/a", headers: { authorization: `OAuth "${secret}` } },
  }),
];

function header(key: string, method: string, signature: string): string {
  return `OAuth oauth_consumer_key="${encode(key)}", oauth_signature_method="${method}", oauth_signature="${encode(signature)}"`;
}

describe("the secret is never shown", () => {
  test.each(leaks.map((leak, index) => ({ index, leak })))("even if the request contains it ($index)", ({ leak }) => {
    fc.assert(
      fc.property(secrets, (consumerSecret) => {
        const shown = collectTexts(() => {
          const { request: given, expected } = leak(consumerSecret);
          return explainSignature(given, { consumerKey: "key-1", consumerSecret }, { expected });
        });
        for (const spelling of [
          consumerSecret,
          encode(consumerSecret),
          encode(encode(consumerSecret)),
          JSON.stringify(consumerSecret).slice(1, -1),
        ]) {
          expect(shown.some((one) => one.includes(spelling))).toBe(false);
        }
      }),
      runs,
    );
  });
});

/** Returns all texts in which a result or an error may be shown. */
function collectTexts(act: () => unknown): readonly string[] {
  const value = runOrCatch(act);
  const own =
    value instanceof Error
      ? [value.message, String(value.stack), inspect(value.cause, { depth: 10, showHidden: true })]
      : [];
  return [
    JSON.stringify(value),
    inspect(value, { depth: 10, showHidden: true, maxStringLength: null }),
    getText(value),
    ...own,
  ];
}

function getText(value: unknown): string {
  return typeof value === "object" && value !== null && "text" in value ? String(value.text) : String(value);
}

function runOrCatch(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
