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
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
}

export interface Server {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Fields<ServerVariable>;
}

export interface ServerVariable {
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

export interface Tag {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
}

/** The HTTP methods a path item can describe, in the order the standard lists them. */
export const httpMethods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type HttpMethod = (typeof httpMethods)[number];

export interface PathItem extends Partial<Readonly<Record<HttpMethod, Operation>>> {
  readonly $ref?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly Server[];
  readonly parameters?: readonly (Parameter | Reference)[];
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
  /** Path parameters under other names in the method. */
  readonly parameters?: Fields<string>;
  readonly response: {
    /** Pointer to the component schema of the answer. */
    readonly schema: string;
    /** Pointer to an example of it. */
    readonly example?: string;
  };
}

/** `safe` changes nothing, `idempotent` may be repeated, `unsafe` may not. */
export type Safety = "safe" | "idempotent" | "unsafe";

export interface RqlExtension {
  /** Pointer to the component schema whose properties a query may name. */
  readonly resource: string;
}

export interface PaginationExtension {
  readonly limit: "rql";
  readonly total: "content-range";
  readonly pageSize: number;
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

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
  readonly content?: Fields<MediaType>;
  readonly example?: JsonValue;
}

export interface RequestBody {
  readonly description?: string;
  readonly content: Fields<MediaType>;
  readonly required?: boolean;
}

export interface Response {
  readonly description?: string;
  readonly headers?: Fields<Header | Reference>;
  readonly content?: Fields<MediaType>;
}

export interface MediaType {
  readonly schema?: SchemaOrBoolean;
  readonly example?: JsonValue;
  readonly examples?: JsonObject;
  readonly encoding?: JsonObject;
}

export interface Header {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: SchemaOrBoolean;
  readonly content?: Fields<MediaType>;
}

export interface Components {
  readonly schemas?: Fields<SchemaOrBoolean>;
  readonly responses?: Fields<Response | Reference>;
  readonly parameters?: Fields<Parameter | Reference>;
  readonly requestBodies?: Fields<RequestBody | Reference>;
  readonly headers?: Fields<Header | Reference>;
  readonly securitySchemes?: Fields<SecurityScheme | Reference>;
  readonly pathItems?: Fields<PathItem>;
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
  readonly examples?: readonly JsonValue[];
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
}

export interface Discriminator {
  readonly propertyName: string;
  /** Value of the property to the schema it selects: a pointer, or the name of a component schema. */
  readonly mapping?: Fields<string>;
}
