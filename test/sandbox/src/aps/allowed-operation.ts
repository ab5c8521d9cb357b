import { Failure } from "../failure.js";
import { type Json, property } from "../json.js";
import { documentedOperations } from "./documented-operations.js";
import { typeName } from "./resource-types.js";

/** An Allowed Operation: the key of a user may call custom operations of this APS type with this method. */
export type AllowedOperation = {
  /** Id of the type, without its version: `http://www.odin.com/billing/order-management`. */
  readonly apsType: string;
  readonly method: string;
};

/** Every Allowed Operation that some call of the bus needs. */
export const allAllowedOperations: readonly AllowedOperation[] = distinct(
  documentedOperations.flatMap(({ operation }) => permissionsOf(operation)),
);

/**
 * The Allowed Operations any one of which a call needs; empty where it needs none. Of several that are documented, those
 * of the called resource's own type count.
 *
 * @param typeOf APS type of the resource with an id
 */
export function operationsNeeded(
  method: string,
  path: string,
  typeOf: (resourceId: string) => string | undefined,
): readonly AllowedOperation[] {
  const documented = documentedOperations.find((known) => known.method === method && known.path.test(path));
  const permissions = documented === undefined ? [] : permissionsOf(documented.operation);
  const [, resourceId = ""] = /^\/aps\/2\/resources\/([^/]+)/.exec(path) ?? [];
  const type = typeName(typeOf(resourceId) ?? "");
  const own = permissions.filter(({ apsType }) => apsType === type);
  return own.length === 0 ? permissions : own;
}

/** Reads a list of them. Throws the platform's 400 where it is none. */
export function readAllowedOperations(value: Json | undefined = []): readonly AllowedOperation[] {
  if (!Array.isArray(value)) throw new Failure(400, "Allowed Operations are a list");
  return value.map((entry: Json) => {
    const apsType = property(entry, "apsType");
    const method = property(entry, "method");
    if (typeof apsType === "string" && typeof method === "string") return { apsType: typeName(apsType), method };
    throw new Failure(400, "An Allowed Operation has apsType and method");
  });
}

/** Whether both are the same, versions of types left out. */
export function isSameOperation(one: AllowedOperation, other: AllowedOperation): boolean {
  return typeName(one.apsType) === typeName(other.apsType) && one.method === other.method;
}

/** As the document of the bus writes them, of an operation and of its views. */
function permissionsOf(operation: Json): readonly AllowedOperation[] {
  const views = property(operation, "x-views");
  return [operation, ...(Array.isArray(views) ? views : [])].flatMap((part: Json) => {
    const permissions = property(part, "x-permissions");
    return Array.isArray(permissions) ? permissions.map((permission: Json) => parsePermission(String(permission))) : [];
  });
}

function parsePermission(text: string): AllowedOperation {
  const [apsType = "", method = ""] = text.split(" ");
  return { apsType, method };
}

function distinct(operations: readonly AllowedOperation[]): readonly AllowedOperation[] {
  return operations.filter((one, at) => operations.findIndex((other) => isSameOperation(one, other)) === at);
}
