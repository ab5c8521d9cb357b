import type { Version } from "../changes/index.js";
import { present } from "../json/index.js";
import { type LoadedDocument, load } from "../load/index.js";
import { buildModel, type Model, type ModelOptions } from "../model/index.js";
import { Stopwatch } from "../stopwatch.js";
import { acceptDocument } from "../validate/index.js";
import type { GeneratedFile } from "../write/index.js";

/** A document with the model made from it. */
export interface ModelledDocument extends Version {
  readonly document: LoadedDocument;
}

/** Reads a document and makes its model. @throws SpecError */
export async function readVersion(
  path: string,
  { enums, dates }: Omit<ModelOptions, "source"> = {},
  stopwatch = new Stopwatch(),
): Promise<ModelledDocument> {
  const document = await stopwatch.time("load", () => load(path));
  const accepted = await stopwatch.time("validate", () => acceptDocument(document));
  const options = { source: document.name, ...present({ enums, dates }) };
  return { document, model: await stopwatch.time("model", () => buildModel(accepted, options)) };
}

/** Options for {@link clientFiles}: what generated code imports. */
interface ImportOptions {
  readonly runtime?: string;
  readonly zod?: keyof typeof zodSpecifiers;
}

/** Specifiers of the builds of zod. */
const zodSpecifiers = { mini: "zod/mini", classic: "zod" } as const;

/** Files of the client of a model. Touches no disk. */
export async function clientFiles(
  model: Model,
  { runtime = "apsdirect/runtime", zod = "mini" }: ImportOptions,
  stopwatch = new Stopwatch(),
): Promise<readonly GeneratedFile[]> {
  // Loaded once the document is accepted: refusing one takes half the memory.
  const [{ datedNames, emitters, exportedNames, schemasInPlace }, { checkSyntax, loadCompiler, print }] =
    await stopwatch.time("modules", () => Promise.all([import("../emit/index.js"), import("../print/index.js")]));
  const specifiers = {
    runtime,
    zod: zodSpecifiers[zod],
    exported: exportedNames(model),
    dated: datedNames(model),
    inPlace: schemasInPlace(model),
  };
  // Emitters make their statements while these are printed, so the two are one step.
  const files = await stopwatch.time("emit", () =>
    print(
      emitters.flatMap((emit) => emit(model, specifiers)),
      model.source,
    ),
  );
  const compiler = await stopwatch.time("compiler", loadCompiler);
  await stopwatch.time("check", () => checkSyntax(files, compiler));
  return files;
}
