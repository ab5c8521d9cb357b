import { type FollowSchema, itemsOf, type SchemaOrBoolean } from "../openapi/index.js";
import type { Identity } from "./model.js";

/**
 * Resolves `x-identity`: the property that identifies what an operation or view creates, and whether its result is a
 * list.
 *
 * @param shared Identity of the operation that a view belongs to. A view without its own result has the same root.
 */
export function convertIdentity(
  property: string | false | undefined,
  result: SchemaOrBoolean | undefined,
  follow: FollowSchema,
  shared?: Identity,
): Identity | undefined {
  if (property === undefined || property === false) return undefined;
  const own = itemsOf(result, follow) === undefined ? "object" : "list";
  return { root: result === undefined ? (shared?.root ?? own) : own, path: property.split(".") };
}
