import { type Group, kebabCase } from "../model/index.js";

/** Groups sorted by file name, as linters require for exports. */
export function sortGroups(groups: readonly Group[]): readonly Group[] {
  return [...groups].sort((a, b) => (kebabCase(a.name) < kebabCase(b.name) ? -1 : 1));
}

/** Import specifier of a client file, for a file at the top of the output folder. */
export function specifierOf(module: string): string {
  return `./${module.replace(/\.ts$/, ".js")}`;
}
