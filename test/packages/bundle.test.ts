import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { project, writeFiles } from "../support/generated.js";

/** For Node what was joined is bundled, for everything else the modules. */
type Platform = "node" | "browser";

/** The code of a bundle of one module; by wish, without the files that it loads later. */
async function bundled(
  code: string,
  { platform = "node" as Platform, minify = false, isStartOnly = false } = {},
): Promise<string> {
  const folder = await project();
  await writeFiles(folder, { "main.js": code });
  const input = join(folder, "main.js");
  const bundle = await rolldown({ input, platform, external: /^(?:node:|crypto$|saxes$)/, logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm", minify });
  const chunks = output.flatMap((file) => (file.type === "chunk" ? file : []));
  const started = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const starting = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => [name, ...starting(started.get(name)?.imports ?? [])]);
  const names = new Set(starting(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName)));
  return chunks.map(({ fileName, code }) => (!isStartOnly || names.has(fileName) ? code : "")).join("");
}

test.each(["apsdirect/oauth1", "apsdirect"])("what does not explain signatures does not carry it: %s", async (path) => {
  const explains = "scheme_differs";
  expect(await bundled(`export { explainSignature } from "${path}";`)).toContain(explains);
  const signs = await bundled(`export { oauth1Signer, verifyRequest } from "${path}";`);
  expect(signs).toContain("oauth_signature_method");
  expect(signs).not.toContain(explains);
});

const createOrder = `
  import { createOrder } from "apsdirect/aps/operations";
  import { ClientCore } from "apsdirect/runtime";
  export const placed = new ClientCore({}).call(createOrder, { body: {} });`;

test.each<Platform>(["node", "browser"])(
  "a client that lists nothing carries neither RQL nor pages: %s",
  async (platform) => {
    const marks = ["implementing", "content-range"];
    const lists = await bundled('export { ApsClient } from "apsdirect/aps";', { platform });
    for (const mark of marks) expect(lists).toContain(mark);
    const fetches = await bundled('export { AppDirectClient } from "apsdirect/appdirect";', { platform });
    for (const mark of marks) expect(fetches).not.toContain(mark);
  },
);

// ky and zod are 12.6 kB of each; what keeps secrets out of errors, in any spelling, is 1.5 kB.
test.each<{ platform: Platform; what: string; kB: number; code: string }>([
  {
    platform: "browser",
    what: "orders.create of a client",
    kB: 53,
    code: 'import { ApsClient } from "apsdirect/aps"; export const placed = new ApsClient().orders.create({});',
  },
  {
    platform: "node",
    what: "orders.create of a client",
    kB: 52,
    code: 'import { ApsClient } from "apsdirect/aps"; export const placed = new ApsClient().orders.create({});',
  },
  { platform: "browser", what: "the same operation without a client", kB: 35, code: createOrder },
  {
    platform: "browser",
    what: "events.get of a client",
    kB: 42,
    code: 'import { AppDirectClient } from "apsdirect/appdirect"; export const event = new AppDirectClient({}).events.get("");',
  },
])("$what weighs less than $kB kB in a bundle: $platform", async ({ platform, kB, code }) => {
  const start = await bundled(code, { platform, minify: true, isStartOnly: true });
  const size = gzipSync(start, { level: 9 }).length;
  expect(size).toBeLessThan(kB * 1000);
  expect(size).toBeGreaterThan(12_000);
});

test("what settles orders is loaded when an outcome has to be settled, and not before", async () => {
  const code = 'import { ApsClient } from "apsdirect/aps"; export const settle = new ApsClient().orders.settle;';
  const mark = "may be the one";
  expect(await bundled(code)).toContain(mark);
  expect(await bundled(code, { isStartOnly: true })).not.toContain(mark);
});

test("what reads XML stays outside of a bundle that leaves it out, and is asked for only when XML comes", async () => {
  const code = await bundled('export { parseEvent } from "apsdirect/appdirect";');
  expect(code).toMatch(/await import\("saxes"\)/);
  expect(code).not.toMatch(/from "saxes"|class SaxesParser/);
});
