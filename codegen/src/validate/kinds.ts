import {
  type Components,
  type Header,
  httpMethods,
  type Info,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type RequestBody,
  type Response,
  type Schema,
  type SecurityScheme,
  type Server,
  type Tag,
} from "./openapi.js";

/** The kinds of objects the standard knows and we read. */
export interface Kinds {
  readonly document: OpenApiDocument;
  readonly info: Info;
  readonly server: Server;
  readonly tag: Tag;
  readonly pathItem: PathItem;
  readonly operation: Operation;
  readonly parameter: Parameter;
  readonly requestBody: RequestBody;
  readonly response: Response;
  readonly mediaType: MediaType;
  readonly header: Header;
  readonly schema: Schema;
  readonly components: Components;
  readonly securityScheme: SecurityScheme;
}

export type Kind = keyof Kinds;

/** What a kind is called in a message. */
export const kindNames: { readonly [K in Kind]: string } = {
  document: "the document",
  info: "an info object",
  server: "a server",
  tag: "a tag",
  pathItem: "a path item",
  operation: "an operation",
  parameter: "a parameter",
  requestBody: "a request body",
  response: "a response",
  mediaType: "a media type",
  header: "a header",
  schema: "a schema",
  components: "a components object",
  securityScheme: "a security scheme",
};

/** A field of an object under which others stand: one, a list of them, or a map of names its author chose. */
export interface ChildField {
  readonly name: string;
  readonly holds: "one" | "list" | "map" | "extensible map";
  readonly kind: Kind;
}

const one = (name: string, kind: Kind): ChildField => ({ name, holds: "one", kind });
const list = (name: string, kind: Kind): ChildField => ({ name, holds: "list", kind });
const map = (name: string, kind: Kind): ChildField => ({ name, holds: "map", kind });
/** A map in which `x-` begins an extension, as the standard says of `paths` and `responses`. */
const extensibleMap = (name: string, kind: Kind): ChildField => ({ name, holds: "extensible map", kind });

/** Which kinds stand where. What is not listed is not read, and need not be right. */
export const childFields: { readonly [K in Kind]: readonly ChildField[] } = {
  document: [
    one("info", "info"),
    list("servers", "server"),
    list("tags", "tag"),
    extensibleMap("paths", "pathItem"),
    map("webhooks", "pathItem"),
    one("components", "components"),
  ],
  info: [],
  server: [],
  tag: [],
  pathItem: [
    list("servers", "server"),
    list("parameters", "parameter"),
    ...httpMethods.map((method) => one(method, "operation")),
    map("additionalOperations", "operation"),
  ],
  operation: [
    list("servers", "server"),
    list("parameters", "parameter"),
    one("requestBody", "requestBody"),
    extensibleMap("responses", "response"),
  ],
  parameter: [one("schema", "schema"), map("content", "mediaType")],
  requestBody: [map("content", "mediaType")],
  response: [map("headers", "header"), map("content", "mediaType")],
  mediaType: [one("schema", "schema"), one("itemSchema", "schema")],
  header: [one("schema", "schema"), map("content", "mediaType")],
  schema: [
    one("items", "schema"),
    list("prefixItems", "schema"),
    map("properties", "schema"),
    one("additionalProperties", "schema"),
    map("patternProperties", "schema"),
    list("allOf", "schema"),
    list("anyOf", "schema"),
    list("oneOf", "schema"),
    one("not", "schema"),
  ],
  components: [
    map("schemas", "schema"),
    map("responses", "response"),
    map("parameters", "parameter"),
    map("requestBodies", "requestBody"),
    map("headers", "header"),
    map("securitySchemes", "securityScheme"),
    map("pathItems", "pathItem"),
    map("mediaTypes", "mediaType"),
  ],
  securityScheme: [],
};

/** Kinds in whose place a `$ref` may stand. */
export const referable: ReadonlySet<Kind> = new Set([
  "pathItem",
  "parameter",
  "requestBody",
  "response",
  "mediaType",
  "header",
  "schema",
  "securityScheme",
]);
