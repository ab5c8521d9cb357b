import { AppDirectClient, PermissionError, RequestValidationError, verifyRequest } from "apsdirect";
import { describe, expect, test } from "vitest";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, type RawAnswer, type RawServer } from "../../../support/raw-server.js";

const event = {
  type: "SUBSCRIPTION_ORDER",
  marketplace: { baseUrl: "https://acme.example", partner: "ACME" },
  flag: null,
  creator: null,
  payload: { company: { uuid: "c-1", name: "Harbor Print Works", email: null }, account: null, order: {} },
};

async function marketplace(...answers: RawAnswer[]): Promise<{ server: RawServer; appdirect: AppDirectClient }> {
  const server = await rawServer(...answers);
  return { server, appdirect: new AppDirectClient({ baseUrl: server.origin, credentials }) };
}

describe("an event is fetched", () => {
  test.each([
    "/api/integration/v1/events/d15bb36e-5fb5-11e0-8c3c-00262d2cda03",
    "/api/integration/v1/events/12345?lang=en",
    "/rest/api/events/dummyChange",
    "/AppDirect/rest/api/events/dummyOrder",
  ])("by its URL, exactly as received: %s", async (path) => {
    const { server, appdirect } = await marketplace(json(event));
    const received = await appdirect.events.get(`${server.origin}${path}`);
    expect(received.payload.company?.name).toBe("Harbor Print Works");
    const [request] = server.requests;
    expect(request?.line).toBe(`GET ${path} HTTP/1.1`);
    expect(request?.headers.get("accept")).toBe("application/json");
    const raw = { method: "GET", url: path, headers: [...(request?.headers ?? [])] };
    await expect(verifyRequest(raw, { secretFor, publicUrl: server.origin })).resolves.toBeDefined();
  });

  test("by its token, which is one segment of the path", async () => {
    const { server, appdirect } = await marketplace(json(event));
    await appdirect.events.get("a/../b?x");
    expect(server.requests[0]?.line).toBe("GET /api/integration/v1/events/a%2F..%2Fb%3Fx HTTP/1.1");
  });

  test("without properties that are null", async () => {
    const { appdirect } = await marketplace(json(event));
    const received = await appdirect.events.get("token");
    expect("flag" in received || "creator" in received || "account" in received.payload).toBe(false);
  });
});

describe("nothing is signed for a URL that leads elsewhere", () => {
  const path = "/api/integration/v1/events/token";
  test.each([
    { name: "a foreign host", url: (): string => `https://evil.example${path}` },
    { name: "another port", url: (origin: string): string => `${origin.replace(/\d+$/, "1")}${path}` },
    { name: "another scheme", url: (origin: string): string => `${origin.replace("http:", "https:")}${path}` },
    { name: "a host with the same prefix", url: (origin: string): string => `${origin}.evil.example${path}` },
    { name: "a host after a user", url: (origin: string): string => `${origin}@evil.example${path}` },
    {
      name: "a host after a backslash",
      url: (origin: string): string => `http://evil.example\\@${origin.slice(7)}${path}`,
    },
    {
      name: "a host in a fragment",
      url: (origin: string): string => `http://evil.example#${origin.slice(7)}${path}`,
    },
    {
      name: "a loopback address in another notation",
      url: (origin: string): string => `${origin.replace("127.0.0.1", "0x7f000001")}${path}`,
    },
    {
      name: "a short loopback address",
      url: (origin: string): string => `${origin.replace("127.0.0.1", "127.1")}${path}`,
    },
    { name: "IPv6 loopback", url: (origin: string): string => `${origin.replace("127.0.0.1", "[::1]")}${path}` },
    { name: "a trailing dot", url: (origin: string): string => `${origin.replace("127.0.0.1", "localhost.")}${path}` },
    { name: "a tab in the path", url: (origin: string): string => `${origin}/api/integration/v1/\tevents/token` },
    { name: "a file", url: (): string => "file:///etc/passwd" },
    { name: "data", url: (): string => "data:text/plain,x" },
    { name: "script", url: (): string => "javascript:alert(1)" },
    { name: "another path", url: (origin: string): string => `${origin}/api/billing/v1/orders` },
    {
      name: "a path with dot segments",
      url: (origin: string): string => `${origin}/api/integration/v1/events/../../../admin`,
    },
    {
      name: "an encoded slash in the token",
      url: (origin: string): string => `${origin}/api/integration/v1/events/a%2F..%2Fb`,
    },
    { name: "its own oauth parameters", url: (origin: string): string => `${origin}${path}?oauth_nonce=1` },
  ])("$name", async ({ url }) => {
    const { server, appdirect } = await marketplace(json(event));
    const given = url(server.origin);
    await expect(appdirect.events.get(given)).rejects.toBeInstanceOf(RequestValidationError);
    const sent = appdirect.events.sendResult(given, { success: true });
    await expect(sent).rejects.toBeInstanceOf(RequestValidationError);
    expect(server.requests).toEqual([]);
  });

  test.each(["http://market.example", "not a url", "ftp://market.example"])("%s cannot be a marketplace", (origin) => {
    const options = { baseUrl: "https://market.example", credentials, marketplaces: [origin] };
    expect(() => new AppDirectClient(options)).toThrow(TypeError);
  });
});

describe("a result is reported", () => {
  test("at the event's URL, without its query", async () => {
    const { server, appdirect } = await marketplace(answer("", { status: 204 }));
    const url = `${server.origin}/api/integration/v1/events/token?lang=en`;
    await appdirect.events.sendResult(url, { success: true, accountIdentifier: "hpw-00317" });
    const [request] = server.requests;
    expect(request?.line).toBe("POST /api/integration/v1/events/token/result HTTP/1.1");
    expect(JSON.parse(request?.body ?? "")).toEqual({ success: true, accountIdentifier: "hpw-00317" });
  });

  test("by the token, with any successful response", async () => {
    const { server, appdirect } = await marketplace(
      answer("<ok/>", { headers: { "content-type": "application/xml" } }),
    );
    expect(
      await appdirect.events.sendResult("token", { success: false, errorCode: "ACCOUNT_NOT_FOUND" }),
    ).toBeUndefined();
    expect(server.requests[0]?.line).toBe("POST /api/integration/v1/events/token/result HTTP/1.1");
  });
});

test("a 403 lists the causes of a wrong signature, because AppDirect uses this status for it", async () => {
  const { appdirect } = await marketplace(answer("", { status: 403 }));
  const error = await appdirect.events.get("token").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PermissionError);
  expect(String(error)).toContain("Check the consumer secret");
});
