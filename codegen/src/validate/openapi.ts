import type { JsonObject, JsonValue } from "../load/json.js";

/**
 * The objects of OpenAPI 3.0, 3.1 and 3.2 that this generator reads, named as the standard names them.
 * What a document holds beyond these fields is allowed and ignored.
 */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Info;
  readonly servers?: readonly Server[];
  readonly tags?: readonly Tag[];
  readonly paths?: Fields<PathItem>;
  /** Since OpenAPI 3.1: what the platform sends by itself, by names of its own. */
  readonly webhooks?: Fields<PathItem>;
  readonly components?: Components;
  readonly security?: readonly SecurityRequirement[];
  /** What the client's class is named after: `Aps` makes `ApsApi`. */
  readonly "x-client-name"?: string;
}

/** A map of an OpenAPI document: names its author chose, in the author's order, without a prototype. */
export type Fields<Value> = { readonly [name: string]: Value };

/** What stands in the place of an object that is written elsewhere in the document. */
export interface Reference {
  readonly $ref: string;
  readonly summary?: string;
  readonly description?: string;
}

export interface Info {
  readonly title: string;
  /** A number where YAML took it for one. */
  readonly version: string | number;
  readonly summary?: string;
  readonly description?: string;
}

export interface Server {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Fields<ServerVariable>;
}

/** Values are text, and what YAML took for something else: `default: 8443`. */
export interface ServerVariable {
  readonly default?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly description?: string;
}

export interface Tag {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
}

/** The HTTP methods a path item can describe, in the order the standard lists them. */
export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

export type HttpMethod = (typeof httpMethods)[number];

export interface PathItem extends Partial<Readonly<Record<HttpMethod, Operation>>> {
  readonly $ref?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly Server[];
  readonly parameters?: readonly (Parameter | Reference)[];
  /** OpenAPI 3.2: operations of further methods, by their names as they stand on the wire. */
  readonly additionalOperations?: Fields<Operation>;
}

export interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses?: Fields<Response | Reference>;
  readonly deprecated?: boolean;
  readonly security?: readonly SecurityRequirement[];
  readonly servers?: readonly Server[];
  /** The method's public name: `orders.create`. */
  readonly "x-sdk-name"?: string;
  /** What a repetition does; an operation without it is unsafe. */
  readonly "x-safety"?: Safety;
  /** The collection takes RQL over this resource. */
  readonly "x-rql"?: RqlExtension;
  /** The collection comes in pages. */
  readonly "x-pagination"?: PaginationExtension;
  /** The name of the method's body argument. */
  readonly "x-body-name"?: string;
  /** Rights that a caller needs, in the platform's words. */
  readonly "x-permissions"?: readonly string[];
  /** Property of the result that identifies what was placed or created; `false` where nothing is. */
  readonly "x-identity"?: string | false;
  /** Property of the request body that carries the reference of the call. */
  readonly "x-reference"?: string;
  /** The same call under further names, each with types of its own. */
  readonly "x-views"?: readonly View[];
}

/** An operation once more, for one kind of what it handles: `accounts.get` is `resources.get` for accounts. */
export interface View {
  readonly operationId: string;
  readonly "x-sdk-name": string;
  readonly tag: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  /** Rights that a caller of it needs. */
  readonly "x-permissions"?: readonly string[];
  /** Property of the result that identifies what was placed or created; `false` where nothing is. */
  readonly "x-identity"?: string | false;
  /** Path parameters under other names in the method. */
  readonly parameters?: Fields<string>;
  /** What is sent, where it is narrower than what the operation takes. */
  readonly body?: ViewContent & {
    /** Name of the body among the arguments, if not the operation's. */
    readonly name?: string;
  };
  /** What comes back, where it is narrower than what the operation answers. */
  readonly response?: ViewContent;
}

export interface ViewContent {
  /** Pointer to a component schema. */
  readonly schema: string;
  /** Pointer to an example of it. */
  readonly example?: string;
}

/** `safe` changes nothing, `idempotent` may be repeated, `unsafe` may not. */
export type Safety = "safe" | "idempotent" | "unsafe";

export interface RqlExtension {
  /** Pointer to the component schema whose properties a query may name. */
  readonly resource: string;
  /** What says of which type the items are, where the list holds resources of all types. */
  readonly typedBy?: "implementing";
}

/** A list of RQL in pages, or an answer that leads to further ones. */
export type PaginationExtension = RqlPagination | PagedAnswer;

export interface RqlPagination {
  readonly style?: undefined;
  readonly limit: "rql";
  readonly total: "content-range";
  readonly pageSize: number;
}

/** What asks for the page after an answer. */
export type PagedAnswer = AnswerProperties & (OffsetPages | NumberedPages | CursorPages | LinkedPages);

/** Properties of an answer, each a path with dots between its names. */
interface AnswerProperties {
  /** The list, where the answer itself is not the list. */
  readonly items?: string;
  /** How many items all pages have together; `content-range` for what that header says. */
  readonly total?: string;
}

