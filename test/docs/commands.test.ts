import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startSandbox } from "@apsdirect/sandbox";
import { operations as appdirectOperations } from "apsdirect/appdirect";
import { operations as apsOperations } from "apsdirect/aps";
import { expect, onTestFinished, test } from "vitest";
import { project } from "../support/generated.js";
import { environmentOf } from "../support/sandbox-environment.js";
import { sourceEnvironment } from "../support/sources/index.js";

interface Ending {
  readonly line: string;
  readonly status: number;
  readonly stderr: string;
}

test("each method's command is taken as it is printed, and reaches the platform signed", async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const certificate = join(await project(), "lab.pem");
  await writeFile(certificate, sandbox.certificate);
  const child = spawn(process.execPath, [join(import.meta.dirname, "programs/run-printed-commands.mjs")], {
    env: {
      ...sourceEnvironment,
      NODE_EXTRA_CA_CERTS: certificate,
      ...environmentOf(sandbox),
    },
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(errors).toBe("");
  const endings: readonly Ending[] = JSON.parse(output);
  const operations = [...Object.values(apsOperations), ...Object.values(appdirectOperations)];
  expect(endings.map(({ line }) => line.split(" ")[3]).sort()).toEqual(operations.map(({ name }) => name).sort());
  for (const { line, status, stderr } of endings) {
    // The sandbox may not have what an example names; that is for it to say, and not for the command.
    expect([line, [0, 1].includes(status)]).toEqual([line, true]);
    expect(stderr).not.toMatch(/^(?:RequestValidationError|RqlError)/);
  }
  expect(sandbox.requests.length).toBeGreaterThanOrEqual(endings.length);
  expect(sandbox.requests.filter(({ signature }) => !signature.ok)).toEqual([]);
});
