import type { ListShape, ObjectShape, Shape } from "../../runtime/schema/shape.js";

/** Shape of an undocumented object. */
export const undocumented: ObjectShape = { members: {} };

/** Returns true for the shape of a list. */
export function isList(shape: Shape): shape is ListShape {
  return typeof shape === "object" && "item" in shape;
}
