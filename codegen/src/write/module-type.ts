import { dirname, join, resolve } from "node:path";
import { readRegularFile } from "../regular-file.js";

/** Warning if generated code, which is ES modules, would be in a package that Node reads as CommonJS. */
export async function moduleTypeWarning(out: string): Promise<string | undefined> {
  for (let folder = resolve(out); ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    const bytes = await readRegularFile(path).catch(() => undefined);
    if (bytes !== undefined)
      return isModule(new TextDecoder().decode(bytes))
        ? undefined
        : `${path} has no "type": "module", which the output needs.`;
    if (folder === dirname(folder)) return undefined;
  }
}

function isModule(packageJson: string): boolean {
  try {
    const description: unknown = JSON.parse(packageJson);
    return typeof description === "object" && description !== null && Reflect.get(description, "type") === "module";
  } catch {
    return true; // package.json is broken: no warning
  }
}
