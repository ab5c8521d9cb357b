import { isJsonObject, type JsonPath, type JsonValue } from "../json/index.js";
import { byKind, type Field, type Held, mayBeBoolean, nameOf, readHeld, readTable, type Table } from "./fields.js";
import { nestedObjects, pageStyles, rqlPages } from "./nested-objects.js";
import { type Kind, objects } from "./objects.js";
import { enumerate, valueTypes } from "./value-types.js";

/** Value that does not match: its path relative to the field, and a noun for what was expected. */
export interface Mismatch {
  readonly path: JsonPath;
  readonly expected: string;
}

/** Expected form of a value. Nested objects with a kind of their own are not checked. */
export interface Shape {
  /** Noun for the expected value. */
  readonly noun: string;
  /** Returns everything that does not match, or {@link none}. */
  mismatches(value: JsonValue | undefined): readonly Mismatch[];
}

/** Empty result of a check. */
export const none: readonly Mismatch[] = [];

const anyMap = simpleShape("an object", isJsonObject);

/** Field of an OpenAPI object with the check for its value. */
export interface CheckedField extends Field, Shape {
  /** True if `null` counts as absent. */
  readonly mayBeEmpty: boolean;
}

/** Fields of each kind of object, by name. */
export const fieldsOf = byKind((kind): ReadonlyMap<string, CheckedField> => {
  return new Map(readTable(objects[kind].fields).map((field) => [field.name, checkedField(field)]));
});

/** Required fields of each kind of object. */
export const requiredFieldsOf = byKind((kind): readonly CheckedField[] => {
  return [...fieldsOf[kind].values()].filter(({ isRequired }) => isRequired);
});

function checkedField(field: Field): CheckedField {
  const shape = shapeOf(field);
  return { ...field, ...shape, mayBeEmpty: mayBeEmpty(field, shape) };
}

/** Returns false if `null` may have a meaning: a YAML type name, a reference, or an unfinished operation. */
function mayBeEmpty({ name, isRequired, item, kind }: Field, shape: Shape): boolean {
  const isMeaningful = name === "$ref" || name.startsWith("x-") || item === "schema type" || kind === "operation";
  return !isRequired && !isMeaningful && shape.mismatches(null) !== none;
}

function shapeOf({ holds, item, kind }: Held): Shape {
  if (holds === "list") return listShape(item, kind);
  if (holds === "map") return kind === undefined ? mapShape(shapeOf(readHeld(item))) : anyMap;
  return kind === undefined ? itemShape(item) : placeShape(kind);
}

function simpleShape(noun: string, matches: (value: unknown) => boolean): Shape {
  const mismatch = [{ path: [], expected: noun }];
  return { noun, mismatches: (value) => (matches(value) ? none : mismatch) };
}

function itemShape(item: string): Shape {
  if (item === "value") return simpleShape("a value", (value) => value !== undefined);
  if (item === "pagination") return paginationShape();
  if (isKeyOf(nestedObjects, item)) return recordShape(nestedObjects[item]);
  if (isKeyOf(valueTypes, item)) return simpleShape(valueTypes[item].noun, valueTypes[item].matches);
  throw new TypeError(`No object, nested object or value type is called "${item}".`);
}

/** Shape of an object whose fields are checked separately. */
function placeShape(kind: Kind): Shape {
  const isBoolean = (value: unknown) => typeof value === "boolean";
  return simpleShape(nameOf[kind], mayBeBoolean[kind] ? (each) => isBoolean(each) || isJsonObject(each) : isJsonObject);
}

function listShape(item: string, kind: Kind | undefined): Shape {
  const noun = isKeyOf(valueTypes, item) ? valueTypes[item].listNoun : undefined;
  const list = simpleShape(noun ?? "a list", Array.isArray);
  if (kind !== undefined) return list;
  const { mismatches } = shapeOf(readHeld(item));
  return {
    noun: list.noun,
    mismatches(value) {
      if (!Array.isArray(value)) return list.mismatches(value);
      if (value.every((held: JsonValue) => mismatches(held) === none)) return none;
      return value.flatMap((held: JsonValue, index) => below(index, mismatches(held)));
    },
  };
}

function mapShape({ mismatches }: Shape): Shape {
  return {
    noun: anyMap.noun,
    mismatches(value) {
      if (!isJsonObject(value)) return anyMap.mismatches(value);
      const found = Object.entries(value).flatMap(([name, held]) => below(name, mismatches(held)));
      return found.length === 0 ? none : found;
    },
  };
}

/** Shape of an object whose fields are checked together with it. */
function recordShape(table: Table): Shape {
  const fields = readTable(table).map((field) => ({ ...field, ...shapeOf(field) }));
  const required = fields.filter((field) => field.isRequired).map(({ name }) => name);
  const noun = required.length === 0 ? anyMap.noun : `an object with ${enumerate(required, "and")}`;
  const record = simpleShape(noun, isJsonObject);
  return {
    noun,
    mismatches(value) {
      if (!isJsonObject(value)) return record.mismatches(value);
      const present = fields.filter((field) => field.isRequired || Object.hasOwn(value, field.name));
      const found = present.flatMap(({ name, mismatches }) => below(name, mismatches(value[name])));
      return found.length === 0 ? none : found;
    },
  };
}

function paginationShape(): Shape {
  const styles = new Map(Object.entries(pageStyles).map(([style, table]) => [style, recordShape(table)]));
  const rql = recordShape(rqlPages);
  const unknownStyle = [{ path: ["style"], expected: enumerate([...styles.keys()], "or") }];
  return {
    noun: anyMap.noun,
    mismatches(value) {
      if (!isJsonObject(value)) return anyMap.mismatches(value);
      const { style } = value;
      const shape = style === undefined ? rql : styles.get(String(style));
      return shape === undefined ? unknownStyle : shape.mismatches(value);
    },
  };
}

function below(key: string | number, mismatches: readonly Mismatch[]): readonly Mismatch[] {
  return mismatches.map(({ path, expected }) => ({ path: [key, ...path], expected }));
}

function isKeyOf<Key extends string>(table: { readonly [K in Key]: unknown }, text: string): text is Key {
  return Object.hasOwn(table, text);
}
