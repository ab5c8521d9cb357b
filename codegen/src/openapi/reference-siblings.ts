/** Returns true if keywords next to a `$ref` apply: OpenAPI 3.0 ignores them, 3.1 follows JSON Schema. */
export function readsSiblings({ openapi }: { readonly openapi: string }): boolean {
  return !/^3\.0(?:\.|$)/.test(openapi);
}

/** Keywords that do not restrict values. Any other keyword next to a `$ref` changes the schema. */
const annotations: ReadonlySet<string> = new Set(
  "$ref $comment title summary description deprecated readOnly writeOnly default example examples".split(" "),
);

/** Returns true if a schema is the same as its `$ref`, possibly with other documentation. */
export function isPlainReference(
  schema: { readonly $ref?: unknown },
  document: { readonly readsSiblings: boolean },
): boolean {
  if (typeof schema.$ref !== "string") return false;
  return !document.readsSiblings || Object.keys(schema).every((key) => annotations.has(key) || key.startsWith("x-"));
}
