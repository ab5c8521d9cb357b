import { readFile } from "node:fs/promises";
import type { Socket } from "node:net";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient } from "apsdirect/appdirect";
import { ApsClient } from "apsdirect/aps";
import { OperationGroup } from "apsdirect/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { project, writeFiles } from "../../support/generated.js";
import { rawServer } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";
import { apsdirect, credentials, program, sh } from "./command.js";

const FABRIKAM = "ad2b10d4-5478-47f5-b949-3577570c4a25";
const PLAN = "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05";
const order = JSON.stringify({
  type: "SALES",
  accountId: FABRIKAM,
  products: [{ planId: PLAN, period: { unit: "MONTHS", duration: 1 } }],
});

let sandbox: Sandbox;
let env: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({ apsCredentials: credentials, appdirectCredentials: credentials });
});
afterAll(() => sandbox.close());

/** Runs `apsdirect call` in an environment that is set up for both platforms. */
async function call(args: readonly string[], stdin?: string) {
  const folder = await project({ linked: false });
  await writeFiles(folder, { "lab.pem": sandbox.certificate, "order.json": order });
  env = {
    PATH: process.env["PATH"] ?? "",
    NODE_EXTRA_CA_CERTS: join(folder, "lab.pem"),
    APS_BASE_URL: sandbox.aps.baseUrl,
    APS_CONSUMER_KEY: credentials.consumerKey,
    APS_CONSUMER_SECRET: credentials.consumerSecret,
    APPDIRECT_BASE_URL: sandbox.appdirect.baseUrl,
    APPDIRECT_CONSUMER_KEY: credentials.consumerKey,
    APPDIRECT_CONSUMER_SECRET: credentials.consumerSecret,
  };
  const inFolder = args.map((argument) => argument.replace("@order", `@${folder}/order`));
  return apsdirect(["call", ...inFolder], { env, ...(stdin !== undefined && { stdin }) });
}

const countPlacedOrders = (): number =>
  sandbox.requests.filter(({ target }) => target.endsWith("/order-manager/orders")).length;

