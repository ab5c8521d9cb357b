import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

type Fields = Readonly<Record<string, unknown>>;

/** What a reader of a method has: an operation, or a view of one. */
interface Described {
  readonly name: string;
  readonly fields: Fields;
  /** Bodies of the request and of its successes, each with where its example may stand. */
  readonly bodies: readonly (readonly [place: string, body: Fields])[];
}

describe.each([
  { file: "aps.yaml", operations: 80, properties: 250, length: 80 },
  { file: "appdirect.yaml", operations: 9, properties: 120, length: 200 },
])("$file", ({ file, operations: atLeast, properties: atLeastProperties, length }) => {
  const document: unknown = parse(readFileSync(new URL(`../../spec/${file}`, import.meta.url), "utf8"));
  const everything = all(document);
  const operations = everything.filter(([, { operationId }]) => operationId !== undefined);
  const described = operations.flatMap(([path, fields]) => describedBy(document, path, fields));

  test("has all its operations looked at", () => expect(described.length).toBeGreaterThanOrEqual(atLeast));

  test.each(described)("$name says in a sentence what it does, and then when to use it", ({ fields }) => {
    expect(fields["summary"]).toMatch(/^[A-Z].*\.$/);
    expect(String(fields["description"]).length).toBeGreaterThan(length);
  });

  test.each(described)("$name shows what is sent and what is answered", ({ bodies }) => {
    expect(bodies.filter(([, body]) => !hasExample(body)).map(([place]) => place)).toEqual([]);
  });

  test("says of each call whether it may be repeated", () => {
    const calls = operations.filter(([path]) => /^#\/paths\/.*\/(?:get|put|post|delete)$/.test(path));
    const silent = calls.filter(([, fields]) => !["safe", "idempotent", "unsafe"].includes(String(fields["x-safety"])));
    expect(calls.length).toBeGreaterThan(5);
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test("says of every property and every schema what it means, itself or by what it refers to", () => {
    const schemas = Object.entries(Object(at(document, "components", "schemas")));
    // A map of properties may name one "properties", as that of a type's description does.
    const places = everything.filter(([path]) => !path.endsWith("/properties"));
    const properties = places.flatMap(([path, { properties }]) =>
      Object.entries(Object(properties)).map(([name, property]) => [`${path}/${name}`, property] as const),
    );
    const silent = [...schemas, ...properties].filter(
      ([, schema]) => at(schema, "description") === undefined && at(schema, "$ref") === undefined,
    );
    expect(properties.length).toBeGreaterThan(atLeastProperties);
    expect(silent.map(([path]) => path)).toEqual([]);
  });
});

/** An operation, and the views of it, which take over what they do not name. */
function describedBy(document: unknown, path: string, fields: Fields): readonly Described[] {
  const views: readonly unknown[] = Array.isArray(fields["x-views"]) ? fields["x-views"] : [];
  return [
    { name: String(fields["x-sdk-name"] ?? path), fields, bodies: bodiesOf(document, fields) },
    ...views.filter(isFields).map((view) => ({
      name: String(view["x-sdk-name"]),
      fields: view,
      bodies: ["body", "response"].flatMap((part) => {
        const body = view[part];
        return isFields(body) ? [[part, body] as const] : [];
      }),
    })),
  ];
}

function bodiesOf(document: unknown, fields: Fields): Described["bodies"] {
  const successes = Object.entries(Object(fields["responses"])).filter(([status]) => status.startsWith("2"));
  return [["requestBody", fields["requestBody"]] as const, ...successes].flatMap(([place, body]) =>
    Object.entries(Object(at(resolved(document, body), "content"))).map(
      ([type, content]) => [`${place} ${type}`, Object(content)] as const,
    ),
  );
}

function hasExample({ example, examples }: Fields): boolean {
  return example !== undefined || Object.keys(Object(examples)).length > 0;
}

/** Everything in a document that says what it is, by where it stands. */
function all(value: unknown, path = "#"): readonly (readonly [path: string, fields: Fields])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => all(item, `${path}/${index}`));
  if (!isFields(value)) return [];
  const below = Object.entries(value).filter(([key]) => !["example", "examples", "value", "x-views"].includes(key));
  return [[path, value], ...below.flatMap(([key, item]) => all(item, `${path}/${key}`))];
}

function resolved(document: unknown, node: unknown): unknown {
  const reference = at(node, "$ref");
  return typeof reference === "string" ? resolved(document, at(document, ...reference.slice(2).split("/"))) : node;
}

function at(node: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => Reflect.get(Object(value), key), node);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
