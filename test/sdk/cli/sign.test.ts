import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { createMemoryNonceStore, verifyRequest } from "apsdirect/oauth1";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { project, writeFiles } from "../../support/generated.js";
import { startRawServer } from "../../support/raw-server.js";
import { sourceEnvironment } from "../../support/sources/index.js";
import { apsdirect, credentials, environment, program, sh } from "./command.js";

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
/** Public URL of a platform behind a gateway. */
const platform = "https://api.gate-provider.test:10443/reseller";
const env = { ...environment, APS_CONSUMER_KEY: credentials.consumerKey };

describe.runIf(hasCurl)("the printed line works over HTTPS with the real curl", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ apsCredentials: credentials, appdirectCredentials: credentials });
  });
  afterAll(() => sandbox.close());

  test.each<{ name: string; method: string; target: string; more: readonly string[] }>([
    { name: "RQL", method: "GET", target: "/aps/2/collections/accounts?eq(type,RESELLER),select(aps.id)", more: [] },
    {
      name: "RQL, signed in the URL",
      method: "GET",
      target: "/aps/2/collections/accounts?like(companyName,a*)",
      more: ["--query"],
    },
    {
      name: "a value with special characters",
      method: "GET",
      target: "/aps/2/collections/accounts?eq(companyName,O'Br$(id)%2B%20%C3%BC[x]{y})",
      more: [],
    },
    { name: "HEAD", method: "HEAD", target: "/aps/2/collections/accounts?limit(0,1)", more: [] },
    {
      name: "a form",
      method: "POST",
      target: "/aps/2/resources",
      more: ["-d", "a=b c&d='$(id)'", "-d", 'e=`id`\n"\\'],
    },
    {
      name: "JSON",
      method: "PUT",
      target: "/aps/2/resources/x",
      more: ["-H", "Content-Type: application/json", "-d", `{"it's":"$HOME"}`],
    },
  ])("$name", async ({ method, target, more }) => {
    const folder = await project({ linked: false });
    await writeFiles(folder, { "ca.pem": sandbox.certificate });
    const { stdout, status } = await apsdirect(["sign", method, sandbox.aps.baseUrl + target, ...more], { env });
    expect(status).toBe(0);
    const sent = await sh(`${stdout.trimEnd()} --silent --cacert '${join(folder, "ca.pem")}'`);
    expect(sent.stderr).toBe("");
    expect(sandbox.requests.at(-1)).toMatchObject({ method, signature: { ok: true } });
    expect(sandbox.requests.at(-1)?.target.replaceAll("%27", "'").startsWith(target)).toBe(true);
    const body = more.filter((_, index) => more[index - 1] === "-d").join("&");
    expect(sandbox.requests.at(-1)?.body).toBe(body);
  });
});

describe.runIf(hasCurl)("behind a gateway, the line calls the URL with a signature for the platform's URL", () => {
  test.each<{ placement: string; more: readonly string[] }>([
    { placement: "header", more: [] },
    { placement: "query", more: ["--query"] },
  ])("$placement", async ({ placement, more }) => {
    const server = await startRawServer("HTTP/1.1 204 No Content\r\n\r\n");
    onTestFinished(() => server.close());
    const url = `${server.origin}/aps/2/resources?eq(a,(1))`;
    const { stdout } = await apsdirect(["sign", "GET", url, "--signature-base-url", platform, ...more], { env });
    expect((await sh(`${stdout.trimEnd()} --silent --show-error`)).stderr).toBe("");
    const { line = "", headers = [] } = server.requests[0] ?? {};
    expect(line).toMatch(/^GET \/aps\/2\/resources\?eq\(a,\(1\)\)[ &]/);
    const received = { method: "GET", url: line.split(" ")[1] ?? "", headers: [...headers] };
    const options = { secretFor: () => credentials.consumerSecret, nonceStore: createMemoryNonceStore() };
    await expect(verifyRequest(received, { ...options, publicUrl: platform })).resolves.toMatchObject({ placement });
    await expect(verifyRequest(received, { ...options, publicUrl: server.origin })).rejects.toMatchObject({
      problem: "signature_invalid",
    });
  });
});

