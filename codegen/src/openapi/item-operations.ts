import type { JsonPath } from "../json/index.js";
import { httpMethods } from "./objects.js";
import type { Operation, PathItem } from "./types.js";

/** An operation of a path item. */
export interface ItemOperation {
  /** As it stands on the wire: `GET`. */
  readonly method: string;
  /** Where it stands below the item. */
  readonly place: JsonPath;
  readonly operation: Operation;
}

/** All operations of a path item: those of the methods that the standard lists, then those of further methods. */
export function operationsOf(item: PathItem): readonly ItemOperation[] {
  const listed = httpMethods.flatMap((method): readonly ItemOperation[] => {
    const operation = item[method];
    return operation === undefined ? [] : [{ method: method.toUpperCase(), place: [method], operation }];
  });
  const further = Object.entries(item.additionalOperations ?? {}).map(([method, operation]): ItemOperation => {
    return { method, place: ["additionalOperations", method], operation };
  });
  return [...listed, ...further];
}

/** Where the operation of a method stands below its path item. */
export function placeOfMethod(method: string): JsonPath {
  const listed = httpMethods.find((known) => known.toUpperCase() === method);
  return listed === undefined ? ["additionalOperations", method] : [listed];
}
