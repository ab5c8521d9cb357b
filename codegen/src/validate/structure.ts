import * as z from "zod";
import {
  describe,
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  quote,
  valueAt,
} from "../load/index.js";
import { clientNameShape, oauth1Shape, operationExtensionShapes } from "./extension-shapes.js";
import type { Kind, Kinds } from "./kinds.js";
import {
  type Components,
  type Header,
  httpMethods,
  type Info,
  type MediaType,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
  type RequestBody,
  type Response,
  type SchemaOrBoolean,
  type SchemaType,
  type SecurityRequirement,
  type SecurityScheme,
  type Server,
  type Tag,
} from "./openapi.js";
import type { Problem } from "./problem.js";
import {
  anything,
  child,
  childSchema,
  fields,
  list,
  mapOf,
  optionalCount,
  optionalFlag,
  optionalNumber,
  optionalText,
  text,
  word,
} from "./shapes.js";

/** Whether the fields of an object are what its kind asks for. Fields below them, and unknown ones, are not looked at. */
export function hasShape<K extends Kind>(kind: K, value: JsonObject): value is JsonObject & Kinds[K] {
  return shapeProblems(kind, value, []).length === 0;
}

/**
 * What keeps an object from {@link hasShape}. Field by field, since an object has a few of the forty that a schema may
 * have, and zod forms an error for each that is absent before it finds that it may be.
 */
export function shapeProblems(kind: Kind, value: JsonObject, path: JsonPath): readonly Problem[] {
  const { shape } = shapes[kind];
  const problems: Problem[] = [];
  for (const [key, held] of Object.entries(value)) {
    if (!Object.hasOwn(shape, key)) continue;
    for (const issue of shape[key]?.safeParse(held).error?.issues ?? []) problems.push(misfit(value, path, key, issue));
  }
  for (const [key, field] of requiredFields[kind] ?? []) {
    if (Object.hasOwn(value, key)) continue;
    const expected = field.safeParse(undefined).error?.issues[0]?.message ?? "a value";
    problems.push({ path: [...path, key], message: `${quote(key)} is missing: expected ${expected}.` });
  }
  return problems;
}

function misfit(object: JsonObject, path: JsonPath, key: string, issue: z.core.$ZodIssue): Problem {
  const place = [key, ...issue.path.filter((step) => typeof step !== "symbol")];
  const name = quote(place.join("."));
  const found = valueAt(object, place);
  const message =
    found === undefined
      ? `${name} is missing: expected ${issue.message}.`
      : `Expected ${issue.message} in ${name}, found ${describe(found)}.`;
  return { path: [...path, ...place], message };
}

/** Where nothing may mean something: the name of a type in YAML, or an operation that was begun. */
const meaningfulNulls: ReadonlySet<string> = new Set(["$ref", "type", ...httpMethods]);

/**
 * Removes fields that hold nothing, as a YAML author leaves them behind `description:`. They mean what absent ones do,
 * and whoever reads the document needs to know of one form only. The data has just been read and is nobody else's.
 */
export function removeEmptyFields(kind: Kind, value: JsonObject): void {
  const { shape } = shapes[kind];
  for (const [key, held] of Object.entries(value)) {
    if (held !== null || !Object.hasOwn(shape, key) || key.startsWith("x-") || meaningfulNulls.has(key)) continue;
    const field = shape[key];
    if (field instanceof z.ZodExactOptional && !field.safeParse(null).success) Reflect.deleteProperty(value, key);
  }
}

const schemaTypes: readonly string[] = [
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null",
] satisfies SchemaType[];

const schemaType = z.custom<SchemaType | readonly SchemaType[]>(
  (type) => (Array.isArray(type) ? type.length > 0 && type.every(isSchemaType) : isSchemaType(type)),
  `one or a list of ${schemaTypes.join(", ")}`,
);

function isSchemaType(type: unknown): boolean {
  return typeof type === "string" && schemaTypes.includes(type);
}

const exclusiveBound = z.custom<number | boolean>(
  (bound) => typeof bound === "number" || typeof bound === "boolean",
  "a number (OpenAPI 3.1), or true or false (3.0)",
);

const securityRequirements = z.exactOptional(
  z.array(mapOf(z.array(text, "a list of scopes"), "an object"), "a list") satisfies z.ZodType<SecurityRequirement[]>,
);

/** Text that YAML reads as something else when it stands without quotation marks: a port, a version. */
const plainValue = z.union([z.string(), z.number(), z.boolean()], "text");
const version = z.union([z.string(), z.number()], 'text, like "1.0" in quotation marks');

const described = { description: optionalText };
const titled = { summary: optionalText, description: optionalText };

