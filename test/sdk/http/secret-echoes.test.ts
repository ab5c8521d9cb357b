import { inspect } from "node:util";
import { ApiError, ApsClient, type ApsClientOptions } from "apsdirect";
import { apiKeySigner, basicSigner, bearerSigner, oauth1Signer } from "apsdirect/oauth1";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { counted } from "../../support/counts.js";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { answer, type RawRequest, type RawServer, startRawServer } from "../../support/raw-server.js";

/** Spelling of one character. */
type Spelling = (character: string) => string;

const hex = (text: string): string[] => Array.from(Buffer.from(text), (byte) => byte.toString(16).padStart(2, "0"));
const unit = (text: string, from: number): string => text.charCodeAt(from).toString(16).padStart(4, "0");
const units = (text: string): string[] => Array.from({ length: text.length }, (_, index) => unit(text, index));
const number = (text: string): number => text.codePointAt(0) ?? 0;
const names: Readonly<Record<string, string>> = {
  "/": "sol",
  "=": "equals",
  "+": "plus",
  "&": "amp",
  "%": "percnt",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
  "\\": "bsol",
  ".": "period",
  _: "lowbar",
};

const spellings: { readonly [name: string]: Spelling } = {
  itself: (c) => c,
  percent: (c) =>
    hex(c)
      .map((byte) => `%${byte}`)
      .join(""),
  "percent in capitals": (c) =>
    hex(c)
      .map((byte) => `%${byte.toUpperCase()}`)
      .join(""),
  "double percent": (c) =>
    hex(c)
      .map((byte) => `%25${byte}`)
      .join(""),
  "triple percent": (c) =>
    hex(c)
      .map((byte) => `%2525${byte}`)
      .join(""),
  "a plus for a space": (c) => (c === " " ? "+" : c),
  "a backslash": (c) => (/[\da-z]/i.test(c) ? c : `\\${c}`),
  "JSON's \\u": (c) =>
    units(c)
      .map((code) => `\\u${code}`)
      .join(""),
  "JSON's \\u in capitals": (c) =>
    units(c)
      .map((code) => `\\u${code.toUpperCase()}`)
      .join(""),
  "JSON in JSON": (c) =>
    units(c)
      .map((code) => `\\\\u${code}`)
      .join(""),
  "JavaScript's \\x": (c) => (number(c) <= 0xff ? `\\x${number(c).toString(16).padStart(2, "0")}` : c),
  "JavaScript's \\u{}": (c) => `\\u{${number(c).toString(16)}}`,
  "a decimal reference": (c) => `&#${number(c)};`,
  "a decimal reference with zeros": (c) => `&#${"0".repeat(9)}${number(c)};`,
  "a hexadecimal reference": (c) => `&#x${number(c).toString(16)};`,
  "a hexadecimal reference in capitals": (c) => `&#X00${number(c).toString(16).toUpperCase()};`,
  "a named reference": (c) => (names[c] === undefined ? c : `&${names[c]};`),
  "a reference in HTML in HTML": (c) => `&amp;#${number(c)};`,
  "a percent sign in JSON": (c) =>
    hex(c)
      .map((byte) => `\\u0025${byte}`)
      .join(""),
  "a percent sign in HTML": (c) =>
    hex(c)
      .map((byte) => `&#37;${byte}`)
      .join(""),
  "a reference in a URL": (c) => `%26%23${number(c)}%3B`,
};

const withSpelling = (text: string, spelling: Spelling): string => Array.from(text, spelling).join("");

/** Platform that refuses every request with a body derived from it. */
async function refusing(
  bodyOf: (request: RawRequest) => string,
  header?: (request: RawRequest) => string,
): Promise<RawServer> {
  return rawServer((socket, request) => {
    const headers = { "content-type": "text/plain; charset=utf-8", ...(header && { "x-echo": header(request) }) };
    socket.write(answer(bodyOf(request), { status: 403, headers }));
  });
}

/** Everything that the error of a call shows, in any way. */
async function shownBy(server: Pick<RawServer, "origin">, options: ApsClientOptions): Promise<string> {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const logger = { debug: log, info: log, warn: log, error: log };
  const sdk = new ApsClient({ baseUrl: server.origin, maxRetries: 0, logger, ...options });
  const error = await sdk.orders.get("o-1").then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  const { body, headers, message, stack } = error as ApiError;
  return [String(body), ...[...headers].flat(), message, stack, inspect(error, { depth: 10 }), ...lines].join("\n");
}

const secret = "s3cr/t+=&%<'_.Z";

