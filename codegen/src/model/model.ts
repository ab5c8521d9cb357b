import type { JsonPath } from "../json/index.js";
import type { Media } from "../openapi/index.js";
import type { Docs } from "./docs.js";
import type { NamedSchema, Schema } from "./settled-schema.js";

export type { Docs } from "./docs.js";
export type * from "./settled-schema.js";

/**
 * What a document says, settled: every reference, name and default resolved, in the document's order. Plain data that
 * the emitters only arrange.
 */
export interface Model {
  /** Base name of the document: headers of generated files name it. */
  readonly source: string;
  readonly client: Client;
  readonly groups: readonly Group[];
  readonly webhooks: readonly Webhook[];
  readonly schemas: readonly NamedSchema[];
  /** In the order of the schemas. */
  readonly typeIds: readonly TypeId[];
}

/** An id by which RQL names types, each the name of a schema: several only where the id says less than theirs do. */
export interface TypeId {
  readonly id: string;
  readonly types: readonly string[];
}

/** The class that holds all operation groups. */
export interface Client {
  /** `Aps` makes `ApsApi`. */
  readonly name: string;
  readonly docs: Docs;
  readonly servers: readonly Server[];
  /** Security schemes beside OAuth 1.0a, which every client knows. */
  readonly security: readonly SecurityScheme[];
}

export interface SecurityScheme {
  readonly type: string;
  /** Of an API key: its place. */
  readonly in?: string;
  /** Of an API key: the name of its header, parameter or cookie. */
  readonly name?: string;
  /** Of HTTP: `basic` or `bearer`. */
  readonly scheme?: string;
}

/** Where the document says that the platform is. */
export interface Server {
  readonly url: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default?: string;
  readonly enum?: readonly string[];
}

/** Operations under one public name: `orders`. */
export interface Group {
  readonly name: string;
  /** `Orders`. */
  readonly className: string;
  readonly docs: Docs;
  readonly operations: readonly Operation[];
}

export type Safety = "safe" | "idempotent" | "unsafe";

/** One call. */
export interface Operation {
  /** `createOrder`: the name of its descriptor. */
  readonly id: string;
  /** `orders`. */
  readonly group: string;
  /** `create`. */
  readonly method: string;
  readonly docs: Docs;
  /** `POST`. */
  readonly httpMethod: string;
  readonly path: string;
  /** Of its own, where they are not the document's. */
  readonly servers: readonly Server[];
  readonly safety: Safety;
  /** Rights that a caller needs, in the platform's words. */
  readonly permissions: readonly string[];
  /** Property of the result that identifies what was placed or created. */
  readonly identity?: Identity;
  /** Property of the body that carries the reference of the call. */
  readonly reference?: readonly string[];
  /** In the order in which they stand in the path. */
  readonly pathParameters: readonly Parameter[];
  /** Query, header and cookie parameters: members of the options object. */
  readonly optionParameters: readonly OptionParameter[];
  readonly body?: RequestBody;
  /** Answers of success. */
  readonly responses: readonly Response[];
  /** Answers that are errors. */
  readonly errors: readonly ErrorResponse[];
  /** Headers that come with a success. */
  readonly responseHeaders: readonly ResponseHeader[];
  /** Of a list that takes RQL: the type whose properties a query may name. */
  readonly rql?: {
    readonly resource: string;
    /** Whether an `implementing` in the query says of which type the items are. */
    readonly isTyped: boolean;
  };
  /** Of a list that takes RQL. */
  readonly pagination?: { readonly pageSize: number };
  /** Of an answer that is a page and leads to further ones. */
  readonly paging?: Paging;
}

/** Property that identifies what was placed or created: of the result, or of each item where it is a list. */
export interface Identity {
  readonly root: "object" | "list";
  readonly path: readonly string[];
}

/** How an answer leads to the page after it, and where its items stand. */
export type Paging = PageRequest & {
  /** Names of properties from the outside in; absent where the answer itself is the list. */
  readonly items?: readonly string[];
  readonly total?: readonly string[] | "content-range";
  readonly item: Schema;
};

/** What asks for the next page. Parameters go by their names in the call's options. */
export type PageRequest =
  | { readonly style: "offset"; readonly offset: string }
  | { readonly style: "page"; readonly page: string; readonly firstPage: number }
  | { readonly style: "cursor"; readonly cursor: string; readonly next: readonly string[] }
  | { readonly style: "link" };

/** What the platform sends by itself. */
export interface Webhook {
  /** Where its operation stands. */
  readonly place: JsonPath;
  /** As the document names it: `newPet`. */
  readonly key: string;
  /** Type name: `NewPetPayload`. */
  readonly payloadName: string;
  readonly docs: Docs;
  readonly payload: Schema;
}

export interface Parameter {
  /** On the wire. */
  readonly name: string;
  /** In the method. */
  readonly argument: string;
  readonly docs: Docs;
  readonly schema: Schema;
  readonly style: ParameterStyle;
  /** Whether each item of a list and each property of an object stands by itself. */
  readonly explode: boolean;
  /** Whether reserved characters of a query stay as they are. */
  readonly allowReserved: boolean;
  /** Of a value that stands in the parameter as a text of this media type. */
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
  /** Of a form: how its properties are written, where the document says so. */
  readonly encodings: readonly PartEncoding[];
}

/** What a body is. */
export interface Content {
  readonly contentType: string;
  readonly media: Media;
  /** Of a body that comes piece by piece: what each piece is. */
  readonly schema: Schema;
  /** Of server-sent events: whether a piece is the event, or its data as text. Without it, its data as JSON. */
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
  /** `200`, `2XX` or `default`, as the document writes it. */
  readonly status: string;
  /** Absent where the answer has no body. */
  readonly content?: Content;
}

export interface ErrorResponse {
  /** `404`, `4XX` or `default`, as the document writes it. */
  readonly status: string;
  /** When it comes. */
  readonly docs: Docs;
  /** Of its body, where that is JSON. */
  readonly schema?: Schema;
}

export interface ResponseHeader {
  /** On the wire. */
  readonly name: string;
  /** In the program. */
  readonly property: string;
  readonly docs: Docs;
  /** How its text is read. */
  readonly form: HeaderForm;
  readonly schema: Schema;
}

export type HeaderForm = "text" | "number" | "boolean" | "texts" | "numbers" | "booleans" | "json";
