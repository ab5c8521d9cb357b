import { type JsonValue, pointerPath, valueAt } from "../json/index.js";
import type { OpenApiDocument, Reference } from "../openapi/index.js";

/** Follows references to an object. Validation has ruled out broken and circular references. */
export function resolve<Target extends object>(document: OpenApiDocument, source: Target | Reference): Target {
  if (!isReference(source)) return source;
  const root = document as unknown as JsonValue; // a validated document is still plain data
  const target: unknown = valueAt(root, pointerPath(source.$ref) ?? []);
  return resolve(document, target as Target | Reference);
}

export function isReference(source: object): source is Reference {
  return "$ref" in source;
}
