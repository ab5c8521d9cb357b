import { posix } from "node:path";
import type {
  ClassDeclarationStructure,
  ExportDeclarationStructure,
  ImportDeclarationStructure,
  InterfaceDeclarationStructure,
  SourceFileStructure,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
  WriterFunction,
} from "ts-morph";
import {
  array,
  type Code,
  type CommentText,
  code,
  type Declaration,
  declarationsOf,
  renamed,
  type SourceText,
} from "../code/code.js";
import { lineComment } from "../code/comment.js";
import { layout, withoutBrackets } from "../code/layout.js";
import { literal } from "../code/literal.js";
import { StructureKind } from "../libraries.js";
import type { Model } from "../model/index.js";
import { GLOBAL, type Specifiers } from "./declarations.js";

/** A file as structures, for `print` to make text of. */
export interface EmittedFile {
  /** Below the output folder, with `/` between its parts. */
  readonly path: string;
  readonly structure: SourceFileStructure;
}

/** Where code will stand. */
export interface Placement {
  /** Of its first character. */
  readonly column?: number;
  /** Columns before the line that it starts on. */
  readonly indent?: number;
  /** Characters that follow on its last line. */
  readonly trailing?: number;
}

/** Writes a blank line before a statement. */
export const afterBlankLine: WriterFunction = (writer) => writer.blankLineIfLastNot();

/** A structure of ts-morph, in which every text is code or a comment that may stand there. */
export type Safe<Structure> = Structure extends string
  ? string extends Structure
    ? SourceText
    : Structure
  : Structure extends WriterFunction
    ? never
    : Structure extends readonly (infer Item)[]
      ? Safe<Item>[]
      : Structure extends object
        ? { [Key in keyof Structure]: SafeField<Key, Structure[Key]> }
        : Structure;

/** ts-morph puts the specifier of a module in quotation marks itself; what leads a statement is {@link afterBlankLine}. */
type SafeField<Key, Value> = Key extends "docs"
  ? CommentText[]
  : Key extends "moduleSpecifier" | "leadingTrivia"
    ? Value
    : Safe<Value>;

type Statement = Safe<
  | ClassDeclarationStructure
  | ExportDeclarationStructure
  | InterfaceDeclarationStructure
  | TypeAliasDeclarationStructure
  | VariableStatementStructure
>;

/** A file while it is put together: lays its code out, and notes every declaration that it uses from elsewhere. */
export class SourceFileDraft {
  readonly path: string;
  readonly #source: string;
  readonly #exported: ReadonlySet<string>;
  readonly #used = new Map<string, Declaration>();

  constructor(path: string, { source }: Model, { exported }: Specifiers) {
    this.path = path;
    this.#source = source;
    this.#exported = exported;
  }

  /** Code as text; the declarations it uses will be imported. */
  text(piece: Code, { column = 0, indent = 0, trailing = 1 }: Placement = {}): SourceText {
    const declarations = declarationsOf(piece);
    for (const declaration of declarations) this.#used.set(`${declaration.module} ${declaration.name}`, declaration);
    const seen = declarations.some(this.#isHidden) ? renamed(piece, this.#visible) : piece;
    return layout(seen, column, trailing, " ".repeat(indent));
  }

  /** Whether a type of the document hides what the platform has under its name. */
  readonly #isHidden = ({ name, module }: Declaration): boolean => module === GLOBAL && this.#exported.has(name);

  readonly #visible = (declaration: Declaration): Declaration => {
    return this.#isHidden(declaration) ? { ...declaration, name: code`${GLOBAL}.${declaration.name}` } : declaration;
  };

  /** The file with its header and its imports. */
  finish(statements: readonly Statement[]): EmittedFile {
    const header = lineComment(`Generated from ${this.#source}. To change it, edit the document and generate again.`);
    // Without an import or an export, a file is no module to every compiler.
    const declared = statements.length === 0 ? [code`\nexport {};`] : statements;
    return {
      path: this.path,
      structure: { kind: StructureKind.SourceFile, statements: [header, ...this.#imports(), ...declared] },
    };
  }

  #imports(): readonly Safe<ImportDeclarationStructure>[] {
    const foreign = [...this.#used.values()].filter(({ module }) => module !== this.path && module !== GLOBAL);
    const modules = [...new Set(foreign.map((declaration) => declaration.module))].map((module) => {
      return {
        specifier: this.#specifier(module),
        declarations: foreign.filter((declaration) => declaration.module === module),
      };
    });
    return modules.sort(byDistance).map(({ specifier, declarations }) => importOf(specifier, declarations));
  }

  /** A package by its name; a file of this client or a run-time beside it by its path from this file. */
  #specifier(module: string): string {
    if (!module.startsWith(".") && !module.endsWith(".ts")) return module;
    const path = posix.relative(posix.dirname(this.path), module).replace(/\.ts$/, ".js");
    return path.startsWith(".") ? path : `./${path}`;
  }
}

function importOf(specifier: string, declarations: readonly Declaration[]): Safe<ImportDeclarationStructure> {
  const namespace = declarations.find((declaration) => declaration.namespace === true);
  const named = declarations
    .filter((declaration) => declaration.namespace !== true)
    .sort((a, b) => byName(a.original ?? a.name, b.original ?? b.name));
  const isTypeOnly = namespace === undefined && named.every((declaration) => declaration.kind === "type");
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: specifier,
    isTypeOnly,
    ...(namespace === undefined ? {} : { namespaceImport: namespace.name }),
    ...(named.length === 0 ? {} : { namedImports: [namedImports(named, isTypeOnly, specifier)] }),
  };
}

/** All names of an import as one text, one a line where they do not fit. */
function namedImports(declarations: readonly Declaration[], isTypeOnly: boolean, specifier: string): SourceText {
  const names = declarations.map(({ name, original, kind }) => {
    const imported = original === undefined ? name : code`${original} as ${name}`;
    return kind === "type" && !isTypeOnly ? code`type ${imported}` : imported;
  });
  const column = `import ${isTypeOnly ? "type " : ""}`.length;
  // ts-morph writes the braces, and blanks inside them.
  const trailing = `   from ${literal(specifier)};`.length;
  return withoutBrackets(layout(array(names), column, trailing));
}

/** Packages first, then what is further up, then what is near. */
function byDistance(a: { readonly specifier: string }, b: { readonly specifier: string }): number {
  return distance(b.specifier) - distance(a.specifier) || (a.specifier < b.specifier ? -1 : 1);
}

function distance(specifier: string): number {
  return specifier.startsWith(".") ? specifier.split("../").length : Number.POSITIVE_INFINITY;
}

/**
 * Letters by the alphabet, a capital before its small letter: the order in which linters want imported names. A fixed
 * rule, since a locale's would differ between machines.
 */
function byName(a: string, b: string): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [first, second] = [a.charAt(index), b.charAt(index)];
    if (first === second) continue;
    const [lower, other] = [first.toLowerCase(), second.toLowerCase()];
    return (lower === other ? first < second : lower < other) ? -1 : 1;
  }
  return a.length - b.length;
}
