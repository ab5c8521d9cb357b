import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../support/generated.js";
import { cleanEnvironment, type RunningCommand, runCommand, startCommand } from "./command.js";
import { answering, startVendor } from "./vendor.js";

const isPosix = process.platform !== "win32";
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

test.runIf(isPosix && hasCurl)(
  "its lines set up a shell, in which signed lines run and the SDK needs no options",
  async () => {
    const { printed } = await started([]);
    const exports = [...printed.matchAll(/^ {2}(export .*)$/gm)].map(([, line = ""]) => line);
    const [customers = "", ping = "", another = ""] = [...printed.matchAll(/^ {2}((?:curl|sh) .*)$/gm)].map(
      ([, line = ""]) => line,
    );
    expect(exports.map((line) => line.replace(/=.*/, ""))).toEqual([
      "export APS_BASE_URL",
      "export APS_CONSUMER_KEY",
      "export APS_CONSUMER_SECRET",
      "export APPDIRECT_BASE_URL",
      "export APPDIRECT_CONSUMER_KEY",
      "export APPDIRECT_CONSUMER_SECRET",
      "export NODE_EXTRA_CA_CERTS",
    ]);
    expect(JSON.parse(await sh([customers]))).toHaveLength(3);
    expect(await sh([customers])).toContain("nonce_used");
    expect(await sh([ping])).toContain("<type>SUBSCRIPTION_ORDER</type>");
    const npx = another.replace("npx apsdirect", `node ${join(root, "sdk/bin/apsdirect.js")}`);
    expect(JSON.parse(await sh([...exports, npx])).length).toBeGreaterThan(20);
    const call = `node ${join(root, "sdk/bin/apsdirect.js")} call accounts.list`;
    expect(await sh([...exports, call])).toContain("Northwind Traders");
  },
);

test("--json says the same to a program", async () => {
  const { printed, startTime } = await started(["--json"]);
  expect(printed.endsWith("\n")).toBe(true);
  const { aps, certificate, data, environment, curl } = JSON.parse(printed);
  const ca = await readFile(certificate, "utf8");
  const { consumerKey, consumerSecret, baseUrl } = aps;
  const sdk = new ApsClient({ baseUrl, credentials: { consumerKey, consumerSecret }, fetch: nodeFetch({ ca }) });
  expect(await sdk.accounts.list().all({ max: 100 })).toHaveLength(13);
  expect(data).toBeNull();
  expect(environment).toMatchObject({ APS_BASE_URL: baseUrl, NODE_EXTRA_CA_CERTS: certificate });
  expect(curl.aps).toMatch(/^curl /);
  expect(startTime).toBeLessThan(10_000); // 3 s on a machine that does nothing else
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends it with status 0, and nothing stays behind", async (signal) => {
  const command = await started(["--json"]);
  const { certificate } = JSON.parse(command.printed);
  expect(await command.end(signal)).toMatchObject({ status: isPosix ? 0 : null, stderr: "" });
  expect(existsSync(dirname(certificate))).toBe(!isPosix);
});

test.skipIf(!isPosix)("the certificate is for everybody to read, and its key is not with it", async () => {
  const { printed } = await started(["--json"]);
  const { certificate } = JSON.parse(printed);
  expect((await stat(certificate)).mode & 0o777).toBe(0o644);
  expect((await stat(dirname(certificate))).mode & 0o777).toBe(0o755);
  expect(await readFile(certificate, "utf8")).toMatch(/^-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\s*$/);
});

test("with --data, the next start has the same credentials and the same certificate", async () => {
  const data = join(await folder(), "sandbox.data");
  const first = await started(["--json", "--data", data]);
  const before = JSON.parse(first.printed);
  await first.end("SIGKILL");
  const after = JSON.parse((await started(["--json", "--data", data])).printed);
  expect(after.certificate).toBe(`${data}.certificate.pem`);
  expect({ ...after.aps, baseUrl: "" }).toEqual({ ...before.aps, baseUrl: "" });
  expect({ ...after.appdirect, baseUrl: "" }).toEqual({ ...before.appdirect, baseUrl: "" });
  expect(await readFile(after.certificate, "utf8")).toMatch(/^-----BEGIN CERTIFICATE-----[^-]+-----END[^-]+-----\s*$/);
  const second = await runCommand(["--data", data]);
  expect(second).toMatchObject({ status: 1, stdout: "" });
  expect(second.stderr).toBe(`${data} is in use by another sandbox. Stop that sandbox or choose another file.\n`);
});

