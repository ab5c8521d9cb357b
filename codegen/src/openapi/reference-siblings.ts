import type { OpenApiDocument, SchemaOrBoolean } from "./types.js";

/** Whether keywords beside a `$ref` count in a document: OpenAPI 3.0 ignores them, 3.1 has them of JSON Schema. */
export function readsSiblings({ openapi }: Pick<OpenApiDocument, "openapi">): boolean {
  return !/^3\.0(?:\.|$)/.test(openapi);
}

/** A schema with only those of its keywords that count. */
export function counting(source: SchemaOrBoolean, document: { readonly readsSiblings: boolean }): SchemaOrBoolean {
  const isAlone = typeof source === "boolean" || source.$ref === undefined || document.readsSiblings;
  return isAlone ? source : { $ref: source.$ref };
}

/** Keywords that say nothing of the values: what else stands beside a `$ref` makes another schema of it. */
const annotations: ReadonlySet<string> = new Set(
  "$ref $comment title summary description deprecated readOnly writeOnly default example examples".split(" "),
);

/** Whether a schema is what its `$ref` leads to, by another name at the most. */
export function isMereReference(
  schema: { readonly $ref?: unknown },
  document: { readonly readsSiblings: boolean },
): boolean {
  if (typeof schema.$ref !== "string") return false;
  return !document.readsSiblings || Object.keys(schema).every((key) => annotations.has(key) || key.startsWith("x-"));
}
