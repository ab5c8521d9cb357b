import type { SourceFileStructure } from "ts-morph";
import { StructureKind } from "../libraries.js";

/**
 * The finished pieces of a file, each under a mark that stands for it while ts-morph writes what is around them. It
 * writes character by character and parses what it wrote, comments and all; of a piece that is laid out already there
 * is nothing for it to do.
 */
export class Pieces {
  readonly #texts: string[] = [];

  /** The structure with a mark in the place of every piece. */
  marked(structure: SourceFileStructure): SourceFileStructure {
    return this.#marked(structure) as SourceFileStructure;
  }

  /** What ts-morph wrote, with every piece in its place. */
  restored(text: string): string {
    return text
      .replace(COMMENT, (_, indent: string, index: string) => indent + docComment(this.#text(index), indent))
      .replace(MARK, (_, index: string) => this.#text(index));
  }

  #marked(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#marked(item));
    if (typeof value !== "object" || value === null) return value;
    const isParameter = Reflect.get(value, "kind") === StructureKind.Parameter;
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => {
        const holdsPieces = pieceFields.has(key) || (isParameter && key === "name");
        return [key, holdsPieces ? this.#mark(held) : this.#marked(held)];
      }),
    );
  }

  #mark(held: unknown): unknown {
    if (Array.isArray(held)) return held.map((item) => this.#mark(item));
    return typeof held === "string" ? `_${JOINER}${this.#texts.push(held) - 1}_` : this.#marked(held);
  }

  #text(index: string): string {
    return this.#texts[Number(index)] ?? "";
  }
}

/** Fields of structures that hold a piece, or several. */
const pieceFields: ReadonlySet<string> = new Set([
  "docs",
  "extends",
  "initializer",
  "namedImports",
  "returnType",
  "statements",
  "type",
  "typeParameters",
]);

/** It may stand in a name (ECMA-262, 12.7), and our encoders write it as an escape: no text of a document has it. */
const JOINER = "\u200d";

const MARK = new RegExp(`_${JOINER}(\\d+)_`, "g");
const COMMENT = new RegExp(`^( *)/\\*\\* _${JOINER}(\\d+)_ \\*/$`, "gm");

/** A comment that begins with a line end stands on lines of its own. */
function docComment(text: string, indent: string): string {
  if (!text.startsWith("\n")) return `/** ${text} */`;
  const lines = text
    .slice(1)
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => `${indent} *${line === "" ? "" : ` ${line}`}`);
  return ["/**", ...lines, `${indent} */`].join("\n");
}
