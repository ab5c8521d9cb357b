import { generateKeyPairSync } from "node:crypto";
import { createSignature, signatureBaseString } from "apsdirect/oauth1";
import { rsaSha1 } from "apsdirect/oauth1/rsa";
import fc from "fast-check";
import { generateBase, hmacsign, hmacsign256, plaintext, rsasign } from "oauth-sign";
import { describe, expect, test } from "vitest";
import { counted } from "../../../support/counts.js";

/** Any Unicode text, or text that is special for sorting, repeats or collisions. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "binary-ascii", maxLength: 12 }),
  fc.constantFrom("", "a", "a ", "a-", "a.", "a~", "a%", "a%20", "aa", "A", "aé", "a\u{1f600}", "\0", "\x7f", "\x80"),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "10",
    "9",
    "a[b]",
    "!'()*",
    "a=b",
    "a&b",
    "a+b",
    "%3D",
    "%26",
  ),
);
const name = text.filter((given) => given !== "realm" && given !== "oauth_signature");
const pairs = fc.array(fc.tuple(name, text), { maxLength: 8 });
const method = fc.oneof(fc.constantFrom("GET", "post", "Patch"), fc.string({ unit: "binary", minLength: 1 }));
const uri = fc.webUrl({ validSchemes: ["http", "https"] }).map((given) => {
  const { origin, pathname } = new URL(given);
  return origin + pathname;
});
const secret = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const signed = fc.record({
  method,
  uri,
  pairs,
  consumerSecret: secret,
  tokenSecret: fc.oneof(secret, fc.constant("")),
});

const runs = { numRuns: counted({ usual: 2_000, long: 10_000 }) };

describe("the result is the same as oauth-sign's", () => {
  test("for base strings, with any parameters in any place", () => {
    fc.assert(
      fc.property(signed, fc.nat(), fc.nat(), ({ method, uri, pairs }, one, other) => {
        const [first, second] = [one, other].map((cut) => cut % (pairs.length + 1)).toSorted((a, b) => a - b);
        const given = {
          method,
          url: `${uri}?${sent(pairs.slice(0, first))}`,
          formBody: sent(pairs.slice(first, second)),
          oauth: pairs.slice(second),
        };
        expect(signatureBaseString(given)).toBe(generateBase(method, uri, grouped(pairs)));
      }),
      runs,
    );
  });

  test("for signatures with HMAC-SHA1, HMAC-SHA256 and PLAINTEXT", () => {
    fc.assert(
      fc.property(signed, ({ method, uri, pairs, consumerSecret, tokenSecret }) => {
        const given = { method, url: uri, oauth: pairs, consumerSecret, tokenSecret };
        const theirs = [method, uri, grouped(pairs), consumerSecret, tokenSecret] as const;
        expect(createSignature({ ...given, signatureMethod: "HMAC-SHA1" })).toBe(hmacsign(...theirs));
        expect(createSignature({ ...given, signatureMethod: "HMAC-SHA256" })).toBe(hmacsign256(...theirs));
        expect(createSignature({ ...given, signatureMethod: "PLAINTEXT" })).toBe(
          plaintext(consumerSecret, tokenSecret),
        );
      }),
      runs,
    );
  });

  test("for signatures with RSA-SHA1", () => {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 1024,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    fc.assert(
      fc.property(signed, ({ method, uri, pairs }) => {
        const ours = createSignature({ method, url: uri, oauth: pairs, signatureMethod: rsaSha1(), privateKey });
        expect(ours).toBe(rsasign(method, uri, grouped(pairs), privateKey));
      }),
      { numRuns: 200 },
    );
  });
});

describe("oauth-sign differs", () => {
  test("for an empty method: it signs GET", () => {
    const given = { method: "", url: "https://a.test/", oauth: [] };
    expect(signatureBaseString(given)).toBe("&https%3A%2F%2Fa.test%2F&");
    expect(generateBase("", "https://a.test/", {})).toBe("GET&https%3A%2F%2Fa.test%2F&");
  });

  test.each([
    { of: "a name", given: { method: "GET", oauth: [["\ud800", ""]] } },
    { of: "a value", given: { method: "GET", oauth: [["a", "b\udc00é"]] } },
    { of: "a method", given: { method: "\ud800", oauth: [] } },
  ] as const)("for a lone surrogate in $of: it throws a URIError without the reason", ({ given }) => {
    const refused = () => signatureBaseString({ ...given, url: "https://a.test/" });
    expect(refused).toThrow(TypeError);
    expect(refused).toThrow("a lone surrogate has no UTF-8 form and cannot be signed");
    expect(() => generateBase(given.method, "https://a.test/", grouped(given.oauth))).toThrow(URIError);
  });
});

/** Groups pairs for oauth-sign: in arrays, to keep repeats, and without a prototype, so that `__proto__` is a name. */
function grouped(pairs: ReadonlyArray<readonly [name: string, value: string]>): Record<string, string[]> {
  const parameters: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) parameters[name] = [...(parameters[name] ?? []), value];
  return parameters;
}

function sent(pairs: ReadonlyArray<readonly [name: string, value: string]>): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
}
