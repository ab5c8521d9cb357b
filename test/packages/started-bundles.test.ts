import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdir, symlink } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { verifyRequest } from "apsdirect/oauth1";
import { describe, expect, onTestFinished, test } from "vitest";
import { bundlers } from "../support/bundlers.js";
import { project, root, writeFiles } from "../support/generated.js";

const run = promisify(execFile);
const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

const hmac = `
  import { ApsClient } from "apsdirect";
  const credentials = { consumerKey: "key", consumerSecret: "s3cret" };
  async function main(baseUrl) {
    const sdk = new ApsClient({ baseUrl, credentials });
    console.log((await sdk.resources.get("7")).name);
  }
  main(process.argv[2]);`;

const rsa = `
  import { ApsClient, oauth1Signer } from "apsdirect";
  import { rsaSha1 } from "apsdirect/oauth1/rsa";
  const credentials = { consumerKey: "key", consumerSecret: "" };
  const privateKey = ${JSON.stringify(privateKey)};
  async function main(baseUrl) {
    const signer = oauth1Signer(credentials, { signatureMethod: rsaSha1(), privateKey });
    const sdk = new ApsClient({ baseUrl, signer });
    console.log((await sdk.resources.get("7")).name);
  }
  main(process.argv[2]).catch(({ message }) => console.log(message));`;

const verified = "verified RSA-SHA1";
const advice =
  "rsaSha1() cannot load oauth-sign: in a bundle, mark oauth-sign as external and install it next to the bundle.";

describe.each<{ readonly name: keyof typeof bundlers; readonly format: "mjs" | "cjs"; readonly alone: string }>([
  { name: "esbuild", format: "mjs", alone: advice },
  { name: "esbuild", format: "cjs", alone: verified },
  { name: "rollup", format: "mjs", alone: advice },
  { name: "rollup", format: "cjs", alone: advice },
  { name: "rolldown", format: "mjs", alone: verified },
  { name: "rolldown", format: "cjs", alone: verified },
  { name: "webpack", format: "mjs", alone: verified },
  { name: "webpack", format: "cjs", alone: verified },
])("a bundle made by $name, .$format", ({ name, format, alone }) => {
  const bundle: Bundler = (input, output, external) =>
    bundlers[name]({ input, output: `${output}.${format}`, external });

  test("starts where nothing is installed, and signs with HMAC", async () => {
    expect(await runBundle({ bundle, format, code: hmac })).toBe("verified HMAC-SHA1");
  });

  test(`that signs with RSA starts where nothing is installed, and says: ${alone}`, async () => {
    expect(await runBundle({ bundle, format, code: rsa })).toBe(alone);
  });

  // A bundle that contains oauth-sign has signed in the case above.
  if (alone === verified) return;

  test("signs with RSA where oauth-sign is external and installed", async () => {
    expect(await runBundle({ bundle, format, code: rsa, external: ["oauth-sign"] })).toBe(verified);
  });
});

type Bundler = (input: string, output: string, external: readonly string[]) => Promise<void>;

/** Bundles a program, runs the bundle in another folder, and returns the line that it prints. */
async function runBundle(given: {
  readonly bundle: Bundler;
  readonly format: string;
  readonly code: string;
  readonly external?: readonly string[];
}): Promise<string> {
  const { bundle, format, code, external = [] } = given;
  const [source, elsewhere] = [await project(), await project({ linked: false })];
  await writeFiles(source, { "main.js": code });
  const output = join(elsewhere, "main");
  await bundle(join(source, "main.js"), output, external);
  for (const name of external) {
    await mkdir(join(elsewhere, "node_modules"), { recursive: true });
    await symlink(join(root, "node_modules", name), join(elsewhere, "node_modules", name), "junction");
  }
  const { stdout } = await run(process.execPath, [`${output}.${format}`, await verifyingServer()], { cwd: elsewhere });
  return stdout.trim();
}

/** Starts a platform that verifies each request, and answers with the signature method. */
async function verifyingServer(): Promise<string> {
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    let used = "";
    const secretFor = (_key: string, signatureMethod: string) => {
      used = signatureMethod;
      return used === "RSA-SHA1" ? publicKey : "s3cret";
    };
    const signatureMethods = ["HMAC-SHA1", "RSA-SHA1"] as const;
    const verified = verifyRequest({ method, url, headers }, { secretFor, signatureMethods, publicUrl: address });
    response.setHeader("content-type", "application/json");
    verified.then(
      () => response.end(JSON.stringify({ aps: { id: "7", type: "http://a.test/t/1.0" }, name: `verified ${used}` })),
      (error: Error) => response.writeHead(401).end(JSON.stringify({ error: error.message })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return address;
}
