import type { FollowSchema, Kind, ObjectOf, Reference, SchemaOrBoolean } from "../openapi/index.js";
import type { Schema } from "./settled-schema.js";

/** Follows the reference in the place of an object. `validate` has shown that it leads to one. */
export type Follow = <K extends Kind>(kind: K, value: ObjectOf<K> | Reference) => ObjectOf<K>;

/** Settles a schema of the document. */
export type SettleSchema = (source: SchemaOrBoolean) => Schema;

/** Document around a body: its references and schemas. */
export interface ContentContext {
  readonly resolve: Follow;
  readonly followSchema: FollowSchema;
  readonly settle: SettleSchema;
}
