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

/** Document with the model built from it. */
export interface ModelledDocument {
  readonly model: Model;
  readonly document: LoadedDocument;
  readonly accepted: AcceptedDocument;
}

/**
 * Loads a document and builds its model.
 *
 * @throws SpecError
 */
export async function loadModel(
  path: string,
  { enums, dates }: Omit<ModelOptions, "source"> = {},
  stopwatch = new Stopwatch(),
): Promise<ModelledDocument> {
  const document = await stopwatch.time("load", () => load(path));
  const accepted = await stopwatch.time("validate", () => acceptDocument(document));
  const options = { source: document.name, ...present({ enums, dates }) };
  return { document, accepted, model: await stopwatch.time("model", () => buildModel(accepted, options)) };
}

/** Import specifiers of the zod builds. */
const zodSpecifiers = { mini: "zod/mini", classic: "zod" } as const;

/** Files of a client, not yet written. */
export interface ClientFiles {
  readonly files: readonly GeneratedFile[];
  /** Parts that the client leaves out, in document order. */
  readonly warnings: readonly Finding[];
}

/** Produces the files of a client in memory. */
export async function buildClientFiles(
  version: ModelledDocument,
  { paths = false, ...options }: Pick<ClientOptions, "runtime" | "zod" | "paths">,
  stopwatch = new Stopwatch(),
): Promise<ClientFiles> {
  const printed = await printFiles(version.model, options, stopwatch);
  const { file, warnings } = paths ? await stopwatch.time("paths", () => buildPathsFile(version)) : NO_PATHS;
  const files = file === undefined ? printed : [...printed, file];
  const { checkSyntax, loadCompiler } = await import("../print/index.js");
  const compiler = await stopwatch.time("compiler", loadCompiler);
  await stopwatch.time("check", () => checkSyntax(files, compiler));
  return { files, warnings };
}

const NO_PATHS: PathsFile = { warnings: [] };

async function buildPathsFile({ document, accepted, model }: ModelledDocument): Promise<PathsFile> {
  const { buildPathsFile } = await import("../paths/index.js");
  return buildPathsFile(accepted, model, document.locate);
}

async function printFiles(
  model: Model,
  { runtime = "apsdirect/runtime", zod = "mini" }: Pick<ClientOptions, "runtime" | "zod">,
  stopwatch: Stopwatch,
): Promise<readonly GeneratedFile[]> {
  // Loaded only after the document is accepted: without these modules, rejecting one takes half the memory.
  const [{ datedNames, emitters, emptyObjectNames, exportedNames, schemasInPlace }, { print }] = await stopwatch.time(
    "modules",
    () => Promise.all([import("../emit/index.js"), import("../print/index.js")]),
  );
  const specifiers = {
    runtime,
    zod: zodSpecifiers[zod],
    exported: exportedNames(model),
    dated: datedNames(model),
    emptyObjects: emptyObjectNames(model),
    inPlace: schemasInPlace(model),
  };
  // Emitters yield their statements while the printer runs, so the two count as one step.
  return stopwatch.time("emit", () =>
    print(
      emitters.flatMap((emit) => emit(model, specifiers)),
      model.source,
    ),
  );
}
