import { type FollowSchema, itemsOf, type SchemaOrBoolean } from "../openapi/index.js";
import type { Identity } from "./model.js";

/**
 * Identity of what an operation or a view creates: its `x-identity`, and whether its result is a list of such things.
 *
 * @param shared Identity of the operation of a view. A view without a result of its own has the same root.
 */
export function settleIdentity(
  property: string | false | undefined,
  answer: SchemaOrBoolean | undefined,
  follow: FollowSchema,
  shared?: Identity,
): Identity | undefined {
  if (property === undefined || property === false) return undefined;
  const own = itemsOf(answer, follow) === undefined ? "object" : "list";
  return { root: answer === undefined ? (shared?.root ?? own) : own, path: property.split(".") };
}
