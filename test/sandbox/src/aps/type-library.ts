import { type Json, type JsonObject, property } from "../json.js";
import { documentedOperations, documentedSchemas, resolveReference } from "./documented-operations.js";
import { apsTypes, baseTypes, typeName } from "./resource-types.js";
import type { serviceIds } from "./seed.js";

/** APS types of a bus, described in the platform's format. */
export interface TypeLibrary {
  /** Returns the platform's types, followed by those of the resources. */
  all(): readonly TypeDescription[];
  /** Finds a type by its number in the library. */
  find(number: string): TypeDescription | undefined;
  /** Returns the path of a type's description. */
  schemaOf(type: string): string;
}

/** Description of a type. Lists omit the long members. */
export type TypeDescription = JsonObject & { readonly aps: { readonly id: string; readonly href: string } };

/**
 * Creates a library of the types in the bus document and the types of resources.
 *
 * @param typesInUse Returns the types of all resources.
 */
export function createTypeLibrary(typesInUse: () => Iterable<string>): TypeLibrary {
  // A type keeps its number as long as the bus runs.
  const known = new Set(platformTypes);

  function ids(): readonly string[] {
    for (const type of typesInUse()) known.add(type);
    return [...known];
  }

  const describe = (id: string, index: number): TypeDescription => describeType(id, firstNumber + index);
  return {
    all: () => ids().map(describe),
    find(number) {
      const index = Number(number) - firstNumber;
      const id = /^\d{1,9}$/.test(number) ? ids()[index] : undefined;
      return id === undefined ? undefined : describe(id, index);
    },
    schemaOf(type) {
      known.add(type); // searching all resources would make each read as slow as a list
      return pathOf(firstNumber + [...known].indexOf(type));
    },
  };
}

/** Description of a type, as shown in lists. */
export function omitDetails(type: TypeDescription): JsonObject {
  const { properties: _properties, operations: _operations, ...rest } = type;
  return rest;
}

const platformTypes: readonly string[] = [...Object.values(apsTypes), ...Object.values(baseTypes).flat()];

/** First number. Chosen so that the order manager gets 412, as in the document's examples. */
const firstNumber = 412 - platformTypes.indexOf(apsTypes.orderManagement);

function pathOf(number: number): string {
  return `/aps/2/types/${number}`;
}

function describeType(id: string, number: number): TypeDescription {
  return {
    aps: { id: String(number), href: pathOf(number) },
    apsVersion: "2.0",
    name: nameOf(id),
    id,
    implements: baseTypes[id] ?? [],
    properties: propertiesOf(id),
    operations: operationsOf(id),
  };
}

/** Name of a type. The platform documents only one; the others use the last segment of their id. */
function nameOf(id: string): string {
  if (id === apsTypes.orderManagement) return "OrderManagementApplication";
  return typeName(id).split("/").at(-1) ?? id;
}

/** Scalar properties, as documented for resources of the type. */
function propertiesOf(id: string): JsonObject {
  const schemas = documentedSchemas().filter((schema) =>
    typeIdsOf(schema).some((named) => typeName(String(named)) === typeName(id)),
  );
  const entries = schemas
    .flatMap((schema) => Object.entries(allProperties(schema)))
    .flatMap(([name, schema]) => {
      const type = property(resolveReference(schema), "type");
      return typeof type === "string" && name !== "aps" ? [[name, { type }] as const] : [];
    });
  return Object.fromEntries(entries);
}

function typeIdsOf(schema: JsonObject): readonly Json[] {
  const ids = schema["x-rql-type"] ?? [];
  return Array.isArray(ids) ? ids : [ids];
}

function allProperties(schema: Json | undefined): JsonObject {
  const whole = resolveReference(schema);
  const parts = property(whole, "allOf");
  const inherited = Array.isArray(parts) ? parts.map(allProperties) : [];
  return Object.assign({}, ...inherited, property(whole, "properties"));
}

/** Custom operations of a service by operation id, as documented. */
function operationsOf(id: string): JsonObject {
  const [alias] = Object.entries(serviceTypes).find(([, type]) => typeName(type) === typeName(id)) ?? [];
  if (alias === undefined) return {};
  const prefix = `/aps/2/services/${alias}/`;
  const own = documentedOperations.filter(({ template }) => template.startsWith(prefix));
  return Object.fromEntries(
    own.map(({ template, method, operation, shared }) => {
      const path = template.slice(prefix.length - 1);
      const parameters = Object.fromEntries([...shared, ...listOf(operation["parameters"])].map(parameterOf));
      const body = operation["requestBody"] === undefined ? {} : { [bodyName(operation)]: bodyOf(operation) };
      const described = {
        path,
        verb: method,
        errorResponse: { type: "object" },
        parameters: { ...parameters, ...body },
      };
      return [String(operation["operationId"]), described];
    }),
  );
}

const serviceTypes: Readonly<Record<keyof typeof serviceIds, string>> = {
  "order-manager": apsTypes.orderManagement,
  "discount-manager": apsTypes.discountManagement,
  "payment-method-manager": apsTypes.paymentMethodManagement,
  "payment-manager": apsTypes.paymentManagement,
};

function parameterOf(parameter: Json): readonly [string, JsonObject] {
  const described = resolveReference(parameter);
  const type = property(resolveReference(property(described, "schema")), "type") ?? "string";
  const required = property(described, "required") === true;
  return [String(property(described, "name")), { kind: property(described, "in") ?? "query", type, required }];
}

function bodyName(operation: JsonObject): string {
  return String(operation["x-body-name"] ?? "body");
}

function bodyOf(operation: JsonObject): JsonObject {
  return {
    kind: "body",
    type: "object",
    required: property(resolveReference(operation["requestBody"]), "required") === true,
  };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
