import { Failure } from "../failure.js";
import { type Json, property } from "../json.js";
import { documentedOperations } from "./documented-operations.js";
import { typeName } from "./resource-types.js";

/** Allowed Operation: a user's key may call custom operations of this APS type with this method. */
export type AllowedOperation = {
  /** Type id without its version, such as `http://www.odin.com/billing/order-management`. */
  readonly apsType: string;
  readonly method: string;
};

/** All Allowed Operations that calls of the bus require. */
export const allAllowedOperations: readonly AllowedOperation[] = distinct(
  documentedOperations.flatMap(({ operation }) => permissionsOf(operation)),
);

/**
 * Allowed Operations of which a call needs any one. Empty if it needs none. If the document lists several, those of the
 * resource's own type apply.
 *
 * @param typeOf Returns the APS type of a resource by id.
 */
export function findRequiredOperations(
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

/** Parses a list of Allowed Operations. Throws the platform's 400 if it is invalid. */
export function parseAllowedOperations(value: Json | undefined = []): readonly AllowedOperation[] {
  if (!Array.isArray(value)) throw new Failure(400, "Allowed Operations must be a list");
  return value.map((entry: Json) => {
    const apsType = property(entry, "apsType");
    const method = property(entry, "method");
    if (typeof apsType === "string" && typeof method === "string") return { apsType: typeName(apsType), method };
    throw new Failure(400, "An Allowed Operation needs apsType and method");
  });
}

/** Returns true if both are the same, ignoring type versions. */
export function isSameOperation(one: AllowedOperation, other: AllowedOperation): boolean {
  return typeName(one.apsType) === typeName(other.apsType) && one.method === other.method;
}

/** Permissions that the document lists for an operation and its views. */
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
