import type { Finding } from "../findings.js";
import { present } from "../json/index.js";
import { type LoadedDocument, load } from "../load/index.js";
import { buildModel, type Model, type ModelOptions } from "../model/index.js";
import type { AcceptedDocument } from "../openapi/index.js";
import type { PathsFile } from "../paths/index.js";
import { Stopwatch } from "../stopwatch.js";
import { acceptDocument } from "../validate/index.js";
import type { GeneratedFile } from "../write/index.js";
import type { ClientOptions } from "./options.js";

/** A document with the model made from it. */
export interface ModelledDocument {
  readonly model: Model;
  readonly document: LoadedDocument;
  readonly accepted: AcceptedDocument;
}

/** Reads a document and makes its model. @throws SpecError */
export async function modelDocument(
  path: string,
  { enums, dates }: Omit<ModelOptions, "source"> = {},
  stopwatch = new Stopwatch(),
): Promise<ModelledDocument> {
  const document = await stopwatch.time("load", () => load(path));
  const accepted = await stopwatch.time("validate", () => acceptDocument(document));
  const options = { source: document.name, ...present({ enums, dates }) };
  return { document, accepted, model: await stopwatch.time("model", () => buildModel(accepted, options)) };
}

/** Specifiers of the builds of zod. */
const zodSpecifiers = { mini: "zod/mini", classic: "zod" } as const;

/** Client that is not written yet. */
export interface ClientFiles {
  readonly files: readonly GeneratedFile[];
  /** What the client leaves out, in the order of the document. */
  readonly warnings: readonly Finding[];
}

/** Makes the files of a client. Touches no disk. */
export async function clientFiles(
  version: ModelledDocument,
  { paths = false, ...options }: Pick<ClientOptions, "runtime" | "zod" | "paths">,
  stopwatch = new Stopwatch(),
): Promise<ClientFiles> {
  const printed = await printedFiles(version.model, options, stopwatch);
  const { file, warnings } = paths ? await stopwatch.time("paths", () => typesForPaths(version)) : NO_PATHS;
  const files = file === undefined ? printed : [...printed, file];
  const { checkSyntax, loadCompiler } = await import("../print/index.js");
  const compiler = await stopwatch.time("compiler", loadCompiler);
  await stopwatch.time("check", () => checkSyntax(files, compiler));
  return { files, warnings };
}

const NO_PATHS: PathsFile = { warnings: [] };

async function typesForPaths({ document, accepted, model }: ModelledDocument): Promise<PathsFile> {
  const { pathsFile } = await import("../paths/index.js");
  return pathsFile(accepted, model, document.locate);
}

async function printedFiles(
  model: Model,
  { runtime = "apsdirect/runtime", zod = "mini" }: Pick<ClientOptions, "runtime" | "zod">,
  stopwatch: Stopwatch,
): Promise<readonly GeneratedFile[]> {
  // Loaded once the document is accepted: refusing one takes half the memory.
  const [{ datedNames, emitters, exportedNames, schemasInPlace }, { print }] = await stopwatch.time("modules", () =>
    Promise.all([import("../emit/index.js"), import("../print/index.js")]),
  );
  const specifiers = {
    runtime,
    zod: zodSpecifiers[zod],
    exported: exportedNames(model),
    dated: datedNames(model),
    inPlace: schemasInPlace(model),
  };
  // Emitters make their statements while these are printed, so the two are one step.
  return stopwatch.time("emit", () =>
    print(
      emitters.flatMap((emit) => emit(model, specifiers)),
      model.source,
    ),
  );
}
