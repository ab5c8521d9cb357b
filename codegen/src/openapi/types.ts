import type { JsonValue } from "../json/index.js";
import type { httpMethods, Kind, objects } from "./objects.js";
import type { pageStyles, parts, rqlPages } from "./parts.js";
import type { Word, words } from "./words.js";

/** Map of an OpenAPI document: names of the author's choice, in the author's order, without a prototype. */
export type Fields<Value> = { readonly [name: string]: Value };

/** Reference in the place of an object that is written elsewhere in the document. */
export interface Reference {
  readonly $ref: string;
  readonly summary?: string;
  readonly description?: string;
}

/** Object of a kind, with the fields that its table lists. */
export type ObjectOf<K extends Kind> = Readonly<FieldsOf<(typeof objects)[K]["fields"]>>;

/** Object of a kind, or whatever else may stand in its place. */
export type PlaceOf<K extends Kind> = ObjectOf<K> | ReferenceIn<K> | BooleanIn<K>;

type PartOf<P extends keyof typeof parts> = Readonly<FieldsOf<(typeof parts)[P]>>;

/** A path item and a schema have a `$ref` among their fields; all other references replace the whole object. */
type ReferenceIn<K extends Kind> = (typeof objects)[K] extends { mayBeReference: true; fields: infer Table }
  ? "$ref" extends keyof Table
    ? never
    : Reference
  : never;

type BooleanIn<K extends Kind> = (typeof objects)[K] extends { mayBeBoolean: true } ? boolean : never;

type FieldsOf<Table> = {
  [F in keyof Table as Table[F] extends `${string}?` ? never : F]: Held<Table[F]>;
} & {
  [F in keyof Table as Table[F] extends `${string}?` ? F : never]?: Table[F] extends `${infer Text}?`
    ? Held<Text>
    : never;
};

type Held<Text> = Text extends `list of ${infer Item}`
  ? readonly Held<Item>[]
  : Text extends `map of ${infer Item}` | `extensible map of ${infer Item}`
    ? Fields<Held<Item>>
    : One<Text>;

type One<Text> = Text extends Kind
  ? PlaceOf<Text>
  : Text extends keyof typeof parts
    ? PartOf<Text>
    : Text extends keyof typeof words
      ? WordValue<Text>
      : Text extends keyof FurtherValues
        ? FurtherValues[Text]
        : never;

interface FurtherValues {
  readonly value: JsonValue;
  readonly pagination: PaginationExtension;
}

type WordValue<W extends keyof typeof words> = (typeof words)[W] extends Word<infer Value> ? Value : never;

export interface OpenApiDocument extends ObjectOf<"document"> {}
export interface Server extends ObjectOf<"server"> {}
export interface PathItem extends ObjectOf<"pathItem"> {}
export interface Operation extends ObjectOf<"operation"> {}
export interface Parameter extends ObjectOf<"parameter"> {}
export interface RequestBody extends ObjectOf<"requestBody"> {}
export interface Response extends ObjectOf<"response"> {}
export interface MediaType extends ObjectOf<"mediaType"> {}
export interface Header extends ObjectOf<"header"> {}
export interface SecurityScheme extends ObjectOf<"securityScheme"> {}
export interface Schema extends ObjectOf<"schema"> {}

export interface Discriminator extends PartOf<"discriminator"> {}
export interface View extends PartOf<"view"> {}

/** HTTP method that a path item has a field for. */
export type HttpMethod = (typeof httpMethods)[number];

/** Type that a schema names. */
export type SchemaType = Exclude<WordValue<"schema type">, readonly unknown[]>;

/** Schema, or `true` (anything) or `false` (nothing) in its place. */
export type SchemaOrBoolean = Schema | boolean;

/** Contents of a body by media type; OpenAPI 3.2 lets each be a component. */
export type MediaTypes = Fields<MediaType | Reference>;

/** Schema that a view narrows a body to. */
export interface ViewContent extends PartOf<"viewResult"> {}

/** Pages of a list that takes RQL, or of a result that leads to further ones. */
export type PaginationExtension = RqlPagination | PagedResult;

interface RqlPagination extends Readonly<FieldsOf<typeof rqlPages>> {
  readonly style?: undefined;
}

/** Way to ask for the page after a result. */
export type PagedResult = {
  [Style in keyof typeof pageStyles]: { readonly style: Style } & Readonly<FieldsOf<(typeof pageStyles)[Style]>>;
}[keyof typeof pageStyles];

/** Follows the references of a schema; `undefined` for a boolean, and for a reference that leads nowhere. */
export type FollowSchema = (schema: SchemaOrBoolean | undefined) => Schema | undefined;
