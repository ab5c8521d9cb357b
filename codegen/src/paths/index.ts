import { escapeInvisible, lineComment } from "../code/index.js";
import { byPosition, type Finding } from "../findings.js";
import type { JsonObject } from "../json/index.js";
import type { LoadedDocument } from "../load/index.js";
import type { Model } from "../model/index.js";
import type { AcceptedDocument } from "../openapi/index.js";
import type { GeneratedFile } from "../write/index.js";
import { findGaps, recursionGap } from "./gaps.js";
import { operationIds } from "./operation-ids.js";
import { singleDocument } from "./single-document.js";

/** Types of openapi-typescript, for openapi-fetch and other packages that use them. */
export interface PathsFile {
  /** Absent if openapi-typescript rejected the document. */
  readonly file?: GeneratedFile;
  /** Parts that the file leaves out, or the reason why there is no file. */
  readonly warnings: readonly Finding[];
}

/**
 * Builds `paths.ts` with openapi-typescript, from a self-contained copy of the document.
 *
 * @param locate Returns the position of a path in the document.
 */
export async function buildPathsFile(
  document: AcceptedDocument,
  model: Model,
  locate: LoadedDocument["locate"],
): Promise<PathsFile> {
  const { root, opened } = singleDocument(document, operationIds(document.root, model));
  const gaps = [...findGaps(document.root), ...opened.map(recursionGap)];
  try {
    const types = await generateTypes(root);
    const header = lineComment(`Generated from ${model.source}. To change it, edit the document and generate again.`);
    return {
      file: { path: "paths.ts", text: `${header}\n\n${types}` },
      warnings: gaps.map(({ path, message }) => ({ position: locate(path), message })).sort(byPosition),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `paths.ts was not written: openapi-typescript rejected the document (${reason}).`;
    return { warnings: [{ code: "PATHS_NOT_WRITTEN", position: locate([]), message }] };
  }
}

/** Loaded on demand: its index loads a linter and a compiler that no other output needs. */
async function generateTypes(document: JsonObject): Promise<string> {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  // A property with a default may be absent from a request, and an object without properties may have any.
  const options = { silent: true, defaultNonNullable: false, emptyObjectsUnknown: true };
  return cleanUp(astToString(await openapiTS(JSON.stringify(document), options)));
}

/** Escapes invisible characters and removes trailing whitespace. The strings in this source contain no line breaks. */
function cleanUp(source: string): string {
  return source
    .split("\n")
    .map((line) => escapeInvisible(line).trimEnd())
    .join("\n");
}
