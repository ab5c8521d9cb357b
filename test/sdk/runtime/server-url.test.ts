import { serverUrl } from "apsdirect/runtime";
import { expect, test } from "vitest";
import { ServersApi, serversApi } from "../../codegen/golden/servers/client/index.js";
import { credentials } from "../../support/credentials.js";

test("an address is filled in from the document's defaults and the caller's values", () => {
  expect(serverUrl(serversApi)).toBe("https://eu.example.test:443/v1");
  expect(serverUrl(serversApi, { region: "us", port: "8443" })).toBe("https://us.example.test:8443/v1");
});

test.each([
  { values: { region: "ap" }, index: 0, want: /"region" must be one of eu, us/ },
  { values: { host: "x" }, index: 0, want: /has no variable "host"/ },
  { values: { port: "443@evil.test" }, index: 0, want: /"port" cannot be/ },
  { values: { version: "{version}" }, index: 0, want: /"version" cannot be/ },
  { values: {}, index: 1, want: /is relative/ },
  { values: {}, index: 2, want: /names no server 2/ },
])("what makes no address is refused: $want", ({ values, index, want }) => {
  expect(() => serverUrl(serversApi, values, index)).toThrow(TypeError);
  expect(() => serverUrl(serversApi, values, index)).toThrow(want);
});

test("a server is never called unasked, nor with a variable in its address", () => {
  expect(() => new ServersApi({ credentials })).toThrow(/baseUrl is missing/);
  expect(() => new ServersApi({ baseUrl: "https://{region}.example.test", credentials })).toThrow(/variable/);
  expect(() => new ServersApi({ baseUrl: "https://example.test/{version}", credentials })).toThrow(/serverUrl/);
});

test("a client without a signer names those that its document asks for", () => {
  const make = (): unknown => new ServersApi({ baseUrl: "https://example.test" });
  expect(make).toThrow(TypeError);
  expect(make).toThrow(
    'ServersApi needs a signer: apiKeySigner({ in: "header", name: "X-Key", value }), or ' +
      "basicSigner(username, password), or bearerSigner(token), or " +
      "oauth2ClientCredentialsSigner({ tokenUrl, clientId, clientSecret })",
  );
});
