import { type JsonValue, valueAt } from "../load/index.js";
import { pointerPath } from "../load/pointer.js";
import type { OpenApiDocument, Reference } from "../validate/openapi.js";

/** Object behind all references. Validation has checked that each leads somewhere and none in a circle. */
export function resolve<Target extends object>(document: OpenApiDocument, source: Target | Reference): Target {
  if (!isReference(source)) return source;
  const root = document as unknown as JsonValue; // a validated document is still plain data
  const target: unknown = valueAt(root, pointerPath(source.$ref) ?? []);
  return resolve(document, target as Target | Reference);
}

export function isReference(source: object): source is Reference {
  return "$ref" in source;
}
