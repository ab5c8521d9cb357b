import type { Safety } from "../../http/safety.js";
import type { Schema } from "./schema.js";
import type { StreamReader } from "./stream-reader.js";

/**
 * Version of the contract between generated code and this runtime. It changes when older generated code no longer
 * works; then the code does not compile, and a client refuses to start.
 */
export const CONTRACT = 3;

/** Description of a generated client for the runtime. */
export interface ApiDescriptor {
  /** Name of the client: `Aps` for `ApsApi`. */
  readonly name: string;
  /** Version of the runtime's contract that the client was generated for. */
  readonly contract: typeof CONTRACT;
  /** Servers listed in the document, for `serverUrl`. */
  readonly servers?: readonly ServerDescription[];
  /** Security schemes of the document, besides OAuth 1.0a. */
  readonly security?: readonly SecurityDescription[];
}

/** Security scheme of the document. */
export interface SecurityDescription {
  /** Type as in the document. */
  readonly type: "apiKey" | "http" | "oauth2" | "openIdConnect" | "mutualTLS";
  /** Location of an API key. */
  readonly in?: "query" | "header" | "cookie";
  /** Name of the header, parameter or cookie of an API key. */
  readonly name?: string;
  /** HTTP authentication scheme: `basic` or `bearer`. */
  readonly scheme?: string;
}

