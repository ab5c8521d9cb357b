import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createMemoryNonceStore, verifyRequest } from "apsdirect/oauth1";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { credentials, secretFor } from "../support/credentials.js";
import { root, runNode, strictFlags, writeFiles } from "../support/generated.js";
import { npm } from "../support/npm.js";
import { install } from "./install.js";

/*
 * A developer has an application on the APS bus with operations of its own, describes them, and uses them beside the
 * SDK's client: with nothing but the packages, and with the newest TypeScript.
 */

const document = `
openapi: 3.1.0
info: { title: Backup, version: "1.0" }
tags: [{ name: Backups, description: Backups of a tenant. }]
paths:
  /aps/2/resources/{tenantId}/backups:
    get:
      operationId: listBackups
      x-sdk-name: backups.list
      tags: [Backups]
      summary: Lists the backups of a tenant.
      x-safety: safe
      parameters:
        - { name: tenantId, in: path, required: true, schema: { type: string } }
        - { name: offset, in: query, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        200:
          description: Backups, the latest first.
          content:
            application/json:
              schema:
                type: object
                required: [backups, total]
                properties:
                  backups: { type: array, items: { $ref: "#/components/schemas/Backup" } }
                  total: { type: integer }
    post:
      operationId: startBackup
      x-sdk-name: backups.start
      tags: [Backups]
      summary: Starts a backup.
      x-body-name: backup
      parameters: [{ name: tenantId, in: path, required: true, schema: { type: string } }]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Backup" } } }
      responses:
        201:
          description: The backup that was started.
          content: { application/json: { schema: { $ref: "#/components/schemas/Backup" } } }
components:
  schemas:
    Backup: { type: object, required: [name], properties: { name: { type: string }, size: { type: integer } } }
  securitySchemes:
    oauth1: { type: http, scheme: OAuth, x-oauth1: { signatureMethod: HMAC-SHA1 } }
`;

const program = `
import { ApsClient } from "apsdirect";
import { type ClientOptions, oauth2ClientCredentialsSigner } from "apsdirect/runtime";
import { type Backup, BackupApi } from "./backup/index.js";

export interface Report {
  readonly calls: readonly string[];
  readonly backups: readonly string[];
}

/** Uses both clients at once; the second is made of the first, or with the same options. */
export async function useBoth(options: ClientOptions, isShared: boolean): Promise<Report> {
  const calls: string[] = [];
  const hooks = { request: ({ operation }: { operation: string }) => void calls.push(operation) };
  const sdk = new ApsClient({ ...options, hooks, maxConcurrency: 1 });
  const app = new BackupApi(isShared ? sdk : { ...options, maxConcurrency: 1 });
  const backup: Backup = { name: "b-1" };
  const [, , backups] = await Promise.all([
    sdk.accounts.get("a-1"),
    app.backups.start("t-1", backup),
    app.backups.list("t-1", { limit: 2 }).all({ max: 10 }),
    sdk.accounts.get("a-2"),
  ]);
  return { calls: calls.sort(), backups: backups.map(({ name }) => name) };
}

/** What a signer has learnt, in this case a token, is known to both. */
export function useBothWithTokens(options: ClientOptions, tokenUrl: string): Promise<Report> {
  const signer = oauth2ClientCredentialsSigner({ tokenUrl, clientId: "id", clientSecret: "secret" });
  return useBoth({ ...options, signer, credentials: undefined }, true);
}
`;

const main = `
import { useBoth, useBothWithTokens } from "./dist/program.js";

const [way, baseUrl, credentials] = process.argv.slice(2);
const options = { baseUrl, credentials: JSON.parse(credentials) };
const report =
  way === "tokens"
    ? await useBothWithTokens(options, baseUrl + "/token")
    : await useBoth(options, way === "shared");
console.log(JSON.stringify(report));
`;

