import { mediaOf } from "./media-type.js";
import type { Kind } from "./objects.js";
import type { MediaTypes, ObjectOf, Operation, Reference, SchemaOrBoolean } from "./types.js";

/** Follows the reference in the place of an object; `undefined` if it leads to no such object. */
export type Resolve = <K extends Kind>(kind: K, value: ObjectOf<K> | Reference) => ObjectOf<K> | undefined;

/** Whether a key of `responses` is a success: a status, or the class `2XX`. */
export function isSuccess(status: string): boolean {
  return /^2(?:\d\d|XX)$/i.test(status);
}

/** Whether a key of `responses` is an error: a status, a class of them, or all others. */
export function isError(status: string): boolean {
  return /^(?:[45](?:\d\d|XX)|default)$/i.test(status);
}

/** JSON schema of the first success that an operation documents. */
export function resultSchema({ responses = {} }: Operation, resolve: Resolve): SchemaOrBoolean | undefined {
  for (const [status, response] of Object.entries(responses)) {
    const schema = isSuccess(status) ? jsonSchema(resolve("response", response)?.content, resolve) : undefined;
    if (schema !== undefined) return schema;
  }
  return undefined;
}

/** Schema of the JSON among the media types of a body. */
export function jsonSchema(content: MediaTypes | undefined, resolve: Resolve): SchemaOrBoolean | undefined {
  const json = Object.entries(content ?? {}).find(([type]) => mediaOf(type) === "json")?.[1];
  return json === undefined ? undefined : resolve("mediaType", json)?.schema;
}
