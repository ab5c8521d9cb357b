import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";
import { expect, inject, onTestFinished, test } from "vitest";

test("packed and installed in a fresh project, the command runs", async () => {
  const folder = inject("installation");
  const installed = join(folder, "node_modules/@apsdirect/sandbox");
  const program = join(installed, "bin/apsdirect-sandbox.js");
  const command = spawn(process.execPath, [program, "--json", "--seed", join(installed, "seed.example.json")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void command.kill());
  const [printed] = await once(command.stdout, "data");
  const { aps, certificate } = JSON.parse(String(printed));
  const { baseUrl, ...credentials } = aps;
  const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: await readFile(certificate, "utf8") }) });
  expect(await sdk.orders.list().all({ max: 10 })).toHaveLength(1);
  // Of the document, which is another package: an example.
  expect(await sdk.paymentMethods.list()).not.toEqual([]);
}, 300_000);
