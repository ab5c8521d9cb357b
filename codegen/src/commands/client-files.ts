import type { Version } from "../changes/index.js";
import { type LoadedDocument, load } from "../load/index.js";
import { buildModel, type Model, type ModelOptions } from "../model/index.js";
import { present } from "../model/present.js";
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
  // Loaded once the document is accepted: refusing one takes no compiler, and half the memory.
  const [{ datedNames, emitters, exportedNames, schemasInPlace }, { print }] = await stopwatch.time("compiler", () =>
    Promise.all([import("../emit/index.js"), import("../print/index.js")]),
  );
  const drafts = await stopwatch.time("emit", () => {
    const specifiers = {
      runtime,
      zod: zodSpecifiers[zod],
      exported: exportedNames(model),
      dated: datedNames(model),
      inPlace: schemasInPlace(model),
    };
    return emitters.flatMap((emit) => emit(model, specifiers));
  });
  return stopwatch.time("print", () => print(drafts));
}
