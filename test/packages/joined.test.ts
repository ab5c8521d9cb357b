import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { loadConfig } from "rolldown/config";
import { expect, test } from "vitest";
import { filesOf, project, root, writeFiles } from "../support/generated.js";

const paths = ["", "/aps", "/aps/operations", "/appdirect", "/appdirect/operations"].concat(
  ["node", "oauth1", "oauth1/rsa", "rql", "runtime"].map((name) => `/${name}`),
);
const entries = paths.map((path) => `apsdirect${path}`);
const { exports: targets } = JSON.parse(await readFile(join(root, "sdk/package.json"), "utf8"));

/** What a program writes that Node runs, in a project that has the SDK. */
async function ran(code: string, ...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const folder = await project();
  await writeFiles(folder, { "main.js": code });
  return spawnSync(process.execPath, [...args, "main.js"], { cwd: folder, encoding: "utf8" });
}

test("what Node loads was joined of the modules that are there", async () => {
  const config = await loadConfig(join(root, "sdk/rolldown.config.js"));
  if (Array.isArray(config) || typeof config === "function" || config instanceof Promise) throw new TypeError();
  const bundle = await rolldown({ ...config, logLevel: "silent" });
  const { output } = await bundle.generate(Array.isArray(config.output) ? config.output[0] : config.output);
  const made = output.map((file) => [file.fileName, file.type === "chunk" ? file.code : String(file.source)] as const);
  expect(await filesOf(join(root, "sdk/dist/joined")), "run `npm run build`").toEqual(new Map(made.sort()));
});

test("every entry has a joined file for Node, and its modules for everything else; RSA is one file", async () => {
  const { "./package.json": _, ...own } = targets;
  expect(Object.keys(own).map((path) => `apsdirect${path.slice(1)}`)).toEqual(entries);
  const { "./oauth1/rsa": single, ...others } = own;
  for (const target of Object.values(others))
    expect(Object.keys(Object(target))).toEqual(["@apsdirect/source", "types", "node", "default"]);
  expect(Object.keys(single)).toEqual(["@apsdirect/source", "types", "default"]);
});

test.each(entries)("Node loads a few files for %s", async (entry) => {
  const telling = "export const load = (url, context, next) => (process._rawDebug(url), next(url, context));";
  const { stderr } = await ran(`
    import { register } from "node:module";
    register("data:text/javascript,${encodeURIComponent(telling)}");
    await import("${entry}");
  `);
  const own = stderr.split("\n").filter((url) => url.includes("/sdk/dist/"));
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThanOrEqual(12);
});

test("what an entry exports is the same as in every other, imported or required", async () => {
  const { stdout } = await ran(`
    import { createRequire } from "node:module";
    const require = createRequire(import.meta.url);
    const entries = ${JSON.stringify(entries)};
    const all = [...(await Promise.all(entries.map((entry) => import(entry)))), ...entries.map((entry) => require(entry))];
    const known = new Map();
    const parted = [];
    for (const [name, value] of all.flatMap((exports) => Object.entries(exports))) {
      // Each client has an object of operations, and one of schemas.
      if (["operations", "schemas"].includes(name)) continue;
      if (known.has(name) && known.get(name) !== value) parted.push(name);
      known.set(name, value);
    }
    console.log(JSON.stringify({ names: known.size, parted }));
  `);
  const { names, parted } = JSON.parse(stdout);
  expect(parted).toEqual([]);
  expect(names).toBeGreaterThan(80);
});

test.each(entries)("Node finds in %s what everything else finds in its modules", async (entry) => {
  const modules = join(root, "sdk", targets[entry.replace("apsdirect", ".")].default);
  const { stdout } = await ran(`
    import { pathToFileURL } from "node:url";
    const [joined, apart] = [await import("${entry}"), await import(pathToFileURL(${JSON.stringify(modules)}))];
    const isGroup = (value) => value?.[Symbol.toStringTag] === "Module";
    const namesOf = (exports) => Object.entries(exports).flatMap(([name, value]) => {
      return [name, ...(isGroup(value) ? Object.keys(value).sort().map((member) => name + "." + member) : [])];
    });
    console.log(JSON.stringify([joined, apart].map(namesOf)));
  `);
  const [joined, apart] = JSON.parse(stdout);
  expect(joined).toEqual(apart);
});

test("an error of one entry is known by its class of another", async () => {
  const { stdout } = await ran(`
    import { ConnectionError } from "apsdirect";
    import { ApsClient } from "apsdirect/aps";
    const credentials = { consumerKey: "key", consumerSecret: "secret" };
    const sdk = new ApsClient({ baseUrl: "https://127.0.0.1:9", credentials, maxRetries: 0 });
    const error = await sdk.orders.get("7").catch((reason) => reason);
    console.log(error instanceof ConnectionError);
  `);
  expect(stdout).toBe("true\n");
});

test("a stack leads to the source that was written", async () => {
  const { stdout } = await ran(
    'import { ApsClient } from "apsdirect/aps"; try { new ApsClient({ addressing: "?" }); } catch ({ stack }) { console.log(stack); }',
    "--enable-source-maps",
  );
  expect(stdout).toMatch(/src[\\/]aps[\\/]aps-client\.ts:\d+/);
});
