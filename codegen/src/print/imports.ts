import { posix } from "node:path";
import { type Declaration, GLOBAL, type Item, importFrom } from "../code/index.js";

/** Declarations that a file uses, by module. */
export class UsedDeclarations {
  readonly byModule = new Map<string, Map<string, Declaration>>();

  add(declaration: Declaration): void {
    const { module, name } = declaration;
    const others = this.byModule.get(module);
    if (others === undefined) this.byModule.set(module, new Map([[name, declaration]]));
    else if (!others.has(name)) others.set(name, declaration);
  }
}

/** Import statements of a file: first packages, then files by decreasing distance. */
export function importsOf(path: string, { byModule }: UsedDeclarations): readonly Item[] {
  return Array.from(byModule)
    .filter(([module]) => module !== path && module !== GLOBAL)
    .map(([module, declarations]) => ({ specifier: specifierFrom(path, module), declarations }))
    .sort(byDistance)
    .map(({ specifier, declarations }) => importFrom(specifier, [...declarations.values()].sort(byImportedName)));
}

/**
 * Specifier of a module: the name of a package, or the relative path to a file of the client or to a nearby runtime.
 */
function specifierFrom(path: string, module: string): string {
  if (!module.startsWith(".") && !module.endsWith(".ts")) return module;
  const relative = posix.relative(posix.dirname(path), module).replace(/\.ts$/, ".js");
  return relative.startsWith(".") ? relative : `./${relative}`;
}

function byDistance(a: { readonly specifier: string }, b: { readonly specifier: string }): number {
  return distance(b.specifier) - distance(a.specifier) || (a.specifier < b.specifier ? -1 : 1);
}

function distance(specifier: string): number {
  return specifier.startsWith(".") ? specifier.split("../").length : Number.POSITIVE_INFINITY;
}

/**
 * Compares imported names as linters expect: alphabetically, with the capital letter first. Does not use the locale,
 * because the order would differ between machines.
 */
function byImportedName({ name, original = name }: Declaration, other: Declaration): number {
  const otherName = other.original ?? other.name;
  for (let index = 0; index < Math.min(original.length, otherName.length); index++) {
    const [first, second] = [original.charAt(index), otherName.charAt(index)];
    if (first === second) continue;
    const [lower, otherLower] = [first.toLowerCase(), second.toLowerCase()];
    return (lower === otherLower ? first < second : lower < otherLower) ? -1 : 1;
  }
  return original.length - otherName.length;
}
