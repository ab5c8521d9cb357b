/**
 * Regenerate after a change of a document, and read what it means to those who call the client. On the command line:
 *
 *         npx apsdirect-codegen diff old.yaml new.yaml
 *         npx apsdirect-codegen generate new.yaml --out client
 *
 * Run:    npm run example -- regenerate
 * Prints: each change, how grave it is for callers, and the version that it asks for; then what was written.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diff, generate } from "@apsdirect/codegen";

const folder = await mkdtemp(join(tmpdir(), "regenerate-"));
const [old, changed] = [join(folder, "1/vaults.yaml"), join(folder, "2/vaults.yaml")];
const out = join(folder, "client");
try {
  const text = await readFile(new URL("../vaults/vaults.yaml", import.meta.url), "utf8");
  await mkdir(join(folder, "1"));
  await writeFile(old, text);
  await generate({ document: old, out });

  // The next version of the product: vaults have a region, and every vault must say how long it keeps backups.
  const more =
    "        region: { type: string, description: Where it lies. }\n        days: { type: integer, minimum: 1 }\n";
  await mkdir(join(folder, "2"));
  await writeFile(changed, text.replace("[aps, name, gigabytes]", "[aps, name, gigabytes, days]") + more);

  const { bump, changes } = await diff({ old, new: changed });
  for (const { severity, where, message } of changes) console.log(`${severity}: ${where}: ${message}`);
  console.log(`This asks for a ${bump} version`);

  const { written, unchanged } = await generate({ document: changed, out });
  console.log(`Written: ${written.join(", ")}; ${unchanged.length} files are as they were`);
} finally {
  await rm(folder, { recursive: true });
}
