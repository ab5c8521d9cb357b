import { inspect } from "node:util";
import { AppDirectClient, ApsClient } from "apsdirect";
import { apiKeySigner, basicSigner, bearerSigner, oauth1Signer, signUrl } from "apsdirect/oauth1";
import { describe, expect, test } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";

/** Texts that a header cannot contain. Each contains `canary`. */
const unsendable = ["canary\n", "canary\r\n", "\ncanary", "can\nary canary", "canary\rx", "canary\0", "canary\u0007"];
const beyondLatin1 = ["canary€", "canary\u{1f600}", "canary\u2028"];

/** Returns everything that an error shows. */
function shown(error: unknown): string {
  return [String(error), (error as Error).stack, inspect(error, { depth: 10, showHidden: true })].join("\n");
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    return await Promise.resolve(work()).then(() => undefined);
  } catch (error) {
    return error;
  }
}

function expectHidden(error: unknown): void {
  expect(error).toBeInstanceOf(TypeError);
  expect(shown(error)).not.toContain("canary");
  expect(String(error)).toMatch(/contains a (line end|control character|character that a header cannot contain)/);
}

const baseUrl = "https://cp.provider.example";
const header = { in: "header", name: "x-key" } as const;

describe("F9: the constructor refuses a line end or another control character, and hides the value:", () => {
  test.each<{ what: string; make: (value: string) => unknown }>([
    { what: "a bearer token", make: (value) => bearerSigner(value) },
    { what: "a password", make: (value) => basicSigner("user", value) },
    { what: "a user name", make: (value) => basicSigner(value, "password") },
    { what: "an API key in a header", make: (value) => apiKeySigner({ ...header, value }) },
    { what: "an API key in the query", make: (value) => apiKeySigner({ in: "query", name: "key", value }) },
    { what: "an API key in a cookie", make: (value) => apiKeySigner({ in: "cookie", name: "key", value }) },
    { what: "a consumer key", make: (consumerKey) => oauth1Signer({ ...credentials, consumerKey }) },
    { what: "a consumer secret", make: (consumerSecret) => oauth1Signer({ ...credentials, consumerSecret }) },
    { what: "a secret of signUrl", make: (consumerSecret) => signUrl(baseUrl, { ...credentials, consumerSecret }) },
    {
      what: "credentials of ApsClient",
      make: (value) => new ApsClient({ baseUrl, credentials: { consumerKey: "k", consumerSecret: value } }),
    },
    {
      what: "credentials of AppDirectClient",
      make: (value) => new AppDirectClient({ baseUrl, credentials: { consumerKey: value, consumerSecret: "s" } }),
    },
    {
      what: "a header of ApsClient",
      make: (value) => new ApsClient({ baseUrl, credentials, headers: { authorization: value } }),
    },
  ])("F9: $what", async ({ make }) => {
    for (const value of unsendable) expectHidden(await thrownBy(() => make(value)));
  });

  test("F9: and a character outside Latin-1 if the value is sent in a header", async () => {
    for (const value of beyondLatin1) {
      expectHidden(await thrownBy(() => bearerSigner(value)));
      expectHidden(await thrownBy(() => apiKeySigner({ ...header, value })));
      expectHidden(await thrownBy(() => new ApsClient({ baseUrl, credentials, headers: { "x-key": value } })));
      expect(() => basicSigner("user", value)).not.toThrow();
      expect(() => apiKeySigner({ in: "query", name: "key", value })).not.toThrow();
    }
  });
});

describe("F9: a call whose function returns such a value fails before anything is sent, and hides the value:", () => {
  test.each<{ what: string; make: (value: string) => object }>([
    { what: "a bearer token", make: (value) => ({ signer: bearerSigner(async () => value) }) },
    { what: "a password", make: (value) => ({ signer: basicSigner("user", () => value) }) },
    { what: "an API key", make: (value) => ({ signer: apiKeySigner({ ...header, value: () => value }) }) },
    { what: "credentials", make: (value) => ({ credentials: () => ({ consumerKey: "k", consumerSecret: value }) }) },
  ])("F9: $what", async ({ make }) => {
    const server = await rawServer(json({}));
    for (const value of unsendable) {
      const sdk = new ApsClient({ baseUrl: server.origin, ...make(value) });
      expectHidden(await thrownBy(() => sdk.orders.get("o-1")));
    }
    expect(server.requests).toEqual([]);
  });

  test("F9: a header of one call", async () => {
    const server = await rawServer(json({}));
    const sdk = new ApsClient({ baseUrl: server.origin, credentials });
    for (const value of [...unsendable, ...beyondLatin1]) {
      const error = await thrownBy(() => sdk.orders.get("o-1", { headers: { authorization: value } }));
      expect(shown(error)).not.toContain("canary");
      expect(String(error)).toContain('headers: the value of "authorization"');
    }
    expect(server.requests).toEqual([]);
  });
});

test("F9: the error about a body that is not JSON and contains the token does not show it in its cause", async () => {
  for (const text of ["canary-token is not known", '{"a": canary-token}', "canary\\u002dtoken"]) {
    const server = await rawServer(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
    );
    const sdk = new ApsClient({
      baseUrl: server.origin,
      signer: bearerSigner("canary-token"),
      validation: { response: "strict" },
    });
    const error = await thrownBy(() => sdk.orders.get("o-1"));
    expect(error).toBeInstanceOf(Error);
    expect(shown(error)).not.toMatch(/canary(-|\\+u002d)token/);
  }
});
