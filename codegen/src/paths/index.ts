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

/** Types of openapi-typescript, for openapi-fetch and other packages that are typed by them. */
export interface PathsFile {
  /** Absent if openapi-typescript refused the document. */
  readonly file?: GeneratedFile;
  /** What the file leaves out, or why there is none. */
  readonly warnings: readonly Finding[];
}

/**
 * Writes `paths.ts` with openapi-typescript, from a copy of the document that has nothing to fetch or to open.
 *
 * @param locate Position of a path of the document.
 */
export async function pathsFile(
  document: AcceptedDocument,
  model: Model,
  locate: LoadedDocument["locate"],
): Promise<PathsFile> {
  const { root, opened } = singleDocument(document, operationIds(document.root, model));
  const gaps = [...findGaps(document.root), ...opened.map(recursionGap)];
  try {
    const types = await typesOf(root);
    const header = lineComment(`Generated from ${model.source}. To change it, edit the document and generate again.`);
    return {
      file: { path: "paths.ts", text: `${header}\n\n${types}` },
      warnings: gaps.map(({ path, message }) => ({ position: locate(path), message })).sort(byPosition),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `paths.ts is not written: openapi-typescript refused the document (${reason}).`;
    return { warnings: [{ code: "PATHS_NOT_WRITTEN", position: locate([]), message }] };
  }
}

/** Its index loads a linter and a compiler, which no other output needs. */
async function typesOf(document: JsonObject): Promise<string> {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  // A property with a default may still be absent from a request, and an object without properties may have any.
  const options = { silent: true, defaultNonNullable: false, emptyObjectsUnknown: true };
  return readable(astToString(await openapiTS(JSON.stringify(document), options)));
}

/** Source text without invisible characters and without blanks at line ends. Its strings contain no line ends. */
function readable(source: string): string {
  return source
    .split("\n")
    .map((line) => escapeInvisible(line).trimEnd())
    .join("\n");
}
