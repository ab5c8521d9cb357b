import { verifyRequest } from "apsdirect";
import { serverUrl } from "apsdirect/runtime";
import { expect, test } from "vitest";
import { operations, ServersApi, serversApi } from "../../../codegen/golden/servers/client/index.js";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer } from "../../../support/raw-server.js";

test("a server URL is filled in with the document's defaults and the caller's values", () => {
  expect(serverUrl(serversApi)).toBe("https://eu.example.test:443/v1");
  expect(serverUrl(serversApi, { region: "us", port: "8443" })).toBe("https://us.example.test:8443/v1");
});

test.each([
  { values: { region: "ap" }, index: 0, want: /"region" must be one of eu, us/ },
  { values: { host: "x" }, index: 0, want: /has no variable "host"/ },
  { values: { port: "443@evil.test" }, index: 0, want: /"port" cannot be/ },
  { values: { version: "{version}" }, index: 0, want: /"version" cannot be/ },
  { values: {}, index: 1, want: /is relative/ },
  { values: {}, index: 2, want: /has no server 2 in the document/ },
])("an impossible server URL is refused: $want", ({ values, index, want }) => {
  expect(() => serverUrl(serversApi, values, index)).toThrow(TypeError);
  expect(() => serverUrl(serversApi, values, index)).toThrow(want);
});

test("a client needs a baseUrl, and refuses one that contains a variable", () => {
  expect(() => new ServersApi({ credentials })).toThrow(/baseUrl is missing/);
  expect(() => new ServersApi({ baseUrl: "https://{region}.example.test", credentials })).toThrow(/variable/);
  expect(() => new ServersApi({ baseUrl: "https://example.test/{version}", credentials })).toThrow(/serverUrl/);
});

test("a call with its own baseUrl is sent to that server and signed for it", async () => {
  const [usual, own] = [await rawServer(answer("", { status: 204 })), await rawServer(answer("", { status: 204 }))];
  expect(serverUrl(operations.upload)).toBe("https://files.example.test/v1");
  expect(serverUrl(operations.download)).toBe("https://cdn.example.test");
  const options = { baseUrl: usual.origin, credentials, signatureBaseUrl: "https://platform.example.test" };
  const { servers } = new ServersApi(options);
  await servers.upload({ baseUrl: `${own.origin}/v1` });
  await servers.download({ baseUrlParam: "x" });
  expect(own.requests.map(({ line }) => line)).toEqual(["POST /v1/files HTTP/1.1"]);
  expect(usual.requests.map(({ line }) => line)).toEqual(["GET /files?baseUrl=x HTTP/1.1"]);
  const headers = [...(own.requests[0]?.headers ?? [])];
  await verifyRequest({ method: "POST", url: "/v1/files", headers }, { secretFor, publicUrl: own.origin });
  await expect(servers.upload({ baseUrl: "http://files.example.test" })).rejects.toThrow(/baseUrl must be https/);
});

test("the error for a missing signer lists the signers that the document requires", () => {
  const make = (): unknown => new ServersApi({ baseUrl: "https://example.test" });
  expect(make).toThrow(TypeError);
  expect(make).toThrow(
    'ServersApi needs a signer: apiKeySigner({ in: "header", name: "X-Key", value }), or ' +
      "basicSigner(username, password), or bearerSigner(token), or " +
      "oauth2ClientCredentialsSigner({ tokenUrl, clientId, clientSecret })",
  );
});
