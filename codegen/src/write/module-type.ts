import { dirname, join, resolve } from "node:path";
import { readRegularFile } from "../regular-file.js";

/** A warning where generated code, which is ES modules, would land in a package that Node reads as CommonJS. */
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
    return true; // nothing can be said of a package whose description is broken
  }
}
