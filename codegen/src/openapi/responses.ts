import { mediaOf } from "./media-type.js";
import type { Kind } from "./objects.js";
import type { MediaTypes, ObjectOf, Operation, Reference, SchemaOrBoolean } from "./types.js";

/** Follows a reference to an object of the given kind. Returns `undefined` if there is no such object. */
export type Resolve = <K extends Kind>(kind: K, value: ObjectOf<K> | Reference) => ObjectOf<K> | undefined;

/** Returns true if a key of `responses` is a success status or `2XX`. */
export function isSuccess(status: string): boolean {
  return /^2(?:\d\d|XX)$/i.test(status);
}

/** Returns true if a key of `responses` is an error status, a class of errors, or `default`. */
export function isError(status: string): boolean {
  return /^(?:[45](?:\d\d|XX)|default)$/i.test(status);
}

/** JSON schema of the first documented success response. */
export function resultSchema({ responses = {} }: Operation, resolve: Resolve): SchemaOrBoolean | undefined {
  for (const [status, response] of Object.entries(responses)) {
    const schema = isSuccess(status) ? jsonSchema(resolve("response", response)?.content, resolve) : undefined;
    if (schema !== undefined) return schema;
  }
  return undefined;
}

/** Schema of the JSON content among the media types of a body. */
export function jsonSchema(content: MediaTypes | undefined, resolve: Resolve): SchemaOrBoolean | undefined {
  const json = Object.entries(content ?? {}).find(([type]) => mediaOf(type) === "json")?.[1];
  return json === undefined ? undefined : resolve("mediaType", json)?.schema;
}
