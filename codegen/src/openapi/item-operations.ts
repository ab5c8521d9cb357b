import type { JsonPath } from "../json/index.js";
import { httpMethods } from "./objects.js";
import type { Operation, PathItem } from "./types.js";

/** Operation of a path item. */
export interface ItemOperation {
  /** HTTP method, such as `GET`. */
  readonly method: string;
  /** Path relative to the path item. */
  readonly place: JsonPath;
  readonly operation: Operation;
}

/** Returns all operations of a path item: first the standard methods, then additional ones. */
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

/** Path of a method's operation, relative to its path item. */
export function placeOfMethod(method: string): JsonPath {
  const listed = httpMethods.find((known) => known.toUpperCase() === method);
  return listed === undefined ? ["additionalOperations", method] : [listed];
}
