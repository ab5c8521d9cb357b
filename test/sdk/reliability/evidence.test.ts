import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ConnectionError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { ProxyAgent, request as send, errors as undiciErrors } from "undici";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { expectEvidence } from "../../support/connection-evidence.js";
import { type FailingServers, startFailingServers } from "../../support/failing-servers.js";
import { root } from "../../support/generated.js";
import { type Identity, identity } from "./certificates.js";
import { clientOf, faultyPlatform, healthy, order, rejectionOf } from "./faulty-platform.js";

const systemCalls = ["connect", "read", "write", "getaddrinfo", undefined] as const;

/** Codes that only come before a request, whatever the system call. */
const provenCodes =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID|UND_ERR_CONNECT_TIMEOUT)/;
const provenAlerts = /^ERR_SSL_(?:TLSV1_ALERT_PROTOCOL_VERSION|SSL(?:V3|\/TLS)_ALERT_HANDSHAKE_FAILURE)$/;

/** Every code that Node and undici give, as far as they say which there are. */
const codes: readonly string[] = [
  ...Object.keys(constants.errno),
  ...["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "EAI_NODATA", "EAI_NONAME", "ENODATA", "ESERVFAIL", "ETIMEOUT"],
  ...Object.values(undiciErrors).map((Class) => codeOf(Class as UndiciError)),
  ...["DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ...["UNABLE_TO_GET_ISSUER_CERT", "CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID", "CERT_REVOKED", "CERT_UNTRUSTED"],
  ...["ERR_TLS_CERT_ALTNAME_INVALID", "ERR_TLS_HANDSHAKE_TIMEOUT", "ERR_TLS_DH_PARAM_SIZE", "ERR_STREAM_DESTROYED"],
  ...["PROTOCOL_VERSION", "INTERNAL_ERROR", "DECODE_ERROR", "UNKNOWN_CA"].map((name) => `ERR_SSL_TLSV1_ALERT_${name}`),
  ...["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE"],
  ...[
    "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC",
    "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
    "ERR_SSL_WRONG_VERSION_NUMBER",
  ],
  ...["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "ERR_SSL_UNEXPECTED_MESSAGE", "ERR_SSL_BAD_RECORD_TYPE", "EPROTO"],
  ...["HPE_INVALID_CONSTANT", "HPE_INVALID_CHUNK_SIZE"],
];

type UndiciError = new (message: string, status: number, details: object) => { code: unknown };

function codeOf(Class: UndiciError): string {
  return String(new Class("", 500, { headers: {}, count: 1 }).code);
}

function isProven(code: string, syscall: string | undefined): boolean {
  if (syscall === "read" || syscall === "write" || code.startsWith("HPE_")) return false;
  return syscall !== undefined || provenCodes.test(code) || provenAlerts.test(code);
}

describe("F1: the evidence of an error decides whether an order may be sent again", () => {
  test.each(systemCalls)("with the system call %s, every code of Node and of undici", async (syscall) => {
    const { platform } = await faultyPlatform([healthy]);
    let sent = 0;
    const ends = [...new Set(codes)].map(async (code) => {
      const proven = isProven(code, syscall);
      let attempts = 0;
      let arrived = 0;
      // An error that is no proof comes after the platform has executed the request, and one that is comes before.
      const fetch = async (request: Request): Promise<Response> => {
        attempts += 1;
        const response = proven && attempts === 1 ? undefined : await globalThis.fetch(request);
        if (response !== undefined) arrived += 1;
        if (response !== undefined && proven) return response;
        throw new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
      };
      const end = await clientOf(platform, { fetch, maxRetries: 1 })
        .orders.create(order)
        .then(
          () => "placed",
          (error: { code: string }) => error.code,
        );
      sent += arrived;
      return {
        code,
        end,
        arrived,
        want: proven ? (arrived === 1 ? "placed" : "CONNECTION_FAILED") : "OUTCOME_UNKNOWN",
      };
    });
    for (const { code, end, arrived, want } of await Promise.all(ends)) {
      expect(end, `${code} ${syscall}`).toBe(want);
      expect(arrived, `${code} ${syscall}`).toBeLessThanOrEqual(1);
    }
    expect(platform.orders.length).toBe(sent);
  });

  test("all errors of a host with several addresses must be proof", async () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED", syscall: "connect" });
    const lost = Object.assign(new Error("read"), { code: "ECONNRESET", syscall: "read" });
    for (const { parts, want } of [
      { parts: [refused, refused], want: "CONNECTION_FAILED" },
      { parts: [refused, lost], want: "OUTCOME_UNKNOWN" },
      { parts: [refused, "text"], want: "OUTCOME_UNKNOWN" },
    ]) {
      const fetch = (): Promise<Response> => Promise.reject(new TypeError("", { cause: new AggregateError(parts) }));
      const call = clientOf({ origin: "https://platform.invalid" }, { fetch, maxRetries: 0 }).orders.create(order);
      expect(await rejectionOf(call)).toMatchObject({ code: want });
    }
  });

  test("an error that throws when it is read proves nothing", async () => {
    const hostile = new Proxy(new Error("hostile"), {
      get() {
        throw new Error("the error throws");
      },
    });
    const fetch = (): Promise<Response> => Promise.reject(hostile);
    const call = clientOf({ origin: "https://platform.invalid" }, { fetch }).orders.create(order);
    expect(await rejectionOf(call)).toMatchObject({ code: "OUTCOME_UNKNOWN" });
  });
});

describe("F7: a connection that was never made", () => {
  let servers: FailingServers;
  let trusted: Identity;
  let folder: string;

  beforeAll(async () => {
    trusted = await identity();
    servers = await startFailingServers(trusted, await identity());
    folder = await mkdtemp(join(tmpdir(), "apsdirect-evidence-"));
    await writeFile(join(folder, "trusted.pem"), trusted.cert);
  });

  afterAll(async () => {
    await servers?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each(["fetch of Node", "nodeFetch"] as const)("is told from one that was lost, by %s", async (sender) => {
    const program = join(root, "test/packages/programs/place-orders.mjs");
    const args = [program, JSON.stringify(servers.all), ...(sender === "nodeFetch" ? ["nodeFetch"] : [])];
    // Node reads the certificates that it trusts when it starts.
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, "trusted.pem") };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const found = JSON.parse(stdout);
    expectEvidence(found, sender, servers);
    expect(found["TLS version"].message).toMatch(/refused the TLS version \(ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION\)\. /);
    expect(found["client certificate, TLS 1.3"].message).toMatch(/client certificate: check the host and port/);
    expect(found["client certificate, TLS 1.2"].message).toMatch(/or the server requires a client certificate/);
    if (sender === "fetch of Node")
      expect(found["blocked port"].message).toMatch(/fetch blocks this port: use nodeFetch/);
  });

  test.each([
    {
      status: 407,
      says: /the proxy requires a user and a password .*Pass the user and password of the proxy in its URL/,
    },
    { status: 503, says: /the proxy refused to connect .*Check that the proxy may connect to this host and port/ },
  ])("because a proxy answers CONNECT with $status is not executed", async ({ status, says }) => {
    const proxy = await startProxy(status);
    const agent = new ProxyAgent(proxy);
    onTestFinished(() => agent.close());
    const throughAgent = async (request: Request): Promise<Response> => {
      const { statusCode } = await send(request.url, { dispatcher: agent, method: "POST" });
      return new Response(null, { status: statusCode });
    };
    for (const fetch of [nodeFetch({ proxy }), throughAgent]) {
      const sdk = clientOf({ origin: "https://platform.invalid" }, { fetch, maxRetries: 0 });
      const error = await rejectionOf(sdk.orders.create(order));
      expect(error).toBeInstanceOf(ConnectionError);
      expect(String(error)).toMatch(says);
    }
  });
});

/** A proxy that refuses every tunnel. */
async function startProxy(status: number): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
