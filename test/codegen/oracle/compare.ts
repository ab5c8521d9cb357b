import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { generate } from "@apsdirect/codegen";
import { pointerTo } from "../../../codegen/src/json/index.js";
import { load } from "../../../codegen/src/load/index.js";
import { nameSchemas } from "../../../codegen/src/model/index.js";
import type { OpenApiDocument, SchemaOrBoolean } from "../../../codegen/src/openapi/index.js";
import { acceptDocument } from "../../../codegen/src/validate/index.js";
import { filesOf, typeErrors } from "../../support/generated.js";

/** Component schema that has a type of ours and one of openapi-typescript. */
export interface ComparedSchema {
  /** Name of the document's folder in the project. */
  readonly folder: string;
  readonly document: OpenApiDocument;
  readonly key: string;
  readonly source: SchemaOrBoolean;
  /** Warnings about `paths.ts` that name the schema. */
  readonly warnings: readonly string[];
}

/** Type, or set of property names, that the compiler does not accept in place of the other. */
export interface Difference extends ComparedSchema {
  /** Side whose type does not fit the other's. */
  readonly side: "ours" | "theirs";
  readonly message: string;
}

/** Assignments of a schema's types, each with the side whose value is assigned. One line each in the oracle file. */
const assignments: readonly {
  readonly side: Difference["side"];
  readonly line: (ours: string, theirs: string) => string;
}[] = [
  { side: "theirs", line: (ours, theirs) => `const value: ${ours} = {} as ${theirs};` },
  { side: "ours", line: (ours, theirs) => `const value: ${theirs} = {} as ${ours};` },
  { side: "theirs", line: (ours, theirs) => `const name: Names<${ours}> = {} as Names<${theirs}>;` },
  { side: "ours", line: (ours, theirs) => `const name: Names<${theirs}> = {} as Names<${ours}>;` },
];

const head = [
  'import type { components } from "./theirs.js";',
  'import type * as ours from "./types.js";',
  "type Names<Value> = Extract<keyof Value, string>;",
];

/**
 * Generates a client with closed enums and `paths.ts`, and next to it a file that assigns each of our types to theirs
 * and the reverse. References in their types lead to ours, so that each schema answers for itself alone.
 */
export async function prepareComparison(path: string, folder: string): Promise<readonly ComparedSchema[]> {
  const { warnings } = await generate({ document: path, out: folder, enums: "closed", paths: true });
  const { root: document, schemaReferences } = acceptDocument(await load(path));
  const { nameOf, sourceOf } = nameSchemas(document, schemaReferences);
  const sources = Object.entries(document.components?.schemas ?? {});
  const ours = new Map(sources.map(([key]) => [key, `ours.${nameOf(pointerTo(["components", "schemas", key]))}`]));
  const paths = (await filesOf(folder)).get("paths.ts") ?? "";
  const theirs = paths.replace(/components\["schemas"\]\["([^"]+)"\]/g, (_, key) => ours.get(key) ?? `ours.${key}`);
  await writeFile(join(folder, "theirs.ts"), `import type * as ours from "./types.js";\n${theirs}`);
  const lines = [...ours].flatMap(([key, type]) =>
    assignments.map(({ line }) => `{ ${line(type, `components["schemas"][${JSON.stringify(key)}]`)} }`),
  );
  await writeFile(join(folder, "oracle.ts"), [...head, ...lines, ""].join("\n"));
  return sources.map(([key, source]) => ({
    folder: basename(folder),
    document,
    key,
    source: sourceOf(key, source),
    warnings: warnings.map(({ message }) => message).filter((message) => message.includes(JSON.stringify(key))),
  }));
}

/** Compiles a project of prepared comparisons. Errors in other files than the comparisons are failures. */
export async function compare(
  project: string,
  schemas: readonly ComparedSchema[],
): Promise<{ readonly differences: readonly Difference[]; readonly failures: readonly string[] }> {
  const output = await typeErrors("typescript-7", project, { noUnusedLocals: false });
  const errors = output.split(/\n(?=\S)/).filter((error) => error.trim() !== "");
  const found = errors.map((error) => differenceOf(error, schemas) ?? error);
  return {
    differences: found.filter((each) => typeof each !== "string"),
    failures: found.filter((each) => typeof each === "string"),
  };
}

function differenceOf(error: string, schemas: readonly ComparedSchema[]): Difference | undefined {
  const [, folder, line, message = ""] = /([^/\n]+)\/oracle\.ts\((\d+),\d+\): error TS\d+: (.*)$/s.exec(error) ?? [];
  const index = Number(line) - 1 - head.length; // lines count from 1
  const schema = schemas.filter((each) => each.folder === folder)[Math.floor(index / assignments.length)];
  const assignment = assignments[index % assignments.length];
  return schema && assignment && { ...schema, side: assignment.side, message };
}