describe.each(Object.entries(spellings))("F9: a platform that repeats a secret in the spelling %s", (_, spelling) => {
  const proofs: { readonly [name: string]: readonly [ApsClientOptions, (request: RawRequest) => string] } = {
    "the signature": [
      { credentials: { ...credentials, consumerSecret: secret } },
      ({ headers }) =>
        decodeURIComponent(/oauth_signature="([^"]*)"/.exec(headers.get("authorization") ?? "")?.[1] ?? ""),
    ],
    "the consumer secret": [{ credentials: { ...credentials, consumerSecret: secret } }, () => secret],
    "a signature in the query": [
      { signer: oauth1Signer(credentials, { placement: "query" }) },
      ({ line }) => decodeURIComponent(/oauth_signature=([^ &]*)/.exec(line)?.[1] ?? ""),
    ],
    "a bearer token": [{ signer: bearerSigner(secret) }, () => secret],
    "a password": [{ signer: basicSigner("user", secret) }, () => secret],
    "the header of HTTP Basic": [{ signer: basicSigner("user", secret) }, () => btoa(`user:${secret}`)],
    "an API key": [{ signer: apiKeySigner({ in: "header", name: "x-key", value: secret }) }, () => secret],
    "an API key in the query": [{ signer: apiKeySigner({ in: "query", name: "key", value: secret }) }, () => secret],
    "an API key in a cookie": [{ signer: apiKeySigner({ in: "cookie", name: "key", value: secret }) }, () => secret],
  };
  test.each(Object.entries(proofs))("F9: %s is not shown", async (_, [options, proofOf]) => {
    const repeated: string[] = [];
    const echo = (request: RawRequest): string => {
      const proof = withSpelling(proofOf(request), spelling);
      repeated.push(proof);
      return proof;
    };
    const server = await refusing(
      (request) => `before ${echo(request)} after`,
      (request) => `ab${echo(request)}cd`,
    );
    const shown = await shownBy(server, options);
    expect(repeated[0]?.length).toBeGreaterThan(8);
    for (const proof of repeated) expect(shown).not.toContain(proof);
    expect(shown).toContain("before [redacted] after");
    expect(shown).toContain("ab[redacted]cd");
  });
});

describe("F9: any secret", () => {
  const character = fc.oneof(
    fc.constantFrom(..."%&\\;#+ /=ux0aA{}"),
    fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  );
  const text = fc
    .array(fc.oneof(character, fc.constantFrom("é", "€", "😀", "\n")), { maxLength: 12 })
    .map((all) => all.join(""));
  const echo = fc.record({
    // Letters at both ends, so that the text around it cannot be read as part of it.
    secret: fc.array(character, { minLength: 6, maxLength: 20 }).map((all) => `k${all.join("").trim()}q`),
    seed: fc.array(fc.nat(), { minLength: 22, maxLength: 22 }),
    before: text,
    after: text,
  });
  const all = Object.values(spellings);

  test("F9: in any spelling of each character, inside any text, is not shown", async () => {
    const current = { body: "" };
    const server = await startRawServer((socket) => {
      socket.write(answer(current.body, { status: 403, headers: { "content-type": "text/plain; charset=utf-8" } }));
    });
    onTestFinished(() => server.close());
    const property = fc.asyncProperty(echo, async ({ secret, seed, before, after }) => {
      const spelt = Array.from(secret, (c, index) => all[(seed[index] ?? 0) % all.length]?.(c) ?? c).join("");
      current.body = `${before}|${spelt}|${after}`;
      const signer = apiKeySigner({ in: "header", name: "x-key", value: secret });
      const sdk = new ApsClient({ baseUrl: server.origin, maxRetries: 0, signer });
      const error: unknown = await sdk.orders.get("o-1").catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ApiError);
      const { body, message } = error as ApiError;
      expect(body).not.toContain(spelt);
      expect(message).not.toContain(spelt);
      // No part of it remains at the end.
      expect(body).toContain("[redacted]|");
    });
    await fc.assert(property, { numRuns: counted({ usual: 300, long: 20_000 }), seed: 9 });
  });
});

test.each([
  { what: "JSON", body: `{"a":"${"text ".repeat(20)}","b":[1,2,3]},` },
  { what: "backslashes", body: "\\" },
  { what: "percent signs", body: "%" },
  { what: "encoded percent signs", body: "%25" },
  { what: "references", body: "&amp;" },
  { what: "the beginning of references", body: "&#" },
  { what: "a reference with zeros", body: "0", start: "&#" },
  { what: "references with zeros", body: `&#${"0".repeat(2_000)};` },
  { what: "JSON in JSON", body: '\\\\\\"name\\\\\\":' },
  { what: "the beginning of the secret", body: "tttttttt" },
  { what: "escapes of all kinds", body: "\\u0025%5Cu0026&#92;%26&bsol;" },
])("F9: a body of megabytes of $what is searched in linear time", async ({ body, start = "" }) => {
  const timed = async (length: number): Promise<number> => {
    const server = await refusing(() => start + body.repeat(Math.ceil(length / body.length)));
    const sdk = new ApsClient({ baseUrl: server.origin, maxRetries: 0, signer: bearerSigner("t".repeat(40)) });
    const started = performance.now();
    await sdk.orders.get("o-1").catch(() => {});
    return performance.now() - started;
  };
  const time = await timed(counted({ usual: 2, long: 7 }) * 1024 * 1024);
  expect(time).toBeLessThan(20_000);
});
