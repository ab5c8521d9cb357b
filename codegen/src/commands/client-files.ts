import type { Version } from "../changes/index.js";
import { type LoadedDocument, load } from "../load/index.js";
import { buildModel, type Model, type ModelOptions } from "../model/index.js";
import { present } from "../model/present.js";
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
): Promise<ModelledDocument> {
  const document = await load(path);
  return {
    document,
    model: buildModel(acceptDocument(document), { source: document.name, ...present({ enums, dates }) }),
  };
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
): Promise<readonly GeneratedFile[]> {
  // Loaded once the document is accepted: refusing one takes no compiler, and half the memory.
  const [{ datedNames, emitters, exportedNames, schemasInPlace }, { print }] = await Promise.all([
    import("../emit/index.js"),
    import("../print/index.js"),
  ]);
  const specifiers = {
    runtime,
    zod: zodSpecifiers[zod],
    exported: exportedNames(model),
    dated: datedNames(model),
    inPlace: schemasInPlace(model),
  };
  return print(emitters.flatMap((emit) => emit(model, specifiers)));
}
