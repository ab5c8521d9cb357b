import type { Schema } from "./model.js";

/** Returns the schemas directly inside another schema. */
export function childSchemas(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "array":
      return [schema.items];
    case "tuple":
      return [...schema.prefix, schema.rest];
    case "object":
      return [...schema.properties, ...(schema.patterns ?? [])]
        .map((each) => each.schema)
        .concat(schema.additional ?? []);
    case "intersection":
    case "union":
      return schema.members;
    default:
      return [];
  }
}
