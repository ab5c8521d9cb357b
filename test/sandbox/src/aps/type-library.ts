import { type Json, type JsonObject, property } from "../json.js";
import { documentedOperations, documentedSchemas, resolved } from "./documented-operations.js";
import { apsTypes, baseTypes, typeName } from "./resource-types.js";
import type { serviceIds } from "./seed.js";

/** The APS types that a bus knows, each described as the platform describes its own. */
export interface TypeLibrary {
  /** Those of the platform, then those of the resources that there are. */
  all(): readonly TypeDescription[];
  /** By the number in the library. */
  find(number: string): TypeDescription | undefined;
  /** Path of the description of a type. */
  schemaOf(type: string): string;
}

/** What a type says of itself. A list shows it without the members that are long. */
export type TypeDescription = JsonObject & { readonly aps: { readonly id: string; readonly href: string } };

/**
 * A library of the types that the document of the bus describes and those that resources have.
 *
 * @param typesInUse The types of all resources.
 */
export function createTypeLibrary(typesInUse: () => Iterable<string>): TypeLibrary {
  // A type keeps its number for as long as the bus runs.
  const known = new Set(platformTypes);

  function ids(): readonly string[] {
    for (const type of typesInUse()) known.add(type);
    return [...known];
  }

  const describe = (id: string, index: number): TypeDescription => description(id, firstNumber + index);
  return {
    all: () => ids().map(describe),
    find(number) {
      const index = Number(number) - firstNumber;
      const id = /^\d{1,9}$/.test(number) ? ids()[index] : undefined;
      return id === undefined ? undefined : describe(id, index);
    },
    schemaOf(type) {
      known.add(type); // to look through all resources for it would make each read as slow as a list
      return pathOf(firstNumber + [...known].indexOf(type));
    },
  };
}

/** What a list shows of a type. */
export function withoutDetails(type: TypeDescription): JsonObject {
  const { properties: _properties, operations: _operations, ...rest } = type;
  return rest;
}

const platformTypes: readonly string[] = [...Object.values(apsTypes), ...Object.values(baseTypes).flat()];

/** Makes the order manager's 412, as the document has it in its examples. */
const firstNumber = 412 - platformTypes.indexOf(apsTypes.orderManagement);

function pathOf(number: number): string {
  return `/aps/2/types/${number}`;
}

function description(id: string, number: number): TypeDescription {
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

/** The platform's own name is documented of one type; others are called by the end of their id. */
function nameOf(id: string): string {
  if (id === apsTypes.orderManagement) return "OrderManagementApplication";
  return typeName(id).split("/").at(-1) ?? id;
}

/** Plain properties, as the document describes the resources of a type. */
function propertiesOf(id: string): JsonObject {
  const schemas = documentedSchemas().filter((schema) =>
    typeIdsOf(schema).some((named) => typeName(String(named)) === typeName(id)),
  );
  const entries = schemas
    .flatMap((schema) => Object.entries(allProperties(schema)))
    .flatMap(([name, schema]) => {
      const type = property(resolved(schema), "type");
      return typeof type === "string" && name !== "aps" ? [[name, { type }] as const] : [];
    });
  return Object.fromEntries(entries);
}

function typeIdsOf(schema: JsonObject): readonly Json[] {
  const ids = schema["x-rql-type"] ?? [];
  return Array.isArray(ids) ? ids : [ids];
}

function allProperties(schema: Json | undefined): JsonObject {
  const whole = resolved(schema);
  const parts = property(whole, "allOf");
  const inherited = Array.isArray(parts) ? parts.map(allProperties) : [];
  return Object.assign({}, ...inherited, property(whole, "properties"));
}

/** Custom operations of a service, as the document describes them, by the names that it gives them. */
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
  const described = resolved(parameter);
  const type = property(resolved(property(described, "schema")), "type") ?? "string";
  const required = property(described, "required") === true;
  return [String(property(described, "name")), { kind: property(described, "in") ?? "query", type, required }];
}

function bodyName(operation: JsonObject): string {
  return String(operation["x-body-name"] ?? "body");
}

function bodyOf(operation: JsonObject): JsonObject {
  return { kind: "body", type: "object", required: property(resolved(operation["requestBody"]), "required") === true };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
