import type { Safety } from "../../http/safety.js";
import type { Schema } from "./schema.js";
import type { StreamReader } from "./stream-reader.js";

/**
 * The number of the agreement between generated code and this run-time. It changes when code that was generated for
 * one no longer fits the other; then the types part, and a client refuses to start.
 */
export const CONTRACT = 2;

/** What the run-time needs to know of a generated client. */
export interface ApiDescriptor {
  /** `Aps` of `ApsApi`. */
  readonly name: string;
  /** Version of the run-time's contract that the client was generated for. */
  readonly contract: typeof CONTRACT;
  /** Servers that the document names, for `serverUrl`. */
  readonly servers?: readonly ServerDescription[];
  /** Ways to prove who is calling that the document names, beside OAuth 1.0a. */
  readonly security?: readonly SecurityDescription[];
}

/** A security scheme of the document. */
export interface SecurityDescription {
  /** As in the document. */
  readonly type: "apiKey" | "http" | "oauth2" | "openIdConnect" | "mutualTLS";
  /** Of an API key. */
  readonly in?: "query" | "header" | "cookie";
  /** Of the header, parameter or cookie of an API key. */
  readonly name?: string;
  /** Of HTTP: `basic` or `bearer`. */
  readonly scheme?: string;
}

/** A server of the document. */
export interface ServerDescription {
  /** May be relative, and hold variables in braces. */
  readonly url: string;
  /** What stands in braces in the URL. */
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

/** What may stand in the place of a variable. */
export interface ServerVariable {
  /** Its value where none is given. */
  readonly default?: string;
  /** The values that it may have. */
  readonly enum?: readonly string[];
}

/** Names of properties, from the outside in. */
export type PropertyPath = readonly string[];

declare const inputType: unique symbol;
declare const resultType: unique symbol;
export declare const errorsType: unique symbol;
declare const headersType: unique symbol;

/**
 * An operation of the document, for the run-time to carry out.
 *
 * Its schemas are of no particular type here. That each is the schema of what the type parameters say is for the
 * generator to see to: comparing them all is a large part of what a compiler does for a large client.
 *
 * @typeParam Input Its path parameters by their names, and its body under `body`.
 * @typeParam Result What a success comes to.
 * @typeParam Errors What the documented errors say, by their status.
 * @typeParam ResponseHeaders The documented headers of a success.
 */
export interface Operation<
  Input extends object,
  Result,
  Errors extends object = object,
  ResponseHeaders extends object = object,
> {
  /** For the compiler alone: an operation that takes or answers something else is another type. */
  readonly [inputType]?: Input;
  /** For the compiler alone. */
  readonly [resultType]?: Result;
  /** For the compiler alone. */
  readonly [errorsType]?: Errors;
  /** For the compiler alone. */
  readonly [headersType]?: ResponseHeaders;
  /** Public name of the method: `orders.create`. */
  readonly name: string;
  /** Of HTTP. */
  readonly method: string;
  /** Path template: `/orders/{orderId}`. */
  readonly path: string;
  /** Servers of its own, if the document names some, for `serverUrl`. */
  readonly servers?: readonly ServerDescription[];
  /** Whether it may be repeated. */
  readonly safety: Safety;
  /** Rights that a caller needs, in the platform's words; where there are several, the call decides which. */
  readonly permissions?: readonly string[];
  /** Parameters that stand in the call's options, and those of the path that are not simply text. */
  readonly parameters?: readonly OperationParameter[];
  /** Absent where nothing is sent. */
  readonly body?: RequestBody;
  /** By status: `200`, `2XX`, `default`. */
  readonly responses: Readonly<Record<string, ResponseDescription>>;
  /** Bodies of the documented errors, by status: `404`, `4XX`, `default`. */
  readonly errors?: Readonly<Record<string, Schema<unknown>>>;
  /**
   * Puts the JSON of a success into the one form that the document describes, where a platform writes it in several.
   * No document can say that: it is for what is written by hand above a generated client.
   */
  readonly canonical?: (body: unknown) => unknown;
  /**
   * Reads the bytes of a success whose `Content-Type` alone says what they are. A `SyntaxError` means that the body is not
   * what it says. @defaultValue a `Blob`
   */
  readonly decode?: (bytes: Uint8Array, contentType: string | null) => unknown;
  /** Headers that the document knows of a success. */
  readonly headers?: readonly DocumentedHeader[];
  /** Proof that the operation placed or created something. A success whose body lacks it is not a result. */
  readonly identity?: Identity;
  /** Property of the body that carries the call's `reference`. */
  readonly reference?: PropertyPath;
  /** Whether the whole query is RQL. */
  readonly rql?: true;
  /** Of a list of resources of all types: by type id, what the items are that an `implementing` asks for. */
  readonly types?: Readonly<Record<string, Schema<unknown>>>;
  /** Of a list that comes in pages: how many items a page has unless the caller says otherwise. */
  readonly pageSize?: number;
}

/** Part of a success that identifies what an operation placed or created. It is checked whatever `validation` says. */
export interface Identity {
  /** Type of the body: an object, or a list of which every item has the property. */
  readonly root: "object" | "list";
  /** Property that holds the id: text that is not empty, a number, or `true` or `false`. */
  readonly path: PropertyPath;
}

/** A header of an answer that the document describes. */
export interface DocumentedHeader {
  /** On the wire. */
  readonly name: string;
  /** In `documentedHeaders`. */
  readonly property: string;
  /** How its text becomes a value. */
  readonly form: HeaderForm;
  /** Of JSON that holds dates: what makes a `Date` of their text. */
  readonly schema?: Schema<unknown>;
}

/** How the text of a header is read. */
export type HeaderForm = "text" | "number" | "boolean" | "texts" | "numbers" | "booleans" | "json";

/** The styles of OpenAPI: how lists and objects are written in a parameter. */
export type ParameterStyle =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "cookie";

/** How a parameter is written. What is left out is as the standard has it for the place. */
export interface ParameterForm {
  /** `simple` in a path and in headers, `form` in a query and in cookies, unless it says otherwise. */
  readonly style?: ParameterStyle;
  /** Whether each item of a list and each property of an object stands by itself. Only `form` and `cookie` do so by default. */
  readonly explode?: boolean;
  /** Whether reserved characters of a query stay as they are, as far as they can. */
  readonly allowReserved?: true;
  /** Of a value that stands in the parameter as a text of this media type. */
  readonly contentType?: string;
}

/** A parameter that is not simply text in a path. */
export type OperationParameter = PathParameter | OptionParameter;

/** A path parameter that has a style of its own. */
export interface PathParameter extends ParameterForm {
  readonly in: "path";
  /** As in the document. */
  readonly name: string;
}

/** A query, header or cookie parameter. */
export interface OptionParameter extends ParameterForm {
  /** Where in the request it stands. */
  readonly in: "query" | "header" | "cookie";
  /** On the wire. */
  readonly name: string;
  /** In the options object. */
  readonly option: string;
  /** Whether a call without it is refused. */
  readonly required: boolean;
}

/** Whether a parameter stands in the call's options. */
export function isOption(parameter: OperationParameter): parameter is OptionParameter {
  return parameter.in !== "path";
}

/** What an operation sends. */
export interface RequestBody {
  /** What is sent as `Content-Type`. */
  readonly contentType: string;
  /** Absent where the body is bytes. */
  readonly schema?: Schema<unknown>;
  /** Whether a call without it is refused. */
  readonly required: boolean;
  /** Of a form: properties that are not written as the standard writes them anyway. */
  readonly encoding?: Readonly<Record<string, PartEncoding>>;
}

/** How a property of a form is written. */
export type PartEncoding = Omit<ParameterForm, "allowReserved">;

/** What an operation answers with a status: without a content type no body, without a schema bytes. */
export interface ResponseDescription {
  /** Absent where nothing is promised. */
  readonly contentType?: string;
  /** Absent where nothing is known of the body. */
  readonly schema?: Schema<unknown>;
  /** Of an answer that comes piece by piece: what each piece is. */
  readonly items?: Schema<unknown>;
  /** Of server-sent events: whether an item is the event, or its data as text. Without it, its data as JSON. */
  readonly item?: "event" | "text";
  /** Takes the pieces apart. A part of the descriptor, so that a program without streams does not carry what reads them. */
  readonly stream?: StreamReader;
}
