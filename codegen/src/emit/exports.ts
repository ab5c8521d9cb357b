import type { Group } from "../model/index.js";
import { kebabCase } from "../model/index.js";

/** Groups by the names of their files: the order in which linters want what is exported. */
export function inOrder(groups: readonly Group[]): readonly Group[] {
  return [...groups].sort((a, b) => (kebabCase(a.name) < kebabCase(b.name) ? -1 : 1));
}

/** A file of the client as a file at its top names it. */
export function specifierOf(module: string): string {
  return `./${module.replace(/\.ts$/, ".js")}`;
}