test("where the certificate cannot be written, it says so", async () => {
  const data = join(await folder(), "sandbox.data");
  await mkdir(`${data}.certificate.pem`);
  expect(await runCommand(["--data", data])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Cannot write the certificate to .*\.certificate\.pem: EISDIR/),
  });
});

test("credentials of the user count, and their secret is not repeated", async () => {
  const env = { APS_CONSUMER_SECRET: "canary-1", APPDIRECT_CONSUMER_KEY: "k2", APPDIRECT_CONSUMER_SECRET: "canary-2" };
  for (const args of [
    ["--key", "k1", "--json"],
    ["--key", "k1"],
  ]) {
    const { printed } = await started(args, env);
    expect(printed).toContain('oauth_consumer_key="k1"'.replaceAll('"', args.includes("--json") ? '\\"' : '"'));
    expect(printed).toContain("k2");
    expect(printed).not.toMatch(/canary|CONSUMER_SECRET/);
  }
});

test("--seed begins with the user's accounts", async () => {
  const seed = join(root, "test/sandbox/seed.example.json");
  const { printed } = await started(["--json", "--seed", seed]);
  const { aps, certificate } = JSON.parse(printed);
  const { baseUrl, ...credentials } = aps;
  const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: await readFile(certificate, "utf8") }) });
  const names = (await sdk.accounts.list().all({ max: 10 })).map(({ companyName }) => companyName);
  expect(names).toEqual(["Alpine Resale", "Bäckerei Huber"]);
});

test("a seed that is not right ends it with what is wrong", async () => {
  const path = join(await folder(), "seed.json");
  await writeFile(path, '{"accounts":[{"apsId":1}],"plans":[]}');
  const { status, stdout, stderr } = await runCommand(["--seed", path]);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("The seed is invalid:\n  accounts[0].apsId: ");
  await writeFile(path, "{,}");
  expect(await runCommand(["--seed", path])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`The seed in ${path} is not JSON: `),
  });
  await rm(path);
  expect(await runCommand(["--seed", path])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Cannot read the seed: ENOENT"),
  });
});

test.each(["--port", "--appdirect-port"])("a %s that is taken ends it with what to do", async (option) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = Object(server.address());
  const { status, stderr } = await runCommand([option, String(port)]);
  expect(status).toBe(1);
  expect(stderr).toBe(
    `Port ${port} is in use: stop the program that listens on it, or choose another one with --port or --appdirect-port, or ` +
      "omit it to use any free port.\n",
  );
});

