/** What the packages do on Node alone. Prints what came of it as JSON. */
import { readdir, readFile } from "node:fs/promises";
import { generate } from "@apsdirect/codegen";
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const trusting = new ApsClient({ fetch: nodeFetch({ ca: await readFile("lab.pem", "utf8") }) });
const customers = await trusting.accounts.list((a) => a.eq("type", "CLIENT")).all({ max: 3 });
const untrusted = await new ApsClient({ maxRetries: 0 }).accounts
  .list()
  .all({ max: 1 })
  .catch(({ code }) => code);

const out = `client-${process.version}`;
await generate({ document: "node_modules/@apsdirect/spec/aps.yaml", out });

const sandbox = await startSandbox();
const { baseUrl, credentials } = sandbox.aps;
const fetch = nodeFetch({ ca: sandbox.certificate });
const own = await new ApsClient({ baseUrl, credentials, fetch }).servicePlans.list().all({ max: 1 });
await sandbox.close();

console.log(
  JSON.stringify({ customers: customers.length, untrusted, generated: await readdir(out), sandbox: own.length === 1 }),
);
