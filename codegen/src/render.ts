import type { Finding } from "./findings.js";
import { load } from "./load/index.js";
import { buildModel } from "./model/index.js";
import type { GeneratedFile } from "./print/index.js";
import { acceptDocument } from "./validate/index.js";

/** What of the output is for the caller to choose. */
export interface RenderOptions {
  /** Where generated code imports the run-time from. @defaultValue "apsdirect/runtime" */
  readonly runtime?: string;
  /** Which build of zod it imports. @defaultValue "mini" */
  readonly zod?: "mini" | "classic";
  /** Whether an enum takes values that it does not list, in the types as at run time. @defaultValue "open" */
  readonly enums?: "open" | "closed";
  /** What text of the format `date-time` is to a program: as it stands on the wire, or a `Date`. @defaultValue "text" */
  readonly dates?: "text" | "Date";
  /** Whether `paths.ts` is written: types of openapi-typescript, for openapi-fetch for example. @defaultValue false */
  readonly paths?: boolean;
}

/** A client that is not written yet. */
export interface Rendering {
  readonly files: readonly GeneratedFile[];
  /** Paths of the files that it was made from. */
  readonly sources: readonly string[];
  /** What could not be written. */
  readonly warnings: readonly Finding[];
}

/** The builds of zod, and what generated code imports each by. */
const zodSpecifiers = { mini: "zod/mini", classic: "zod" } as const;

/** The files of a client: only the first step touches the disk, and it only reads. @throws SpecError */
export async function render(
  path: string,
  { runtime, zod, paths, ...options }: Required<RenderOptions>,
): Promise<Rendering> {
  const document = await load(path);
  const accepted = acceptDocument(document);
  const model = buildModel(accepted, { source: document.name, ...options });
  // Loaded once the document is accepted: to refuse one takes no compiler, and half the memory.
  const [{ datedNames, emitters, exportedNames, schemasInPlace }, { print }] = await Promise.all([
    import("./emit/index.js"),
    import("./print/index.js"),
  ]);
  const specifiers = {
    runtime,
    zod: zodSpecifiers[zod],
    exported: exportedNames(model),
    dated: datedNames(model),
    inPlace: schemasInPlace(model),
  };
  const files = print(emitters.flatMap((emit) => emit(model, specifiers)));
  if (!paths) return { files, sources: document.files, warnings: [] };
  const { pathsFile } = await import("./paths/index.js");
  const { file, warnings } = await pathsFile(accepted, model, document.locate);
  return { files: file === undefined ? files : [...files, file], sources: document.files, warnings };
}
