import { createServer, type IncomingMessage, type RequestListener, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { oauth1Signer, type VerifyRequestOptions, verifyRequest } from "apsdirect/oauth1";
import { describe, expect, onTestFinished, test } from "vitest";
import { credentials, secretFor } from "../../../support/credentials.js";

const vendor = "https://vendor.test/ad/events?type=(order)";
const loopback = "127.0.0.1";

describe("behind a declared proxy", () => {
  test.each([
    {
      name: "terminates TLS and reports it",
      sets: { "x-forwarded-proto": "https", "x-forwarded-host": "vendor.test" },
    },
    { name: "passes on the Host header", sets: { "x-forwarded-proto": "https", host: "vendor.test" } },
    {
      name: "is behind another proxy, whose values come first",
      sets: { "x-forwarded-proto": "https, http", "x-forwarded-host": "vendor.test , inner.test:8080" },
    },
    {
      name: "sends the default port, in capitals",
      sets: { "x-forwarded-proto": "HTTPS", "x-forwarded-host": "Vendor.test:443" },
    },
  ])("a request is verified with the URL that the sender called if the proxy $name", async ({ sets }) => {
    expect(await sent(vendor, { through: sets, trustedProxies: [loopback] })).toBe("verified");
  });

  test.each([
    { called: "https://vendor.test:8443/e", host: "vendor.test:8443" },
    { called: "https://[2001:db8::1]:8443/e", host: "[2001:DB8::1]:8443" },
    { called: "https://203.0.113.7/e", host: "203.0.113.7" },
  ])("the host may be $host", async ({ called, host }) => {
    const through = { "x-forwarded-proto": "https", "x-forwarded-host": host };
    expect(await sent(called, { through, trustedProxies: [loopback] })).toBe("verified");
  });

  test.each(["127.0.0.0/8", "0.0.0.0/0", "::ffff:127.0.0.1", "::ffff:127.0.0.0/104"])(
    "the proxy may be declared as %s",
    async (range) => {
      const through = { "x-forwarded-proto": "https", "x-forwarded-host": "vendor.test" };
      expect(await sent(vendor, { through, trustedProxies: ["10.0.0.0/8", range] })).toBe("verified");
    },
  );

  test.each([
    { name: "a path", sets: { "x-forwarded-host": "vendor.test/ad" } },
    { name: "a user", sets: { "x-forwarded-host": "someone@vendor.test" } },
    { name: "white space", sets: { "x-forwarded-host": "vendor.test evil.test" } },
    { name: "a query", sets: { "x-forwarded-host": "vendor.test?" } },
    { name: "an invalid port", sets: { "x-forwarded-host": "vendor.test:99999" } },
    { name: "an invalid address", sets: { "x-forwarded-host": "[::1::2]" } },
    { name: "an empty host", sets: { "x-forwarded-host": "" } },
    { name: "nothing before a comma", sets: { "x-forwarded-host": ", vendor.test" } },
    { name: "another scheme", sets: { "x-forwarded-proto": "ftp" } },
    { name: "a scheme with more to it", sets: { "x-forwarded-proto": "https://vendor.test/" } },
    { name: "nothing for a scheme", sets: { "x-forwarded-proto": "" } },
  ])("a request is refused if the headers contain $name", async ({ sets }) => {
    const through = { "x-forwarded-proto": "https", "x-forwarded-host": "vendor.test", ...sets };
    expect(await sent(vendor, { through, trustedProxies: [loopback] })).toBe("400 parameter_rejected");
  });

  test("a request is refused if the proxy does not send the scheme", async () => {
    const through = { "x-forwarded-host": "vendor.test" };
    expect(await sent(vendor, { through, trustedProxies: [loopback] })).toBe("400 parameter_rejected");
  });

  test("Forwarded is not read, because a proxy that uses the other headers passes on a forged one", async () => {
    const through = {
      "x-forwarded-proto": "https",
      "x-forwarded-host": "vendor.test",
      forwarded: "proto=https;host=evil.test",
    };
    expect(await sent(vendor, { through, trustedProxies: [loopback] })).toBe("verified");
  });

  test("publicUrl has priority", async () => {
    const through = { "x-forwarded-proto": "https", "x-forwarded-host": "evil.test" };
    const given = { through, trustedProxies: [loopback], publicUrl: "https://vendor.test" };
    expect(await sent(vendor, given)).toBe("verified");
  });
});

describe("forwarded headers from other senders are ignored", () => {
  const forged = { "x-forwarded-proto": "https", "x-forwarded-host": "vendor.test" };

  test.each([
    { name: "another address is declared", trustedProxies: ["10.0.0.7", "fd00::/8", "::1"] },
    { name: "another range is declared", trustedProxies: ["127.0.0.2/31", "128.0.0.0/1"] },
    { name: "an empty list is declared", trustedProxies: [] },
  ])("if $name", async ({ trustedProxies }) => {
    expect(await sent(vendor, { through: forged, trustedProxies })).toBe("400 parameter_rejected");
    expect(await sent(vendor, { through: forged, trustedProxies, asUrl: true })).toBe("401 signature_invalid");
  });

  test("if no proxy is declared", async () => {
    expect(await sent(vendor, { through: forged, asUrl: true })).toBe("401 signature_invalid");
  });

  test("if the address is unknown or invalid", async () => {
    const trustedProxies = ["0.0.0.0/0", "::/0"];
    for (const remoteAddress of [undefined, "", "unknown", "127.0.0.1:4711", "1.2.3", "localhost"]) {
      const verified = verifyRequest(await received(forged), { secretFor, trustedProxies, remoteAddress });
      await expect(verified).rejects.toMatchObject({ status: 400, problem: "parameter_rejected" });
    }
  });

  test("and the request is verified with the URL of the server", async () => {
    const evil = { "x-forwarded-proto": "https", "x-forwarded-host": "evil.test" };
    const headers = { ...(await signedHeaders(vendor)), ...evil };
    const direct = { method: "GET", url: vendor, headers };
    const verified = verifyRequest(direct, { secretFor, trustedProxies: ["10.0.0.0/8"], remoteAddress: loopback });
    await expect(verified).resolves.toBeDefined();
  });
});

test.each(["localhost", "", "10.0.0.0/33", "::/129", "10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.1/", "10.0.0.1:80"])(
  "what is no address and no range is a TypeError: %j",
  async (range) => {
    const request = await received({});
    const options = { secretFor, publicUrl: "https://vendor.test", trustedProxies: [range] };
    await expect(verifyRequest(request, options)).rejects.toThrow(TypeError);
  },
);

interface Given extends Pick<VerifyRequestOptions, "trustedProxies" | "publicUrl"> {
  /** Headers that the proxy sets. */
  readonly through: Readonly<Record<string, string>>;
  /** True if the server converts the target to an absolute URL with its own address. */
  readonly asUrl?: boolean;
}

/** Signs for one URL, calls it through a proxy on this machine, and returns the result of the server behind it. */
async function sent(url: string, { through, asUrl = false, ...options }: Given): Promise<string> {
  const server = await listening(async (request, response) => {
    const target = request.url ?? "";
    const raw = { method: "GET", url: asUrl ? `http://${loopback}${target}` : target, headers: request.headers };
    const { remoteAddress } = request.socket;
    const said = await verifyRequest(raw, { secretFor, remoteAddress, ...options }).then(
      () => "verified",
      ({ status, problem }) => `${status} ${problem}`,
    );
    response.end(said);
  });
  const proxy = await listening(async (request, response) => {
    const { port } = new URL(server);
    const headers = { ...request.headers, ...through };
    const onward = sendRequest({ host: loopback, port, path: request.url, headers }, (answer) => answer.pipe(response));
    request.pipe(onward);
  });
  const { pathname, search } = new URL(url);
  const answer = await fetch(proxy + pathname + search, { headers: await signedHeaders(url) });
  return answer.text();
}

async function signedHeaders(url: string): Promise<Record<string, string>> {
  return Object.fromEntries((await oauth1Signer(credentials).sign(new Request(url))).headers);
}

async function received(headers: Readonly<Record<string, string>>) {
  return { method: "GET", url: "/ad/events?type=(order)", headers: { ...(await signedHeaders(vendor)), ...headers } };
}

/** Starts a server on this machine that closes with the test. */
async function listening(answer: RequestListener<typeof IncomingMessage>): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://${loopback}:${(server.address() as AddressInfo).port}`;
}