describe("a call", () => {
  test("that lists resources takes RQL and a maximum number of items", async () => {
    const rql = "eq(type,CLIENT),like(companyName,Fab*),select(aps.id,companyName)";
    const { status, stdout, stderr } = await call(["accounts.list", rql, "--max", "1"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject([{ aps: { id: FABRIKAM } }]);
    expect(stdout).toContain("\n  {\n");
    expect(sandbox.requests.at(-1)?.target).toContain("like(companyName,Fab*)");
  });

  test("takes bodies and options as JSON, from a file, and from standard input", async () => {
    for (const [argument, stdin] of [[order], ["@order.json"], ["-", order]] as const) {
      const { stdout } = await call(["orders.estimate", argument, '{"includeTaxes":false}', "--json"], stdin);
      const { ok, data } = JSON.parse(stdout);
      expect(ok).toBe(true);
      expect(data.total.code).toBe("USD");
      expect(sandbox.requests.at(-1)?.target).toContain("includeTaxes=false");
    }
  });

  test("that changes something needs --yes, and is then sent once", async () => {
    const refused = await call(["orders.create", "@order.json"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("orders.create changes something on the platform: it sends POST /aps/2/services");
    expect(countPlacedOrders()).toBe(0);
    const { status, stdout } = await call(["orders.create", "@order.json", "--yes"]);
    expect(status).toBe(0);
    expect(countPlacedOrders()).toBe(1);
    const { orderId } = JSON.parse(stdout);
    const waited = await call(["orders.waitFor", orderId, '{"interval":100}', "--json"]);
    expect(JSON.parse(waited.stdout).data).toMatchObject({ provisioningStatus: "COMPLETED" });
  });

  test("to the other platform uses its base URL and key", async () => {
    const { stdout } = await call(["events.get", "dummyOrder", "--json"]);
    expect(JSON.parse(stdout).data).toMatchObject({ type: "SUBSCRIPTION_ORDER", flag: "STATELESS", id: "dummyOrder" });
  });

  test("that is refused with 500 shows the message of the platform, as text and as JSON", async () => {
    const message = "planId 3d2c8a51-77e0-4c1b-9f6e-2a4b8c0d1e3f does not exist";
    const server = await rawServer(json({ error: "APSError", message }, { status: 500 }));
    const args = ["orders.create", "@order.json", "--yes", "--base-url", server.origin];
    const { status, stderr } = await call(args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    const machine = JSON.parse((await call([...args, "--json"])).stdout);
    expect(machine).toMatchObject({
      ok: false,
      error: {
        code: "OUTCOME_UNKNOWN",
        message: expect.stringContaining(message),
        sent: { status: 500, target: "POST /aps/2/services/order-manager/orders" },
        cause: { code: "SERVER_ERROR", status: 500, body: { message } },
      },
    });
  });

  test("that the platform refuses prints the error", async () => {
    const human = await call(["orders.get", "4f9b7f6e-1111-4222-8333-944455556666"]);
    expect(human).toMatchObject({ status: 1, stdout: "" });
    expect(human.stderr).toMatch(/^NotFoundError: orders\.get: /);
    const machine = await call(["orders.get", "4f9b7f6e-1111-4222-8333-944455556666", "--json"]);
    expect(machine).toMatchObject({ status: 1, stderr: "" });
    expect(JSON.parse(machine.stdout)).toMatchObject({ ok: false, error: { name: "NotFoundError", status: 404 } });
  });

  test("prints each attempt with --verbose, and never the secret", async () => {
    const server = await rawServer(json({ message: "no" }, { status: 503 }), json([]));
    const { stderr, stdout } = await call(["accounts.list", "--base-url", server.origin, "--verbose"]);
    expect(stderr).toMatch(/503/);
    expect(stdout).toBe("[]\n");
    expect(stderr).not.toContain(credentials.consumerSecret);
    expect(stderr).not.toContain(
      server.requests[0]?.headers.get("authorization")?.match(/oauth_signature="([^"]*)"/)?.[1],
    );
  });
});

describe("resources.call, which calls custom operations,", () => {
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x0d, 0x0a, 0x00]);
  const backup = (socket: Socket): void => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/zip\r\ncontent-length: ${zip.length}\r\n\r\n`);
    socket.write(zip);
  };
  const args = ["resources.call", FABRIKAM, '{"path":"/backup"}'];

  test("needs --yes even for a GET, and its help says so", async () => {
    const server = await rawServer(backup);
    const { status, stderr } = await call([...args, "--base-url", server.origin]);
    expect([status, server.requests.length]).toEqual([2, 0]);
    expect(stderr).toContain("Add --yes");
    const { stdout } = await call(["--help"]);
    expect(stdout).toMatch(/resources\.call calls the custom operations .* needs --yes for every verb/s);
  });

  test("sends a GET once", async () => {
    const server = await rawServer(json({}, { status: 503 }));
    const { status, stderr } = await call([...args, "--yes", "--base-url", server.origin]);
    expect([status, server.requests.length]).toEqual([1, 1]);
    expect(stderr).toContain("OutcomeUnknownError");
  });

  test("writes bytes unchanged, and as Base64 in JSON", async () => {
    const server = await rawServer(backup);
    const folder = await project({ linked: false });
    const line = [program, "call", ...args, "--yes", "--base-url", server.origin].map((word) => `'${word}'`).join(" ");
    const key = `--consumer-key k`;
    expect(await sh(`'${process.execPath}' ${line} ${key} > '${folder}/backup.zip'`)).toMatchObject({ status: 0 });
    expect(await readFile(join(folder, "backup.zip"))).toEqual(zip);
    const { stdout } = await call([...args, "--yes", "--json", "--base-url", server.origin]);
    const data = { type: "application/zip", size: zip.length, base64: zip.toString("base64") };
    expect(JSON.parse(stdout)).toEqual({ ok: true, data });
  });
});

describe("a wrong use is explained, and nothing is called:", () => {
  test.each([
    { args: [], says: "Expected a method" },
    { args: ["order.create"], says: 'Unknown method "order.create". Did you mean orders.create?' },
    { args: ["orders.get"], says: "orders.get also needs <orderId>." },
    { args: ["orders.estimate", "{type"], says: "{body} must be JSON, such as" },
    { args: ["orders.estimate", "@/nowhere.json"], says: "Cannot read /nowhere.json." },
    {
      args: ["orders.get", "a", "{}", "b"],
      says: "orders.get takes <orderId> [{options}], but 3 arguments were given.",
    },
    { args: ["accounts.list", "--max", "0"], says: "--max must be a whole number above 0" },
    { args: ["accounts.list", "--secret", "x"], says: "Do not pass a secret as an argument" },
    { args: ["accounts.list", "--base-url", "http://platform.example"], says: "baseUrl must be https" },
    { args: ["constructor.call"], says: "Unknown method" },
  ])("$args", async ({ args, says }) => {
    const { status, stderr, stdout } = await call(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(says);
  });

  test("invalid RQL is refused before anything is sent", async () => {
    const before = sandbox.requests.length;
    const { status, stderr } = await call(["accounts.list", "eq(type,CLIENT"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^RqlError: /);
    expect(sandbox.requests).toHaveLength(before);
  });
});

describe("the list of methods", () => {
  test("contains every method of both clients, and no other", async () => {
    const { stdout } = await call(["--list", "--json"]);
    const listed: { name: string }[] = JSON.parse(stdout);
    const options = { baseUrl: "https://platform.example", credentials };
    const clients = [new ApsClient(options), new AppDirectClient(options)];
    expect(listed.map(({ name }) => name)).toEqual(clients.flatMap(listMethods).sort());
  });

  test("shows the parameters of each method", async () => {
    const { stdout } = await call(["--list"]);
    expect(stdout).toContain("orders.get <orderId> [{options}]\n");
    expect(stdout).toContain("orders.estimate <{body}> [{options}]\n");
    expect(stdout).toContain("accounts.list [rql] [{options}]\n");
  });
});

/** Lists the methods of all groups of a client. */
function listMethods(client: object): readonly string[] {
  return Object.entries(client).flatMap(([group, owner]) => {
    if (!(owner instanceof OperationGroup)) return [];
    const names = new Set<string>();
    for (
      let type: object = Object.getPrototypeOf(owner);
      type !== OperationGroup.prototype;
      type = Object.getPrototypeOf(type)
    ) {
      for (const name of Object.getOwnPropertyNames(type)) if (name !== "constructor") names.add(`${group}.${name}`);
    }
    return [...names];
  });
}

describe("completion", () => {
  test("completes commands and methods in bash", async () => {
    const { stdout } = await apsdirect(["completion", "bash"]);
    const complete = (words: string, at: number) =>
      sh(
        `bash -c '${stdout.replaceAll("'", "'\\''")}
          apsdirect() { "${process.execPath}" "${join(import.meta.dirname, "../../../sdk/bin/apsdirect.js")}" "$@"; }
          COMP_WORDS=(${words}); COMP_CWORD=${at}; _apsdirect; printf "%s\\n" "\${COMPREPLY[@]}"'`,
      );
    expect((await complete("apsdirect ex", 1)).stdout).toBe("explain\n");
    expect((await complete("apsdirect call orders.est", 2)).stdout).toBe("orders.estimate\norders.estimateCosts\n");
  });

  test.each(["bash", "zsh", "fish"])("has a script for %s, with every command", async (shell) => {
    const help = (await apsdirect(["--help"])).stdout;
    const names = [...help.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name = ""]) => name);
    expect(names).toContain("call");
    const { stdout } = await apsdirect(["completion", shell]);
    expect(stdout).toContain("call --list");
    expect(stdout).toContain(names.join(" "));
  });

  test("refuses other shells", async () => {
    expect(await apsdirect(["completion", "tcsh"])).toMatchObject({ status: 2, stdout: "" });
  });
});
