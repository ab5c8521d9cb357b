import type { JsonPath } from "../json/index.js";
import type { Media } from "../openapi/index.js";
import type { Docs } from "./docs.js";
import type { NamedSchema, Schema } from "./schema-types.js";
import type { NamedReaderShape } from "./shape-types.js";

export type { Docs } from "./docs.js";
export type * from "./schema-types.js";
export type * from "./shape-types.js";

/**
 * Content of a document with every reference, name and default resolved, in document order. Plain data that the
 * emitters only arrange.
 */
export interface Model {
  /** Base name of the document, for the headers of generated files. */
  readonly source: string;
  readonly client: Client;
  readonly groups: readonly Group[];
  readonly webhooks: readonly Webhook[];
  readonly schemas: readonly NamedSchema[];
  /** Type ids in the order of their schemas. */
  readonly typeIds: readonly TypeId[];
  /** Shapes for readers of XML, each after the shapes that it refers to. */
  readonly readerShapes: readonly NamedReaderShape[];
}

/** Type id for RQL, with the names of its schemas. An id without a full version may match several types. */
export interface TypeId {
  readonly id: string;
  readonly types: readonly string[];
}

/** Class that holds all operation groups. */
export interface Client {
  /** Name without the suffix: `Aps` for the class `ApsApi`. */
  readonly name: string;
  readonly docs: Docs;
  readonly servers: readonly Server[];
  /** Security schemes other than OAuth 1.0a, which every client supports. */
  readonly security: readonly SecurityScheme[];
}

export interface SecurityScheme {
  readonly type: string;
  /** Location of an API key. */
  readonly in?: string;
  /** Name of the header, parameter or cookie that holds an API key. */
  readonly name?: string;
  /** HTTP scheme: `basic` or `bearer`. */
  readonly scheme?: string;
}

/** Server that the document declares. */
export interface Server {
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** Operations that share the first part of their public names, such as `orders`. */
export interface Group {
  readonly name: string;
  /** Class name, such as `Orders`. */
  readonly className: string;
  readonly docs: Docs;
  readonly operations: readonly Operation[];
}

export type Safety = "safe" | "idempotent" | "unsafe";

/** Operation of the client: one method. */
export interface Operation {
  /** Name of the descriptor, such as `createOrder`. */
  readonly id: string;
  /** Group name, such as `orders`. */
  readonly group: string;
  /** Method name, such as `create`. */
  readonly method: string;
  readonly docs: Docs;
  /** HTTP method, such as `POST`. */
  readonly httpMethod: string;
  readonly path: string;
  /** Servers of this operation, if they differ from the document's. */
  readonly servers: readonly Server[];
  /** Absent if the document does not state it. The runtime then decides. */
  readonly safety?: Safety;
  /** Permissions that a caller needs, in the platform's terms. */
  readonly permissions: readonly string[];
  /** Property of the result that identifies the created resource. */
  readonly identity?: Identity;
  /** Property of the request body that carries the reference of the call. */
  readonly reference?: readonly string[];
  /** Path parameters, in the order of the path. */
  readonly pathParameters: readonly Parameter[];
  /** Query, header and cookie parameters, which become properties of the options object. */
  readonly optionParameters: readonly OptionParameter[];
  readonly body?: RequestBody;
  /** Success responses. */
  readonly responses: readonly Response[];
  /** Error responses. */
  readonly errors: readonly ErrorResponse[];
  /** Headers of success responses. */
  readonly responseHeaders: readonly ResponseHeader[];
  /** RQL support, for lists that accept a query. `resource` is the type whose properties a query may use. */
  readonly rql?: {
    readonly resource: string;
    /** True if `implementing` in the query determines the type of the items. */
    readonly isTyped: boolean;
  };
  /** Paging by RQL, for lists that accept a query. */
  readonly pagination?: { readonly pageSize: number };
  /** Paging of a response that leads to further pages. */
  readonly paging?: Paging;
}

/** Property that identifies the created resource: in the result, or in each item if the result is a list. */
export interface Identity {
  readonly root: "object" | "list";
  readonly path: readonly string[];
}

/** Paging rules: how to request the next page, and where the items are. */
export type Paging = PageRequest & {
  /** Path of the items in the response. Absent if the response itself is the list. */
  readonly items?: readonly string[];
  readonly total?: readonly string[] | "content-range";
  readonly item: Schema;
};

/** Parameters that request the next page, by their names in the call options. */
export type PageRequest =
  | { readonly style: "offset"; readonly offset: string }
  | { readonly style: "page"; readonly page: string; readonly firstPage: number }
  | { readonly style: "cursor"; readonly cursor: string; readonly next: readonly string[] }
  | { readonly style: "link" };

/** Request that the platform sends on its own. */
export interface Webhook {
  /** Path of the webhook's operation in the document. */
  readonly place: JsonPath;
  /** Name in the document, such as `newPet`. */
  readonly key: string;
  /** Type name, such as `NewPetPayload`. */
  readonly payloadName: string;
  readonly docs: Docs;
  readonly payload: Schema;
}

export interface Parameter {
  /** Name on the wire. */
  readonly name: string;
  /** Name in the method's signature or options. */
  readonly argument: string;
  readonly docs: Docs;
  readonly schema: Schema;
  readonly style: ParameterStyle;
  /** True if each list item or object property is serialized separately. */
  readonly explode: boolean;
  /** True if reserved characters in a query value stay unescaped. */
  readonly allowReserved: boolean;
  /** Media type of a value that is serialized as text of that type. */
  readonly contentType?: string;
}

export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie";

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export interface OptionParameter extends Parameter {
  readonly in: Exclude<ParameterLocation, "path">;
  readonly required: boolean;
}

export interface RequestBody {
  /** Name of the method's argument. */
  readonly argument: string;
  readonly docs: Docs;
  readonly required: boolean;
  readonly content: Content;
  /** Encodings of form properties that the document specifies. */
  readonly encodings: readonly PartEncoding[];
}

/** Content of a body. */
export interface Content {
  readonly contentType: string;
  readonly media: Media;
  /** Schema of the body, or of each item if the body is a stream. */
  readonly schema: Schema;
  /**
   * For server-sent events: whether an item is the whole event, or its data as text. If absent, it is its data as JSON.
   */
  readonly item?: "event" | "text";
}

export type { Media };

export interface PartEncoding {
  readonly property: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly contentType?: string;
}

export interface Response {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  /** Absent if the response has no body. */
  readonly content?: Content;
}

export interface ErrorResponse {
  /** `404`, `4XX` or `default`. */
  readonly status: string;
  /** Documentation of when the error occurs. */
  readonly docs: Docs;
  /** Schema of the body, if it is JSON. */
  readonly schema?: Schema;
}

export interface ResponseHeader {
  /** Name on the wire. */
  readonly name: string;
  /** Name of the property in the result. */
  readonly property: string;
  readonly docs: Docs;
  /** Format in which to parse the header's text. */
  readonly form: HeaderForm;
  readonly schema: Schema;
}

export type HeaderForm = "text" | "number" | "boolean" | "texts" | "numbers" | "booleans" | "json";
