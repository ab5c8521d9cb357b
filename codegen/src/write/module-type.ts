import { dirname, join, resolve } from "node:path";
import { readRegularFile } from "../regular-file.js";

/**
 * Returns a warning if the output folder is in a package that Node treats as CommonJS. Generated code consists of ES
 * modules.
 */
export async function checkModuleType(out: string): Promise<string | undefined> {
  for (let folder = resolve(out); ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    const bytes = await readRegularFile(path).catch(() => undefined);
    if (bytes !== undefined)
      return isModule(new TextDecoder().decode(bytes))
        ? undefined
        : `${path} needs "type": "module", because generated code consists of ES modules.`;
    if (folder === dirname(folder)) return undefined;
  }
}

function isModule(packageJson: string): boolean {
  try {
    const description: unknown = JSON.parse(packageJson);
    return typeof description === "object" && description !== null && Reflect.get(description, "type") === "module";
  } catch {
    return true; // package.json is invalid: do not warn
  }
}
