import type { JsonValue } from "../json/index.js";
import type { nestedObjects, pageStyles, rqlPages } from "./nested-objects.js";
import type { httpMethods, Kind, objects } from "./objects.js";
import type { ValueType, valueTypes } from "./value-types.js";

/** Map in an OpenAPI document. The author chooses the keys and their order. It has no prototype. */
export type Fields<Value> = { readonly [name: string]: Value };

/** Reference to an object elsewhere in the document. */
export interface Reference {
  readonly $ref: string;
  readonly summary?: string;
  readonly description?: string;
}

/** Object of a kind, with the fields of its table. */
export type ObjectOf<K extends Kind> = Readonly<FieldsOf<(typeof objects)[K]["fields"]>>;

/** Object of a kind, or anything that may replace it. */
export type PlaceOf<K extends Kind> = ObjectOf<K> | ReferenceIn<K> | BooleanIn<K>;

type NestedObjectOf<P extends keyof typeof nestedObjects> = Readonly<FieldsOf<(typeof nestedObjects)[P]>>;

/** Path items and schemas have `$ref` as a field. For all other kinds, a reference replaces the object. */
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
  : Text extends keyof typeof nestedObjects
    ? NestedObjectOf<Text>
    : Text extends keyof typeof valueTypes
      ? ValueOf<Text>
      : Text extends keyof FurtherValues
        ? FurtherValues[Text]
        : never;

interface FurtherValues {
  readonly value: JsonValue;
  readonly pagination: PaginationExtension;
}

type ValueOf<W extends keyof typeof valueTypes> = (typeof valueTypes)[W] extends ValueType<infer Value> ? Value : never;

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

export interface Discriminator extends NestedObjectOf<"discriminator"> {}
export interface View extends NestedObjectOf<"view"> {}

/** HTTP method that has a field in a path item. */
export type HttpMethod = (typeof httpMethods)[number];

/** Type keyword of a schema. */
export type SchemaType = Exclude<ValueOf<"schema type">, readonly unknown[]>;

/** Schema, or `true` (anything) or `false` (nothing). */
export type SchemaOrBoolean = Schema | boolean;

/** Content of a body by media type. In OpenAPI 3.2, each can be a component. */
export type MediaTypes = Fields<MediaType | Reference>;

/** Narrower schema for a body in a view. */
export interface ViewContent extends NestedObjectOf<"viewResult"> {}

/** Paging of a list that accepts RQL, or of a result that leads to further pages. */
export type PaginationExtension = RqlPagination | PagedResult;

interface RqlPagination extends Readonly<FieldsOf<typeof rqlPages>> {
  readonly style?: undefined;
}

/** Ways to request the next page of a result. */
export type PagedResult = {
  [Style in keyof typeof pageStyles]: { readonly style: Style } & Readonly<FieldsOf<(typeof pageStyles)[Style]>>;
}[keyof typeof pageStyles];

/** Resolves the references of a schema. Returns `undefined` for a boolean and for a broken reference. */
export type FollowSchema = (schema: SchemaOrBoolean | undefined) => Schema | undefined;