interface OffsetPages {
  readonly style: "offset";
  /** Query parameter: number of the first item, from 0. */
  readonly offset: string;
  readonly limit: string;
}

interface NumberedPages {
  readonly style: "page";
  /** Query parameter: number of the page. */
  readonly page: string;
  readonly limit?: string;
  readonly firstPage?: number;
}

interface CursorPages {
  readonly style: "cursor";
  /** Query parameter: what the page before named. */
  readonly cursor: string;
  /** Property of the answer: what the next page is asked for by. */
  readonly next: string;
}

interface LinkedPages {
  readonly style: "link";
}

/** OpenAPI 3.2 has `querystring`: the whole query, described as one value. */
export type ParameterLocation = "path" | "query" | "querystring" | "header" | "cookie";

export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: SchemaOrBoolean;
  readonly content?: MediaTypes;
  readonly example?: JsonValue;
}

/** By media type what it holds; OpenAPI 3.2 lets it be a component. */
export type MediaTypes = Fields<MediaType | Reference>;

export interface RequestBody {
  readonly description?: string;
  readonly content: MediaTypes;
  readonly required?: boolean;
}

export interface Response {
  readonly description?: string;
  readonly headers?: Fields<Header | Reference>;
  readonly content?: MediaTypes;
}

export interface MediaType {
  readonly schema?: SchemaOrBoolean;
  /** OpenAPI 3.2: of a body that comes piece by piece, each piece. */
  readonly itemSchema?: SchemaOrBoolean;
  readonly example?: JsonValue;
  readonly examples?: JsonValue;
  readonly encoding?: JsonObject;
}

export interface Header {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: SchemaOrBoolean;
  readonly content?: MediaTypes;
}

export interface Components {
  readonly schemas?: Fields<SchemaOrBoolean>;
  readonly responses?: Fields<Response | Reference>;
  readonly parameters?: Fields<Parameter | Reference>;
  readonly requestBodies?: Fields<RequestBody | Reference>;
  readonly headers?: Fields<Header | Reference>;
  readonly securitySchemes?: Fields<SecurityScheme | Reference>;
  readonly pathItems?: Fields<PathItem>;
  readonly mediaTypes?: Fields<MediaType | Reference>;
}

/** Names of security schemes, all of them needed together, each with its scopes. */
export type SecurityRequirement = Fields<readonly string[]>;

export interface SecurityScheme {
  readonly type: "apiKey" | "http" | "mutualTLS" | "oauth2" | "openIdConnect";
  readonly description?: string;
  readonly name?: string;
  readonly in?: "query" | "header" | "cookie";
  readonly scheme?: string;
  readonly bearerFormat?: string;
  /** With `type: http` and `scheme: OAuth`: how OAuth 1.0a signs. */
  readonly "x-oauth1"?: OAuth1Extension;
}

export type SignatureMethod = "HMAC-SHA1" | "HMAC-SHA256" | "RSA-SHA1" | "PLAINTEXT";

export interface OAuth1Extension {
  readonly signatureMethod: SignatureMethod;
}

/** JSON Schema allows `true` (anything) and `false` (nothing) wherever a schema stands. */
export type SchemaOrBoolean = Schema | boolean;

export type SchemaType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/** A schema object. A `$ref` stands beside other keywords since OpenAPI 3.1 and hides them in 3.0. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly type?: SchemaType | readonly SchemaType[];
  /** OpenAPI 3.0; 3.1 writes `type: [..., "null"]`. */
  readonly nullable?: boolean;
  readonly format?: string;
  /** OpenAPI 3.1: what bytes or, with an encoding, text are inside. */
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  readonly default?: JsonValue;
  readonly example?: JsonValue;
  /** A list of JSON Schema or, as many have it, a map like that of a media type. */
  readonly examples?: JsonValue;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A switch in OpenAPI 3.0, a bound of its own in 3.1. */
  readonly exclusiveMinimum?: number | boolean;
  readonly exclusiveMaximum?: number | boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: SchemaOrBoolean;
  readonly prefixItems?: readonly SchemaOrBoolean[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Fields<SchemaOrBoolean>;
  readonly additionalProperties?: SchemaOrBoolean;
  /** By regular expressions that names of properties fit. */
  readonly patternProperties?: Fields<SchemaOrBoolean>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly SchemaOrBoolean[];
  readonly anyOf?: readonly SchemaOrBoolean[];
  readonly oneOf?: readonly SchemaOrBoolean[];
  readonly not?: SchemaOrBoolean;
  readonly discriminator?: Discriminator;
  /** Of a component: the type ids, each a text, by which RQL names the type. */
  readonly "x-rql-type"?: JsonValue;
}

export interface Discriminator {
  readonly propertyName: string;
  /** Value of the property to the schema it selects: a pointer, or the name of a component schema. */
  readonly mapping?: Fields<string>;
}
