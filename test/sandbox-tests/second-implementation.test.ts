import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeWith } from "../support/needed.js";
import { apsSample } from "./sample.js";

/** Of several, the one that has the packages: on Debian those of its own packages. */
const python = ["python3", "/usr/bin/python3"].find(
  (command) => spawnSync(command, ["-c", "import oauthlib, requests_oauthlib"]).status === 0,
);

/** Names of the seed, with every character that a query can get wrong. */
const names = [
  "Fab (A) Industries",
  "Adatum, Ltd.",
  "O'Hara Marine",
  "Baker & Sons",
  "Zürcher Käserei",
  "100% Pure",
  "Star*Light Events",
  "Litware = 1+1; more",
];

interface Outcome {
  readonly status: number;
  /** Path and query that the client meant to send. */
  readonly target: string;
  readonly body: string;
}

describeWith(
  { name: "python3-requests-oauthlib", isThere: python !== undefined },
  "with oauthlib for OAuth, and requests for HTTP",
  () => {
    let sandbox: Sandbox;
    let outcomes: Readonly<Record<string, Outcome>>;
    let found: Readonly<Record<string, Outcome>>;
    beforeAll(async () => {
      sandbox = await startSandbox();
      ({ outcomes, found } = await runProgram(sandbox));
    });
    afterAll(() => sandbox.close());

    test.each([
      { call: "all resources", status: 200, want: '"aps":' },
      { call: "accounts", status: 200, want: "Northwind Traders" },
      { call: "sorted accounts", status: 206, want: "Zürcher Käserei" },
      { call: "order", status: 200, want: '"orderId":' },
      { call: "placed order", status: 200, want: '"orderNumber":"SO000001"' },
      { call: "estimate", status: 200, want: '"value":"84.00"' },
      { call: "event", status: 200, want: "<type>SUBSCRIPTION_ORDER</type>" },
      { call: "event, signed in the query", status: 200, want: "<type>SUBSCRIPTION_ORDER</type>" },
      { call: "result", status: 200, want: '"success":true' },
    ])("$call: the signature is right, and the answer what was asked for", ({ call, status, want }) => {
      expect(outcomes[call]).toMatchObject({ status, body: expect.stringContaining(want) });
    });

    test.each(names)("a filter by the name %s finds its account, and no other", (name) => {
      const accounts: unknown = JSON.parse(found[name]?.body ?? "null");
      expect(accounts).toEqual([expect.objectContaining({ companyName: name })]);
    });

    test("a wrong secret is refused", () => {
      expect(outcomes["wrong secret"]).toMatchObject({
        status: 401,
        body: expect.stringContaining("signature_invalid"),
      });
    });

    test("what requests makes of a filter that is handed over as parameters is no RQL any more", () => {
      expect(outcomes["filter as parameters"]).toMatchObject({ status: 400, body: expect.stringContaining("RQL: ") });
    });

    test("parentheses of a URL went over the wire raw, those of parameters escaped", () => {
      const targets = sandbox.requests.map(({ target }) => target);
      const type = "http://parallels.com/aps/types/pa/account/1.2";
      expect(targets).toContain(`/aps/2/resources?implementing(${type})`);
      expect(targets).toContain(`/aps/2/resources?implementing%28${encodeURIComponent(type)}%29=`);
      expect(targets).toContain("/aps/2/resources?eq(companyName,Fab%20%28A%29%20Industries)");
    });
  },
);

async function runProgram(sandbox: Sandbox) {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-python-"));
  try {
    const certificate = join(folder, "certificate.pem");
    await writeFile(certificate, sandbox.certificate);
    const program = join(import.meta.dirname, "second-implementation.py");
    const child = spawn(python ?? "python3", [program], {
      env: {
        CERTIFICATE: certificate,
        APS_BASE_URL: sandbox.aps.baseUrl,
        APS_CONSUMER_KEY: sandbox.aps.credentials.consumerKey,
        APS_CONSUMER_SECRET: sandbox.aps.credentials.consumerSecret,
        APPDIRECT_BASE_URL: sandbox.appdirect.baseUrl,
        APPDIRECT_CONSUMER_KEY: sandbox.appdirect.credentials.consumerKey,
        APPDIRECT_CONSUMER_SECRET: sandbox.appdirect.credentials.consumerSecret,
      },
      stdio: ["pipe", "pipe", "inherit"],
    });
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += String(chunk);
    });
    child.stdin.end(JSON.stringify({ order: apsSample("placeOrder-sales").request.body, names }));
    await once(child, "close");
    const said: { outcomes: Record<string, Outcome>; found: Record<string, Outcome> } = JSON.parse(printed);
    return said;
  } finally {
    await rm(folder, { recursive: true });
  }
}