test.each([
  { args: ["--prot", "1"], want: "Unknown option '--prot'." },
  { args: ["serve"], want: "Unexpected argument 'serve'." },
  { args: ["--data"], want: "Option '--data <value>' argument missing." },
  { args: ["--port", "65536"], want: "--port must be a number from 0 (any free port) to 65535, not 65536." },
  { args: ["--port", "-1"], want: /--port/ },
  { args: ["--port", "0x50"], want: /not 0x50/ },
  { args: ["--port", "8443", "--appdirect-port", "8443"], want: /are both 8443/ },
  { args: ["--key", "k"], want: /"k" has no secret\. Set APS_CONSUMER_SECRET/ },
  { args: ["--fault", "delay"], want: "--fault.milliseconds is not set, not a whole number from 0 up." },
  { args: ["--fault", "reset", "--fault", "nonsense"], want: /--fault\.kind is "nonsense", not one of delay, reset/ },
  { args: ["--appdirect-key", "k"], want: /"k" has no secret\. Set APPDIRECT_CONSUMER_SECRET/ },
])("$args is refused with a sentence", async ({ args, want }) => {
  const { status, stdout, stderr } = await runCommand(args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(want);
  expect(stderr.endsWith("\nSee `apsdirect-sandbox --help`.\n")).toBe(true);
});

test("--fault lets things go wrong from the start", async () => {
  const { printed } = await started(["--json", "--fault", "body=%5B%5D;path=/aps/2/collections;times=1"]);
  const { aps, certificate } = JSON.parse(printed);
  const { consumerKey, consumerSecret, baseUrl } = aps;
  const fetch = nodeFetch({ ca: await readFile(certificate, "utf8") });
  const sdk = new ApsClient({ baseUrl, credentials: { consumerKey, consumerSecret }, fetch });
  expect(await sdk.servicePlans.list().all({ max: 1 })).toEqual([]);
  expect(await sdk.servicePlans.list().all({ max: 1 })).toHaveLength(1);
});

test("with --json, the sentence comes in an object", async () => {
  const { status, stdout, stderr } = await runCommand(["--json", "serve"]);
  expect([status, stderr]).toEqual([2, ""]);
  expect(JSON.parse(stdout)).toEqual({ ok: false, error: "Unexpected argument 'serve'." });
});

test("--help teaches, with every option", async () => {
  const { status, stdout } = await runCommand(["--port", "1", "--help"]);
  expect(status).toBe(0);
  const options = [
    "--port",
    "--appdirect-port",
    "--data",
    "--seed",
    "--fault",
    "--key",
    "--appdirect-key",
    "--json",
    "--help",
  ];
  for (const option of options) expect(stdout).toContain(`  ${option} `);
});

/** Runs lines in one POSIX shell, and gives what they print. */
async function sh(lines: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("sh", ["-c", lines.join("\n")], { env: cleanEnvironment });
  return stdout;
}

async function started(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<RunningCommand> {
  const command = await startCommand(args, env);
  onTestFinished(async () => void (await command.end("SIGKILL")));
  return command;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "apsdirect-command-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test("send-event has a running sandbox announce an event, and says what the answer is worth", async () => {
  const { printed } = await started(["--json"]);
  const { inspector } = JSON.parse(printed);
  const vendor = await startVendor(answering(200, { success: true, accountIdentifier: "a-1" }));
  onTestFinished(() => vendor.close());
  const order = ["send-event", "SUBSCRIPTION_ORDER", "--to", vendor.endpoint];
  const right = await runCommand([...order, "--sandbox", inspector]);
  expect(right).toMatchObject({ status: 0, stderr: "" });
  expect(right.stdout).toMatch(
    /^The vendor responded with 200 after \d+ ms\.\n\{"success":true,"accountIdentifier":"a-1"\}\n/,
  );
  const ping = [...order, "--flag", "STATELESS", "--interactive", "--json"];
  const env = { SANDBOX_INSPECTOR_URL: inspector };
  expect(JSON.parse((await runCommand(ping, env)).stdout)).toMatchObject({ ok: true, status: 200 });
  expect(vendor.received[1]?.url).toContain("oauth_signature=");

  const careless = await startVendor(answering(200, { success: true }));
  onTestFinished(() => careless.close());
  const wrong = await runCommand(["send-event", "SUBSCRIPTION_ORDER", "--to", careless.endpoint], env);
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain(
    "Violates the documented rules: A successful order needs accountIdentifier; found none.",
  );

  const elsewhere = await runCommand(["send-event", "SUBSCRIPTION_ORDER", "--to", "https://vendor.example/"], env);
  expect(elsewhere.status).toBe(1);
  expect(elsewhere.stderr).toContain("sendEvent only sends to http(s) on this machine");
  const nobody = await runCommand([...order, "--sandbox", "http://127.0.0.1:2"]);
  expect(nobody).toMatchObject({ status: 1, stdout: "" });
  expect(nobody.stderr).toContain("No sandbox is running at http://127.0.0.1:2");
  expect((await runCommand(["send-event", "SUBSCRIPTION_ORDER"])).status).toBe(2);
});

test("F16: escape sequences of arguments, file names and environment do not reach the terminal", async () => {
  // ESC with CSI and OSC, CSI and OSC of C1, a bidirectional override, a line separator, DEL, CR, BS.
  const hostile = "\u001b[2J\u001b]0;pwned\u0007\u009b31m\u009d0;x\u009c\u202eevil\u2028\u007f\r\b";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/u;
  const path = join(await folder(), hostile);
  for (const args of [["--seed", path], [hostile], ["--port", hostile], ["--seed", path, "--json"]]) {
    const { status, stdout, stderr } = await runCommand(args);
    expect(status).toBeGreaterThan(0);
    expect(stdout + stderr).toContain("evil");
    expect(stdout + stderr).not.toMatch(controls);
  }
});
