import { emitters, exportedNames } from "./emit/index.js";
import { load } from "./load/index.js";
import { buildModel } from "./model/index.js";
import { type GeneratedFile, print } from "./print/index.js";
import { acceptDocument } from "./validate/index.js";
import { type Comparison, compare, type WriteReport, write } from "./write/index.js";

/** From which document to which folder, and in which dress. */
export interface GenerateOptions extends RenderOptions {
  /** Path of the OpenAPI document, YAML or JSON. */
  readonly document: string;
  /** The folder the client is written to. All files in it that an earlier run wrote are replaced. */
  readonly out: string;
  /** Whether generated files that were edited by hand may be lost. @defaultValue false */
  readonly force?: boolean;
}

/** What of the output is for the caller to choose. */
export interface RenderOptions {
  /** Where generated code imports the run-time from. @defaultValue "apsdirect/runtime" */
  readonly runtime?: string;
  /** Which build of zod it imports. @defaultValue "mini" */
  readonly zod?: "mini" | "classic";
}

/** A document in, a folder of TypeScript out. @throws SpecError, and WriteError; the old output stays then. */
export async function generate({ out, force = false, ...source }: GenerateOptions): Promise<WriteReport> {
  return write(out, await render(source), { force });
}

/** Says how the output folder differs from what {@link generate} would make of it. Changes nothing. */
export async function checkGenerated({ out, ...source }: Omit<GenerateOptions, "force">): Promise<Comparison> {
  return compare(out, await render(source));
}

/** The builds of zod, and what generated code imports each by. */
const zodSpecifiers = { mini: "zod/mini", classic: "zod" } as const;

/** The files of a client: only the first step touches the disk, and it only reads. */
async function render({
  document: path,
  runtime = "apsdirect/runtime",
  zod = "mini",
}: Omit<GenerateOptions, "out" | "force">): Promise<readonly GeneratedFile[]> {
  const document = await load(path);
  const model = buildModel(acceptDocument(document), { source: document.name });
  const specifiers = { runtime, zod: zodSpecifiers[zod], exported: exportedNames(model) };
  return print(emitters.flatMap((emit) => emit(model, specifiers)));
}
