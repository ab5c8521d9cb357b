import { chmod, cp, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../../codegen/build.mjs";
import { publishedManifest } from "../../../scripts/release/pack.mjs";

const codegen = fileURLToPath(new URL("../../../codegen", import.meta.url));

/**
 * The generator as it would be installed, bundled from the sources as they are now. Returns its package's folder.
 *
 * @param furtherInput Sources that the test runs by themselves, by their paths in `dist` without an extension.
 */
export async function buildCodegen(furtherInput: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-codegen-"));
  await chmod(folder, 0o755); // also for a process that runs as somebody else
  await symlink(join(codegen, "..", "node_modules"), join(folder, "node_modules"));
  const manifest = publishedManifest(JSON.parse(await readFile(join(codegen, "package.json"), "utf8")));
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  await cp(join(codegen, "bin"), join(folder, "bin"), { recursive: true });
  await bundle(join(folder, "dist"), furtherInput);
  return folder;
}
