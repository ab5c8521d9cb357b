import { relative, resolve, sep } from "node:path";
import { type Node, Project, type SourceFile } from "ts-morph";
import type { Position } from "../findings.js";
import type { Subject } from "../model/index.js";
import { type Client, declarationOf, fieldsOfType } from "./declarations.js";
import { findLiterals } from "./literals.js";
import { findObjectsWithout } from "./objects.js";
import { UsageError } from "./usage-error.js";

export { UsageError } from "./usage-error.js";

/** Code that calls a generated client. */
export interface UserCode {
  /** Path of the project's `tsconfig.json`. */
  readonly project: string;
  /** Folder of the generated client in that project, generated from the old document. */
  readonly client: string;
}

/** Properties of a change that determine which code it affects. */
export interface ChangedDeclaration {
  readonly kind: string;
  readonly severity: string;
  readonly subject: Subject;
}

/**
 * Finds the places in code that each breaking change affects.
 *
 * @throws UsageError
 */
export function findUses<C extends ChangedDeclaration>(
  changes: readonly C[],
  { project: tsConfigFilePath, client: folder }: UserCode,
): ReadonlyMap<C, readonly Position[]> {
  const project = openProject(tsConfigFilePath);
  const client = findClient(project, folder);
  const own = project.getSourceFiles().filter((file) => !client.holds(file) && !file.isInNodeModules());
  const uses = changes.filter(mayBreak).map((change) => {
    const nodes = findAffectedNodes(change, client, own).filter((node) => own.includes(node.getSourceFile()));
    return [change, positionsOf(nodes)] as const;
  });
  return new Map(uses);
}

/**
 * Returns true if a change may break code. A value removed from an open enum still compiles, but its users want to
 * know.
 */
function mayBreak({ severity, kind }: ChangedDeclaration): boolean {
  return severity === "breaking" || kind === "enum-value-removed";
}

function openProject(tsConfigFilePath: string): Project {
  try {
    return new Project({ tsConfigFilePath });
  } catch (cause) {
    throw new UsageError(`Cannot read ${tsConfigFilePath} as a TypeScript project configuration.`, { cause });
  }
}

function findClient(project: Project, folder: string): Client {
  const root = resolve(folder);
  const file = (path: string): SourceFile | undefined => {
    return project.getSourceFile(resolve(root, path)) ?? project.addSourceFileAtPathIfExists(resolve(root, path));
  };
  if (file("client.ts") === undefined) throw new UsageError(`${folder} contains no generated client.`);
  return { file, holds: (source) => resolve(source.getFilePath()).startsWith(root + sep) };
}

function findAffectedNodes(
  { kind, subject }: ChangedDeclaration,
  client: Client,
  own: readonly SourceFile[],
): readonly Node[] {
  if (kind === "required-field-added") return findObjectsWithout(subject, client, own);
  if (subject.kind === "field" && subject.value !== undefined) {
    return fieldsOfType(subject, client).flatMap((field) => findLiterals(field, subject.value ?? ""));
  }
  return declarationOf(subject, client)?.findReferencesAsNodes() ?? [];
}

function positionsOf(nodes: readonly Node[]): readonly Position[] {
  const positions = nodes.map((node): Position => {
    const file = node.getSourceFile();
    const { line, column } = file.getLineAndColumnAtPos(node.getStart());
    return { file: relative(process.cwd(), file.getFilePath()).split(sep).join("/"), line, column };
  });
  const distinct = new Map(positions.map((position) => [JSON.stringify(position), position]));
  return [...distinct.values()].sort((a, b) => {
    return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
  });
}
