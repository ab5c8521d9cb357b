import type { Fields, OpenApiDocument, PathItem } from "../openapi/index.js";
import { resolve } from "./resolve.js";

/** Path items of a document by path, with their references resolved. */
export function pathItems(document: OpenApiDocument): readonly (readonly [path: string, item: PathItem])[] {
  return Object.entries(document.paths ?? {})
    .filter(([path]) => !path.startsWith("x-"))
    .map(([path, item]) => [path, resolvePathItem(document, item)]);
}

/** Webhooks of a document, with their references resolved. */
export function webhookItems(document: OpenApiDocument): Fields<PathItem> {
  const entries = Object.entries(document.webhooks ?? {});
  return Object.fromEntries(entries.map(([name, item]) => [name, resolvePathItem(document, item)]));
}

/** Fields next to a path item's reference take precedence over its target. */
function resolvePathItem(document: OpenApiDocument, { $ref, ...own }: PathItem): PathItem {
  return $ref === undefined ? own : { ...resolvePathItem(document, resolve<PathItem>(document, { $ref })), ...own };
}
