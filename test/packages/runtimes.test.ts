import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isLongRun } from "../support/counts.js";
import { writeFiles } from "../support/generated.js";
import { describeWith } from "../support/needed.js";
import { npm } from "../support/npm.js";
import { installedPackages } from "./installed-packages.js";
import { bun, deno, hasRuntimes, nodes, type Runtime } from "./matrix.js";

/*
 * The packages as npm would publish them, installed in an empty project, on every run-time that they are meant for. The
 * platform that they talk to runs here.
 */

const here: Runtime = { name: "this Node", source: "", program: process.execPath, args: [] };
const runtimes = isLongRun ? [...nodes, bun, deno] : [];

const installed = installedPackages({ others: ["saxes@6", "undici@7"] });
let sandbox: Sandbox;

beforeAll(async () => {
  const { folder } = installed;
  sandbox = await startSandbox();
  await writeFiles(folder, { "lab.pem": sandbox.certificate, "runtimes/package.json": "{}" });
  await cp(join(import.meta.dirname, "programs"), folder, { recursive: true });
  const sources = runtimes.map(({ name, source }) => `${name}@${source}`);
  if (sources.length > 0)
    npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...sources], join(folder, "runtimes"));
});

afterAll(() => sandbox?.close());

const everyday = {
  customer: expect.stringMatching(/^Fab \(A\)/),
  total: "USD",
  status: "COMPLETED",
  missing: "NOT_FOUND",
  event: ["SUBSCRIPTION_ORDER", "MOON"],
  refused: 401,
  verified: "key",
  explained: true,
  signedUrl: true,
};

describeWith({ name: "Linux", isThere: hasRuntimes || !isLongRun }, "the packages, packed and installed", () => {
  test.each([here, ...runtimes])("do an everyday's work on $name", async (runtime) => {
    expect(JSON.parse(await run(runtime, "everyday.mjs"))).toEqual(everyday);
  });

  test.each([here, ...runtimes])("can be required on $name, and are the same classes", async (runtime) => {
    expect(JSON.parse(await run(runtime, "require.cjs"))).toEqual({ isSame: true, rql: "eq(a,%28b%29)", names: true });
  });

  test.each([here, ...runtimes.filter(({ name }) => name.startsWith("node"))])(
    "trust a lab's certificate for one client, generate a client and run a sandbox on $name",
    async (runtime) => {
      expect(JSON.parse(await run(runtime, "on-node.mjs"))).toEqual({
        customers: expect.any(Number),
        untrusted: "CONNECTION_FAILED",
        generated: expect.arrayContaining(["index.ts", "types.ts"]),
        sandbox: true,
      });
    },
  );
});

/** Runs a program in the project, and gives what it prints. */
async function run(runtime: Runtime, script: string): Promise<string> {
  const { folder } = installed;
  const program =
    runtime === here ? runtime.program : join(folder, "runtimes/node_modules", runtime.name, runtime.program);
  const { aps, appdirect } = sandbox;
  const certificate = join(folder, "lab.pem");
  const { stdout } = await promisify(execFile)(program, [...runtime.args, script], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      APS_BASE_URL: aps.baseUrl,
      APS_CONSUMER_KEY: aps.credentials.consumerKey,
      APS_CONSUMER_SECRET: aps.credentials.consumerSecret,
      APPDIRECT_BASE_URL: appdirect.baseUrl,
      APPDIRECT_CONSUMER_KEY: appdirect.credentials.consumerKey,
      APPDIRECT_CONSUMER_SECRET: appdirect.credentials.consumerSecret,
      NODE_EXTRA_CA_CERTS: script === "on-node.mjs" ? "" : certificate,
      DENO_CERT: certificate,
    },
  });
  return stdout;
}
