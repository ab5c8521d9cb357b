import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const codegen = fileURLToPath(new URL("../../../codegen", import.meta.url));

/** The generator as it would be installed, made from the sources as they are now. Returns its package's folder. */
export async function buildCodegen(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "apsdirect-codegen-"));
  await chmod(folder, 0o755); // also for a process that runs as somebody else
  await symlink(join(codegen, "..", "node_modules"), join(folder, "node_modules"));
  await copyFile(join(codegen, "package.json"), join(folder, "package.json"));
  for (const path of await readdir(join(codegen, "src"), { recursive: true })) {
    if (!path.endsWith(".ts")) continue;
    const target = join(folder, "dist", path.replace(/\.ts$/, ".js"));
    await mkdir(dirname(target), { recursive: true });
    const { outputText } = ts.transpileModule(await readFile(join(codegen, "src", path), "utf8"), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
    });
    await writeFile(target, outputText);
  }
  return folder;
}
