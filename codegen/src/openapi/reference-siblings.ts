/** Whether keywords beside a `$ref` count in a document: OpenAPI 3.0 ignores them, 3.1 has them of JSON Schema. */
export function readsSiblings({ openapi }: { readonly openapi: string }): boolean {
  return !/^3\.0(?:\.|$)/.test(openapi);
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