describe("the line", () => {
  test("is one shell command, whatever the URL, headers and body contain", async () => {
    const hostile = `x'; touch never; echo $(id) \`id\` "\\`;
    const url = `https://bus.test/a?b=${hostile}`;
    const { stdout } = await apsdirect(["sign", "POST", url, "-H", `X-Own: ${hostile}`, "-d", `c=${hostile}`], { env });
    const { stdout: words } = await sh(`curl() { printf '%s\\0' "$@"; }\n${stdout}`);
    const [globoff, ...rest] = words.split("\0").slice(0, -1);
    expect(globoff).toBe("--globoff");
    expect(rest).toContain(`X-Own: ${hostile}`);
    expect(rest).toContain(`c=${hostile}`);
    expect(rest.at(-1)).toBe(new URL(url).href);
    expect(rest).toHaveLength(9);
  });

  test("with --query has a URL that verifies and keeps its original text", async () => {
    const url = "https://shop.test/finishorder?success=true&eq(a,1)";
    const { stdout } = await apsdirect(["sign", "GET", url, "--query", "--json"], { env });
    const signed = JSON.parse(stdout);
    expect(signed).toMatchObject({ ok: true, authorization: null });
    expect(signed.url.startsWith(`${url}&oauth_consumer_key=key-1&`)).toBe(true);
    const options = { secretFor: () => credentials.consumerSecret, nonceStore: createMemoryNonceStore() };
    await expect(verifyRequest(new Request(signed.url), options)).resolves.toMatchObject({ placement: "query" });
  });

  test("is correct according to `apsdirect explain`", async () => {
    const { stdout, stderr } = await apsdirect(["sign", "DELETE", "https://bus.test/a?it's"], { env });
    expect(stderr).toMatch(/^Valid once, for about 5 minutes: until \S+Z by this machine's clock\.\n$/);
    expect((await apsdirect(["explain"], { stdin: stdout })).status).toBe(0);
  });

  test("for another base URL is correct only with the matching --public-url", async () => {
    const signing = ["sign", "GET", "https://lab.test/a?b", "--signature-base-url", platform];
    const line = (await apsdirect(signing, { env })).stdout.trim();
    expect((await apsdirect(["explain", line, "--public-url", platform])).status).toBe(0);
    expect((await apsdirect(["explain", line])).status).toBe(1);
  });

  test("says that JSON is not signed", async () => {
    const json = ["-H", "content-type: application/json", "-d", "{}"];
    const { stderr } = await apsdirect(["sign", "POST", "https://bus.test/a", ...json], { env });
    expect(stderr).toContain("The body is not signed.");
  });
});

describe("refuses", () => {
  test.each<{ args: readonly string[]; says: string }>([
    { args: ["https://bus.test/"], says: "apsdirect sign GET" },
    { args: ["GET", "bus.test"], says: "apsdirect sign GET" },
    { args: ["GET", "https://bus.test/", "-d", "a=1"], says: "cannot have a body" },
    { args: ["POST", "https://bus.test/", "-d", '{"a":1}'], says: "application/json" },
    { args: ["POST", "https://bus.test/", "-d", "@file"], says: "is not supported" },
    { args: ["GET", "https://bus.test/", "-H", "Authorization: x"], says: "remove it" },
    { args: ["GET", "https://bus.test/", "-H", "X-A: b\nX-C: d"], says: "a single line" },
    { args: ["GET", "https://bus.test/?oauth_nonce=1"], says: "signed twice" },
    { args: ["GET", "https://bus.test/?a=%zz"], says: "%XX" },
    {
      args: ["GET", "https://bus.test/", "--signature-base-url", "gate.test"],
      says: "signatureBaseUrl is not an absolute URL",
    },
    {
      args: ["GET", "https://bus.test/", "--signature-base-url", "https://gate.test/?a"],
      says: "must not have a query",
    },
    { args: ["GET", "https://bus.test/", "--secret", "x"], says: "Do not pass a secret as an argument" },
  ])("$args", async ({ args, says }) => {
    const { status, stdout, stderr } = await apsdirect(["sign", ...args], { env });
    expect(stderr).toContain(says);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});

// `script` runs the command in a terminal, so that it asks.
test.runIf(process.platform === "linux" && existsSync("/usr/bin/script"))(
  "asks for the secret on a terminal, and does not show the input",
  async () => {
    const command = `"${process.execPath}" "${program}" sign GET https://bus.test/a --consumer-key key-1`;
    const { stdout } = spawnSync("/usr/bin/script", ["-qec", command, "/dev/null"], {
      env: { ...sourceEnvironment, PATH: environment.PATH, TERM: "xterm" },
      input: "typed-secret-1\n",
      encoding: "utf8",
    });
    expect(stdout).toContain("Consumer secret (not shown): ");
    expect(stdout).toContain("curl --globoff -H 'Authorization: OAuth");
    // The terminal itself may echo input that arrived before the program took over. The program adds nothing.
    expect(stdout.split("Consumer secret (not shown): ")[1]).not.toContain("typed-secret-1");
  },
);