/** A kind added to the survey does not compile until its shape, which fits its type, is here. */
const shapes: { readonly [K in Kind]: z.ZodType<Kinds[K]> & z.ZodObject<Readonly<Record<string, z.ZodType>>> } = {
  document: z.object({
    openapi: text,
    info: z.custom<Info>(isJsonObject, "an info object"),
    servers: list<Server>(),
    tags: list<Tag>(),
    paths: fields<PathItem>(),
    webhooks: fields<PathItem>(),
    components: child<Components>(),
    security: securityRequirements,
    "x-client-name": z.exactOptional(clientNameShape),
  }),
  info: z.object({ title: text, version, ...titled }),
  server: z.object({
    url: text,
    variables: z.exactOptional(
      mapOf(
        z.object(
          { default: z.exactOptional(plainValue), enum: z.exactOptional(z.array(plainValue, "a list")), ...described },
          "an object",
        ),
        "an object",
      ),
    ),
    ...described,
  }),
  tag: z.object({ name: text, ...titled }),
  pathItem: z.object({
    $ref: optionalText,
    ...titled,
    servers: list<Server>(),
    parameters: list<Parameter | Reference>(),
    get: child<Operation>(),
    put: child<Operation>(),
    post: child<Operation>(),
    delete: child<Operation>(),
    options: child<Operation>(),
    head: child<Operation>(),
    patch: child<Operation>(),
    trace: child<Operation>(),
    query: child<Operation>(),
    additionalOperations: fields<Operation>(),
  }),
  operation: z.object({
    operationId: optionalText,
    tags: z.exactOptional(z.array(text, "a list")),
    ...titled,
    parameters: list<Parameter | Reference>(),
    requestBody: child<RequestBody | Reference>(),
    responses: fields<Response | Reference>(),
    deprecated: optionalFlag,
    security: securityRequirements,
    servers: list<Server>(),
    ...operationExtensionShapes,
  }),
  parameter: z.object({
    name: text,
    in: word("path", "query", "querystring", "header", "cookie"),
    ...described,
    required: optionalFlag,
    deprecated: optionalFlag,
    style: optionalText,
    explode: optionalFlag,
    allowReserved: optionalFlag,
    schema: childSchema<SchemaOrBoolean>(),
    content: fields<MediaType | Reference>(),
    example: anything(),
  }),
  requestBody: z.object({
    ...described,
    content: z.custom<RequestBody["content"]>(isJsonObject, "an object of media types"),
    required: optionalFlag,
  }),
  response: z.object({ ...described, headers: fields<Header | Reference>(), content: fields<MediaType | Reference>() }),
  mediaType: z.object({
    schema: childSchema<SchemaOrBoolean>(),
    itemSchema: childSchema<SchemaOrBoolean>(),
    example: anything(),
    examples: anything(),
    encoding: child<JsonObject>(),
  }),
  header: z.object({
    ...described,
    required: optionalFlag,
    deprecated: optionalFlag,
    schema: childSchema<SchemaOrBoolean>(),
    content: fields<MediaType | Reference>(),
  }),
  components: z.object({
    schemas: fields<SchemaOrBoolean>(),
    responses: fields<Response | Reference>(),
    parameters: fields<Parameter | Reference>(),
    requestBodies: fields<RequestBody | Reference>(),
    headers: fields<Header | Reference>(),
    securitySchemes: fields<SecurityScheme | Reference>(),
    pathItems: fields<PathItem>(),
    mediaTypes: fields<MediaType | Reference>(),
  }),
  securityScheme: z.object({
    type: word("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"),
    ...described,
    name: optionalText,
    in: z.exactOptional(word("query", "header", "cookie")),
    scheme: optionalText,
    bearerFormat: optionalText,
    "x-oauth1": oauth1Shape,
  }),
  schema: z.object({
    $ref: optionalText,
    title: optionalText,
    ...described,
    deprecated: optionalFlag,
    readOnly: optionalFlag,
    writeOnly: optionalFlag,
    type: z.exactOptional(schemaType),
    nullable: optionalFlag,
    format: optionalText,
    contentMediaType: optionalText,
    contentEncoding: optionalText,
    enum: list<JsonValue>(),
    const: anything(),
    default: anything(),
    example: anything(),
    examples: anything(),
    minimum: optionalNumber,
    maximum: optionalNumber,
    exclusiveMinimum: z.exactOptional(exclusiveBound),
    exclusiveMaximum: z.exactOptional(exclusiveBound),
    multipleOf: optionalNumber,
    minLength: optionalCount,
    maxLength: optionalCount,
    pattern: optionalText,
    items: childSchema<SchemaOrBoolean>(),
    prefixItems: list<SchemaOrBoolean>(),
    minItems: optionalCount,
    maxItems: optionalCount,
    uniqueItems: optionalFlag,
    properties: fields<SchemaOrBoolean>(),
    additionalProperties: childSchema<SchemaOrBoolean>(),
    patternProperties: fields<SchemaOrBoolean>(),
    required: z.exactOptional(z.array(text, "a list of property names")),
    minProperties: optionalCount,
    maxProperties: optionalCount,
    allOf: list<SchemaOrBoolean>(),
    anyOf: list<SchemaOrBoolean>(),
    oneOf: list<SchemaOrBoolean>(),
    not: childSchema<SchemaOrBoolean>(),
    discriminator: z.exactOptional(
      z.object({ propertyName: text, mapping: z.exactOptional(mapOf(text, "an object")) }, "an object"),
    ),
    "x-rql-type": anything(),
  }),
};

type RequiredFields = readonly (readonly [key: string, field: z.ZodType])[];

const requiredFields: { readonly [kind in Kind]?: RequiredFields } = Object.fromEntries(
  Object.entries(shapes).map(([kind, { shape }]) => [kind, Object.entries(shape).filter(isRequired)]),
);

function isRequired([, field]: readonly [string, z.ZodType]): boolean {
  return !(field instanceof z.ZodExactOptional);
}
