/**
 * Regenerate a client after its document changed, and see what the change means for callers. On the command line:
 *
 *         npx apsdirect-codegen diff old.yaml new.yaml
 *         npx apsdirect-codegen generate new.yaml --out client
 *
 * Run:    npm run example -- regenerate
 * Prints: each change with its severity, the version bump it needs, and the files written.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diff, generate } from "@apsdirect/codegen";

const folder = await mkdtemp(join(tmpdir(), "regenerate-"));
const [old, changed] = [join(folder, "1/vaults.yaml"), join(folder, "2/vaults.yaml")];
const out = join(folder, "client");
try {
  const text = await readFile(new URL(import.meta.resolve("#vaults.yaml")), "utf8");
  await mkdir(join(folder, "1"));
  await writeFile(old, text);
  await generate({ document: old, out });

  // The next version of the product: vaults have a region, and every vault must set how long it keeps backups.
  const more =
    "        region: { type: string, description: Region that stores the vault. }\n        days: { type: integer, minimum: 1 }\n";
  await mkdir(join(folder, "2"));
  await writeFile(changed, text.replace("[aps, name, gigabytes]", "[aps, name, gigabytes, days]") + more);

  const { bump, changes } = await diff({ old, new: changed });
  for (const { severity, where, message } of changes) console.log(`${severity}: ${where}: ${message}`);
  console.log(`This needs a ${bump} version`);

  const { written, unchanged } = await generate({ document: changed, out });
  console.log(`Written: ${written.join(", ")}; ${unchanged.length} files unchanged`);
} finally {
  await rm(folder, { recursive: true });
}
