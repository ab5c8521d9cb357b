import { AppDirectClient, ApsClient } from "apsdirect";
import { ApsApi } from "apsdirect/aps";
import type { ClientOptions } from "apsdirect/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { platform, rawServer } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";

const account = json({ aps: { id: "a-1", type: "t" } });

describe("invalid options are a TypeError at construction", () => {
  const baseUrl = "https://cp.provider.example";
  test.each<{ options: ClientOptions; want: RegExp }>([
    { options: { credentials }, want: /baseUrl is missing/ },
    { options: { baseUrl: "cp.provider.example", credentials }, want: /absolute URL/ },
    { options: { baseUrl: "http://cp.provider.example", credentials }, want: /https/ },
    { options: { baseUrl: "ftp://cp.provider.example", credentials }, want: /https/ },
    { options: { baseUrl: "https://user:pass@cp.provider.example", credentials }, want: /must not contain a user/ },
    { options: { baseUrl: `${baseUrl}/?x=1`, credentials }, want: /query/ },
    { options: { baseUrl }, want: /credentials are missing/ },
    { options: { baseUrl, credentials: { consumerKey: "", consumerSecret: "s" } }, want: /key/i },
    { options: { baseUrl, credentials: { consumerKey: "k", consumerSecret: "" } }, want: /secret/i },
    { options: { baseUrl, credentials, signer: { sign: (request) => request } }, want: /not both/ },
    {
      options: { baseUrl, signer: { sign: (request) => request }, signatureBaseUrl: baseUrl },
      want: /signatureBaseUrl/,
    },
    { options: { baseUrl, credentials, timeout: 0 }, want: /timeout/ },
    { options: { baseUrl, credentials, deadline: 2 ** 31 }, want: /deadline must .* at most 2147483647/ },
    { options: { baseUrl, credentials, maxRetries: -1 }, want: /maxRetries/ },
    { options: { baseUrl, credentials, maxConcurrency: 0 }, want: /maxConcurrency/ },
    { options: { baseUrl, credentials, pageSize: 1.5 }, want: /pageSize/ },
  ])("$want", ({ options, want }) => {
    expect(() => new ApsClient(options)).toThrow(TypeError);
    expect(() => new ApsClient(options)).toThrow(want);
  });

  test.each([{ timeout: 0 }, { deadline: 1.5 }, { maxRetries: -1 }])(
    "and so are invalid options of a call: %j",
    async (options) => {
      const { server, sdk } = await platform([account]);
      await expect(sdk.accounts.get("a-1", options)).rejects.toBeInstanceOf(TypeError);
      expect(server.requests).toEqual([]);
    },
  );

  test("http to another host is possible with dangerouslyAllowHttp", () => {
    expect(
      () => new ApsClient({ baseUrl: "http://lab.example", credentials, dangerouslyAllowHttp: true }),
    ).not.toThrow();
  });
});

describe("missing options are read from the environment", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("with the platform's own prefix", async () => {
    const server = await rawServer(account);
    vi.stubEnv("APS_BASE_URL", server.origin);
    vi.stubEnv("APS_CONSUMER_KEY", "environment-key");
    vi.stubEnv("APS_CONSUMER_SECRET", "environment-secret");
    await new ApsClient().accounts.get("a-1");
    expect(server.requests[0]?.headers.get("authorization")).toContain('oauth_consumer_key="environment-key"');
    expect(() => new AppDirectClient()).toThrow(/baseUrl is missing/);
  });

  test("unless an option is set", async () => {
    vi.stubEnv("APS_CONSUMER_KEY", "environment-key");
    vi.stubEnv("APS_CONSUMER_SECRET", "environment-secret");
    const { server, sdk } = await platform([account]);
    await sdk.accounts.get("a-1");
    expect(server.requests[0]?.headers.get("authorization")).toContain(
      `oauth_consumer_key="${credentials.consumerKey}"`,
    );
  });
});

describe("a call", () => {
  test("is a promise of its result that also gives access to the response", async () => {
    const { server, sdk } = await platform([account]);
    const call = sdk.accounts.get("a-1", { reference: "ref-1" });
    expect((await call).aps.id).toBe("a-1");
    const { status, headers, attempts, reference } = await call.withResponse();
    expect({ status, attempts, reference, type: headers.get("content-type") }).toEqual({
      status: 200,
      attempts: 1,
      reference: "ref-1",
      type: "application/json",
    });
    expect(server.requests.length).toBe(1);
  });

  test("of which only the response is awaited leaves no unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    const { sdk } = await platform([json({}, { status: 404 })]);
    await expect(sdk.accounts.get("a-1").withResponse()).rejects.toMatchObject({ status: 404 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  test("sends the headers of client and call, and the call's override the client's", async () => {
    const { server, sdk } = await platform([account], { headers: { "APS-Actor-Scope": "FULL", "X-A": "client" } });
    await sdk.accounts.get("a-1", { headers: { "x-a": "call" } });
    const headers = server.requests[0]?.headers;
    expect([headers?.get("aps-actor-scope"), headers?.get("x-a")]).toEqual(["FULL", "call"]);
  });
});

test("the fetch of the options is called with one argument, a signed global Request", async () => {
  const received: unknown[][] = [];
  const fetch = async (...args: [Request]): Promise<Response> => {
    received.push(args);
    return Response.json({ aps: { id: "a-1", type: "t" } });
  };
  const sdk = new ApsClient({ baseUrl: "https://cp.provider.example", credentials, fetch });
  await sdk.accounts.get("a-1");
  const [args] = received;
  expect(args).toHaveLength(1);
  const [request] = args ?? [];
  expect(request).toBeInstanceOf(Request);
  expect((request as Request).headers.get("authorization")).toMatch(/^OAuth .*oauth_signature="/);
});

test("a custom signer replaces OAuth 1.0a", async () => {
  const server = await rawServer(account);
  const signer = {
    sign(request: Request): Request {
      const headers = new Headers(request.headers);
      headers.set("authorization", "Bearer token");
      return new Request(request, { headers });
    },
  };
  await new ApsClient({ baseUrl: server.origin, signer }).accounts.get("a-1");
  expect(server.requests[0]?.headers.get("authorization")).toBe("Bearer token");
});

describe("a generated client", () => {
  test("created from another client shares its connections, signer and hooks", async () => {
    const operations: string[] = [];
    const { server, sdk } = await platform([account], {
      hooks: { request: ({ operation }) => void operations.push(operation) },
    });
    const other = new ApsApi(sdk);
    expect(other.core).toBe(sdk.core);
    await other.accounts.get("a-1");
    expect(operations).toEqual(["accounts.get"]);
    expect(server.requests.length).toBe(1);
  });
});
