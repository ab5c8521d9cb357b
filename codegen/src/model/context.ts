import type { FollowSchema, Kind, ObjectOf, Reference, SchemaOrBoolean } from "../openapi/index.js";
import type { Schema } from "./schema-types.js";

/** Resolves a reference to an object of the given kind. `validate` has checked that it resolves. */
export type Follow = <K extends Kind>(kind: K, value: ObjectOf<K> | Reference) => ObjectOf<K>;

/** Resolves a schema of the document. */
export type ConvertSchema = (source: SchemaOrBoolean) => Schema;

/** Context for converting a body: references and schemas of the document. */
export interface ContentContext {
  readonly resolve: Follow;
  readonly followSchema: FollowSchema;
  readonly convert: ConvertSchema;
}