/** Server of the document. */
export interface ServerDescription {
  /** URL, which may be relative and contain variables in braces. */
  readonly url: string;
  /** Variables of the URL. */
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

/** Variable of a server URL. */
export interface ServerVariable {
  /** Default value. */
  readonly default?: string;
  /** Allowed values. */
  readonly enum?: readonly string[];
}

/** Names of nested properties, outermost first. */
export type PropertyPath = readonly string[];

declare const inputType: unique symbol;
declare const resultType: unique symbol;
export declare const errorsType: unique symbol;
declare const headersType: unique symbol;

/**
 * Operation of the document, described for the runtime.
 *
 * The schemas are untyped here. The generator ensures that each matches the type parameters, because comparing them
 * would take a compiler much of its time for a large client.
 *
 * @typeParam Input Path parameters by name, and the body under `body`.
 * @typeParam Result Result of a success.
 * @typeParam Errors Bodies of the documented errors, by status.
 * @typeParam ResponseHeaders Documented headers of a success.
 */
export interface Operation<
  Input extends object,
  Result,
  Errors extends object = object,
  ResponseHeaders extends object = object,
> {
  /** Only for the compiler: operations with different inputs or results are different types. */
  readonly [inputType]?: Input;
  /** Only for the compiler. */
  readonly [resultType]?: Result;
  /** Only for the compiler. */
  readonly [errorsType]?: Errors;
  /** Only for the compiler. */
  readonly [headersType]?: ResponseHeaders;
  /** Public name of the method: `orders.create`. */
  readonly name: string;
  /** HTTP method. */
  readonly method: string;
  /** Path template: `/orders/{orderId}`. */
  readonly path: string;
  /** The operation's own servers, if the document lists any, for `serverUrl`. */
  readonly servers?: readonly ServerDescription[];
  /** Effect of repeating the call, if the document states it. */
  readonly safety?: Safety | undefined;
  /** Rights that a caller needs, in the platform's notation. If there are several, the call decides which. */
  readonly permissions?: readonly string[];
  /** Parameters in the call's options, and path parameters that are not plain text. */
  readonly parameters?: readonly OperationParameter[];
  /** Request body; absent if there is none. */
  readonly body?: RequestBody;
  /** Responses by status: `200`, `2XX`, `default`. */
  readonly responses: Readonly<Record<string, ResponseDescription>>;
  /** Bodies of the documented errors, by status: `404`, `4XX`, `default`. */
  readonly errors?: Readonly<Record<string, Schema<unknown>>>;
  /**
   * Converts the JSON of a success into the form that the document describes, if a platform writes it in several forms.
   * Documents cannot express this, so only hand-written code on top of a generated client uses it.
   */
  readonly canonical?: (body: unknown) => unknown;
  /**
   * Decodes the bytes of a success whose format only its `Content-Type` states. Throws a `SyntaxError` if the body does
   * not have that format. @defaultValue a `Blob`
   */
  readonly decode?: (bytes: Uint8Array, contentType: string | null) => unknown;
  /** Documented headers of a success. */
  readonly headers?: readonly DocumentedHeader[];
  /** Proof that the operation placed or created something. A success whose body lacks it is not a result. */
  readonly identity?: Identity;
  /** Path of the body property that carries the call's `reference`. */
  readonly reference?: PropertyPath;
  /** True if the whole query is RQL. */
  readonly rql?: true;
  /** Item schemas by type id, for `implementing` in a list of resources of all types. */
  readonly types?: Readonly<Record<string, Schema<unknown>>>;
  /** Default number of items in a page of a list. */
  readonly pageSize?: number;
}

/**
 * Part of a success that identifies what an operation placed or created. Always checked, regardless of `validation`.
 */
export interface Identity {
  /** Type of the body: an object, or a list in which every item has the property. */
  readonly root: "object" | "list";
  /** Path of the property with the id: non-empty text, a number, or a boolean. */
  readonly path: PropertyPath;
}

/** Response header that the document describes. */
export interface DocumentedHeader {
  /** Name on the wire. */
  readonly name: string;
  /** Name in `documentedHeaders`. */
  readonly property: string;
  /** Format of the value. */
  readonly form: HeaderForm;
  /** Schema that converts dates in JSON to `Date`. */
  readonly schema?: Schema<unknown>;
}

/** Format in which the text of a header is read. */
export type HeaderForm = "text" | "number" | "boolean" | "texts" | "numbers" | "booleans" | "json";

/** OpenAPI style: the serialization of lists and objects in a parameter. */
export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie";

/** Serialization of a parameter. The defaults are those of OpenAPI for each location. */
export interface ParameterForm {
  /** Style. @defaultValue `simple` in a path and in headers, `form` in a query and in cookies */
  readonly style?: ParameterStyle;
  /** True to write each list item or object property separately. @defaultValue true only for `form` and `cookie` */
  readonly explode?: boolean;
  /** True to keep reserved characters of a query as they are, as far as possible. */
  readonly allowReserved?: true;
  /** Media type, if the parameter contains the value as text of that type. */
  readonly contentType?: string;
}

/** Parameter that is not plain text in a path. */
export type OperationParameter = PathParameter | OptionParameter;

/** Path parameter with its own style. */
export interface PathParameter extends ParameterForm {
  readonly in: "path";
  /** Name as in the document. */
  readonly name: string;
}

/** Query, header or cookie parameter. */
export interface OptionParameter extends ParameterForm {
  /** Location in the request. */
  readonly in: "query" | "header" | "cookie";
  /** Name on the wire. */
  readonly name: string;
  /** Name in the options object. */
  readonly option: string;
  /** True if a call without the parameter is refused. */
  readonly required: boolean;
}

/** Returns true if a parameter is passed in the call's options. */
export function isOption(parameter: OperationParameter): parameter is OptionParameter {
  return parameter.in !== "path";
}

/** Request body of an operation. */
export interface RequestBody {
  /** Value of the header `Content-Type`. */
  readonly contentType: string;
  /** Schema of the body; absent if the body is bytes. */
  readonly schema?: Schema<unknown>;
  /** True if a call without a body is refused. */
  readonly required: boolean;
  /** Form properties that are not serialized in the default way. */
  readonly encoding?: Readonly<Record<string, PartEncoding>>;
}

/** Serialization of a form property. */
export type PartEncoding = Omit<ParameterForm, "allowReserved">;

/**
 * Response to an operation with a status. Without a content type, it has no body; without a schema, the body is
 * bytes.
 */
export interface ResponseDescription {
  /** Content type; absent if no body is documented. */
  readonly contentType?: string;
  /** Schema of the body; absent if it is unknown. */
  readonly schema?: Schema<unknown>;
  /** Schema of each item of a streamed response. */
  readonly items?: Schema<unknown>;
  /** Item of server-sent events: the event, or its data as text. @defaultValue its data as JSON */
  readonly item?: "event" | "text";
  /** Splits a stream into items. Part of the descriptor, so that programs without streams do not bundle the reader. */
  readonly stream?: StreamReader;
}
