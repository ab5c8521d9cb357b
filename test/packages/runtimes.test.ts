import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { satisfies } from "semver";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { identity } from "../sdk/reliability/certificates.js";
import { expectEvidence, type OrdersPlaced, type Sender } from "../support/connection-evidence.js";
import { isLongRun } from "../support/counts.js";
import { startFailingServers } from "../support/failing-servers.js";
import { writeFiles } from "../support/generated.js";
import { describeWith } from "../support/needed.js";
import { npm } from "../support/npm.js";
import { environmentOf } from "../support/sandbox-environment.js";
import { installedPackages } from "./install.js";
import { bun, deno, hasRuntimes, nodes, type Runtime } from "./matrix.js";

/*
 * The packages as npm would publish them, installed in an empty project, on every run-time that they are meant for. The
 * platform that they talk to runs here.
 */

const here: Runtime = { name: "this Node", source: "", program: process.execPath, args: [] };
const fetched = isLongRun ? [...nodes, bun, deno] : [];

let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "apsdirect-runtimes-"));
  sandbox = await startSandbox();
  await writeFiles(folder, { "lab.pem": sandbox.certificate, "package.json": "{}" });
  const sources = fetched.map(({ name, source }) => `${name}@${source}`);
  if (sources.length > 0) npm(["install", "--no-audit", "--no-fund", "--prefer-offline", ...sources], folder);
});

afterAll(async () => {
  await sandbox?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runtimes with the ways to send that each of them has. */
function sendersOf(runtimes: readonly Runtime[]): readonly { runtime: Runtime; sender: Sender }[] {
  return runtimes.flatMap((runtime) => sendersOn(runtime).map((sender) => ({ runtime, sender })));
}

function sendersOn(runtime: Runtime): readonly Sender[] {
  if (runtime === bun) return ["fetch of Bun"];
  return runtime === deno ? ["fetch of Deno"] : ["fetch of Node", "nodeFetch"];
}

/** What the packages bring or let their user bring: the versions that they ask for, and the newest. */
const kinds = [
  { kind: "as they ask for it", others: ["saxes@6", "undici@7"], runtimes: [here, ...fetched] },
  {
    kind: "with ky 2 and undici 8, which need Node 22.19",
    others: ["saxes@6", "undici@8"],
    overrides: { ky: "^2" },
    runtimes: fetched.filter(({ name }) => satisfies(name.replace("node-", ""), ">=22.19")),
  },
].filter(({ runtimes }) => runtimes.length > 0);

describeWith({ name: "Linux", isThere: hasRuntimes || !isLongRun }, "the packages, packed and installed", () => {
  describe.each(kinds)("$kind", ({ runtimes, ...wanted }) => {
    const installed = installedPackages(wanted);
    beforeAll(() => cp(join(import.meta.dirname, "programs"), installed.folder, { recursive: true }));
    const run = (runtime: Runtime, script: string): Promise<unknown> => printed(installed.folder, runtime, script);

    // On this Node, the tests of the SDK itself do the same.
    test.each(sendersOf(runtimes.filter((runtime) => runtime !== here)))(
      "F7: tell an order that never left from one that did: $sender on $runtime.name",
      async (row) => {
        const { runtime, sender } = row;
        const trusted = await identity();
        const servers = await startFailingServers(trusted, await identity());
        onTestFinished(() => servers.close());
        const args = [JSON.stringify(servers.all), ...(sender === "nodeFetch" ? [sender] : [])];
        const found = await printed(installed.folder, runtime, "place-orders.mjs", args, trusted.cert);
        expectEvidence(found as OrdersPlaced, sender, servers);
      },
    );

    test.each(runtimes)("do an everyday's work on $name", async (runtime) => {
      expect(await run(runtime, "everyday.mjs")).toEqual({
        customer: expect.stringMatching(/^Fab \(A\)/),
        total: "USD",
        status: "COMPLETED",
        missing: "NOT_FOUND",
        event: ["SUBSCRIPTION_ORDER", "MOON"],
        refused: 401,
        verified: ["key", "key"],
        explained: true,
        signedUrl: true,
      });
    });

    test.each(runtimes)("can be required on $name, and are the same classes", async (runtime) => {
      expect(await run(runtime, "require.cjs")).toEqual({ isSame: true, rql: "eq(a,%28b%29)", names: true });
    });

    test.each(runtimes)(
      "F15: nodeFetch reads gzip, or refuses to be made where it cannot work: $name",
      async (runtime) => {
        const advice = expect.stringMatching(/^nodeFetch\(\) does not work here: .*Leave the fetch option out/);
        const want = runtime === bun ? { refused: advice, without: "a-1" } : { read: "a-1", without: "a-1" };
        expect(await run(runtime, "node-fetch.mjs")).toEqual(want);
      },
    );

    test.each(runtimes.filter((runtime) => runtime !== bun && runtime !== deno))(
      "trust a lab's certificate for one client, generate a client and run a sandbox on $name",
      async (runtime) => {
        expect(await run(runtime, "on-node.mjs")).toEqual({
          customers: 3,
          untrusted: "CONNECTION_FAILED",
          generated: expect.arrayContaining(["index.ts", "types.ts"]),
          sandbox: true,
        });
      },
    );
  });
});

/**
 * Runs a program of a project on a runtime, and reads the JSON that it prints.
 *
 * @param args Arguments of the program.
 * @param trusted Certificate that the runtime trusts, PEM.
 */
async function printed(
  project: string,
  runtime: Runtime,
  script: string,
  args: readonly string[] = [],
  trusted = sandbox.certificate,
): Promise<unknown> {
  const program = runtime === here ? runtime.program : join(folder, "node_modules", runtime.name, runtime.program);
  const certificate = join(project, "lab.pem");
  await writeFile(certificate, trusted);
  const { stdout } = await promisify(execFile)(program, [...runtime.args, script, ...args], {
    cwd: project,
    env: {
      PATH: process.env["PATH"],
      HOME: project,
      ...environmentOf(sandbox),
      ...(script === "on-node.mjs" ? {} : { NODE_EXTRA_CA_CERTS: certificate, DENO_CERT: certificate }),
    },
  });
  return JSON.parse(stdout);
}