const tsconfig = {
  compilerOptions: {
    ...strictFlags,
    target: "ES2022",
    module: "NodeNext",
    lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    types: [],
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};

let folder: string;
let said: string;

/** What the user's own compiler says; empty for nothing. */
const compile = () => runNode(join(folder, "node_modules/typescript/bin/tsc"), ["-p", folder]).output;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "apsdirect-user-"));
  const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const typescript = String(devDependencies["typescript-7"]).replace("npm:", "");
  await writeFiles(folder, {
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify(tsconfig),
    "backup.yaml": document,
    "src/program.ts": program,
    "main.mjs": main,
  });
  install(folder, ["sdk", "codegen"], [typescript]);
  npm(["exec", "--offline", "--", "apsdirect-codegen", "generate", "backup.yaml", "--out", "src/backup"], folder);
  said = compile();
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("the generator keeps its own TypeScript beside the user's, and TypeScript 7 accepts the program", async () => {
  const { version } = JSON.parse(await readFile(join(folder, "node_modules/typescript/package.json"), "utf8"));
  expect(version).toMatch(/^7\./);
  expect(said).toBe("");
});

test("both clients sign with one key, share one queue, and tell one set of hooks", async () => {
  const platform = await signedPlatform();
  expect(await run("shared", platform.origin)).toEqual({
    calls: ["accounts.get", "accounts.get", "backups.list", "backups.list", "backups.start"],
    backups: ["b-1", "b-2", "b-3"],
  });
  expect(platform.keys).toEqual(Array(5).fill(credentials.consumerKey));
  expect(platform.mostAtOnce()).toBe(1);
});

test("a client with options of its own shares nothing", async () => {
  const platform = await signedPlatform();
  expect((await run("apart", platform.origin)).calls).toEqual(["accounts.get", "accounts.get"]);
  expect(platform.mostAtOnce()).toBe(2);
});

test("what the signer of one has learnt is known to the other: both calls carry one token", async () => {
  const platform = await signedPlatform();
  await run("tokens", platform.origin);
  expect(platform.tokens()).toBe(1);
  expect(platform.keys).toEqual(Array(5).fill("Bearer token-1"));
});

test("code for another version of the run-time does not compile, and does not start", async () => {
  const client = join(folder, "src/backup/client.ts");
  const generated = await readFile(client, "utf8");
  onTestFinished(async () => {
    await writeFile(client, generated);
    compile();
  });
  await writeFile(client, generated.replace(/contract: \d+/, "contract: 0"));
  expect(compile()).toMatch(/src[/\\]backup[/\\]client\.ts.*: error TS2322: Type '0' is not assignable to type '\d+'/);
  const { origin } = await signedPlatform();
  await expect(run("shared", origin)).rejects.toThrow(
    /TypeError: BackupApi was generated for version 0 of the run-time, and this is \d+: generate it again/,
  );
});

/** Runs the compiled program by itself; the platform is here. */
async function run(way: string, baseUrl: string): Promise<{ calls: string[]; backups: string[] }> {
  const args = [join(folder, "main.mjs"), way, baseUrl, JSON.stringify(credentials)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  return JSON.parse(stdout);
}

/** A platform that verifies each signature, and takes its time, so that calls at once overlap. */
async function signedPlatform() {
  const nonceStore = createMemoryNonceStore();
  const keys: string[] = [];
  let [open, most, tokens] = [0, 0, 0];
  const server = createServer(async (request, response) => {
    const isToken = request.url === "/token";
    if (!isToken) most = Math.max(most, ++open);
    if (!isToken) keys.push(await keyOf(request));
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (!isToken) open -= 1;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(isToken ? { access_token: `token-${++tokens}` } : answerTo(request)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keyOf = async ({ method = "", url = "", headers }: IncomingMessage): Promise<string> => {
    if (headers.authorization?.startsWith("Bearer ")) return headers.authorization;
    const verified = verifyRequest({ method, url, headers }, { secretFor, nonceStore, publicUrl: origin });
    return (await verified.catch(() => undefined))?.consumerKey ?? "refused";
  };
  return { origin, keys, mostAtOnce: () => most, tokens: () => tokens };
}

function answerTo({ method, url = "" }: IncomingMessage): unknown {
  const { pathname, searchParams } = new URL(url, "http://platform.test");
  if (pathname.startsWith("/aps/2/resources/a-")) return { aps: { id: "a", type: "account" } };
  if (method === "POST") return { name: "b-1" };
  const all = ["b-1", "b-2", "b-3"].map((name) => ({ name }));
  const offset = Number(searchParams.get("offset") ?? 0);
  return { total: all.length, backups: all.slice(offset, offset + Number(searchParams.get("limit"))) };
}
