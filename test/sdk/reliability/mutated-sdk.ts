import { cp, mkdtemp, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../support/generated.js";
import { sourceCondition } from "../../support/sources/index.js";

/** A fault that is built into a copy of the SDK. */
export interface Mutation {
  readonly name: string;
  /** Code of a module that takes the place of another one, which it may import from the path that it is given. */
  readonly modules: { readonly [path: string]: (original: string) => string };
}

/** Copies the sources of the SDK and changes them by a mutation. Returns the folder. */
export async function mutatedSdk({ modules }: Mutation): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-mutation-"));
  await cp(join(root, "sdk/src"), join(folder, "src"), { recursive: true });
  await cp(join(root, "sdk/package.json"), join(folder, "package.json"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  for (const [path, code] of Object.entries(modules)) {
    const module = join(folder, "src", path);
    const original = module.replace(/\.ts$/, ".original.ts");
    await rename(module, original);
    await writeFile(module, code(pathToFileURL(original).href));
  }
  return folder;
}

/** A configuration of vitest in which the tests of this repository import that SDK by the name of the package. */
export async function configurationWith(sdk: string): Promise<string> {
  const { exports } = JSON.parse(await readFile(join(sdk, "package.json"), "utf8")) as Manifest;
  const alias = Object.entries(exports).flatMap(([path, target]) =>
    typeof target === "string"
      ? []
      : [{ find: `^apsdirect${path.slice(1)}$`, replacement: join(sdk, target[sourceCondition]) }],
  );
  const file = join(sdk, "vitest.config.mjs");
  const aliases = `${JSON.stringify(alias)}.map(({ find, replacement }) => ({ find: new RegExp(find), replacement }))`;
  const settings = { include: ["test/sdk/reliability/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 };
  await writeFile(file, `export default { resolve: { alias: ${aliases} }, test: ${JSON.stringify(settings)} };\n`);
  return file;
}

interface Manifest {
  readonly exports: { readonly [path: string]: string | { readonly [sourceCondition]: string } };
}
