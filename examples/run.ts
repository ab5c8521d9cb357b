/**
 * Runs a lesson: `npm run example -- place-order`. Without a name, it lists the lessons.
 *
 * If APS_BASE_URL or APPDIRECT_BASE_URL is set, the lesson calls that platform with the credentials from the environment.
 * Otherwise the runner starts a sandbox for the lesson and stops it afterwards.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "@apsdirect/sandbox";

const lessons = (await readdir(import.meta.dirname)).filter((file) => /^\d\d-.*\.[jt]s$/.test(file)).sort();
const [name, ...args] = process.argv.slice(2);
const lesson = lessons.find((file) => file.replace(/^\d\d-|\.[jt]s$/g, "") === name?.replace(/^\d\d-/, ""));
if (lesson === undefined) {
  console.log(`Usage: npm run example -- <name>\n\n  ${lessons.map((file) => file.slice(0, -3)).join("\n  ")}`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  process.exitCode = await runLesson(lesson);
}

async function runLesson(file: string): Promise<number> {
  const isOwnPlatform = process.env["APS_BASE_URL"] !== undefined || process.env["APPDIRECT_BASE_URL"] !== undefined;
  if (isOwnPlatform) return run(file, {});
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-example-"));
  const sandbox = await startSandbox();
  try {
    const certificate = join(folder, "sandbox.pem");
    await writeFile(certificate, sandbox.certificate);
    const { aps, appdirect } = sandbox;
    return await run(file, {
      APS_BASE_URL: aps.baseUrl,
      APS_CONSUMER_KEY: aps.credentials.consumerKey,
      APS_CONSUMER_SECRET: aps.credentials.consumerSecret,
      APPDIRECT_BASE_URL: appdirect.baseUrl,
      APPDIRECT_CONSUMER_KEY: appdirect.credentials.consumerKey,
      APPDIRECT_CONSUMER_SECRET: appdirect.credentials.consumerSecret,
      NODE_EXTRA_CA_CERTS: certificate, // only for this lesson's process
    });
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

async function run(file: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const [status] = await once(child, "exit");
  return typeof status === "number" ? status : 1;
}
