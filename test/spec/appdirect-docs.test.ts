import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Fields = Readonly<Record<string, unknown>>;

const document: unknown = parse(readFileSync(new URL("../../spec/appdirect.yaml", import.meta.url), "utf8"));

function fieldsOf(value: unknown, ...path: readonly string[]): Fields {
  const found = path.reduce<unknown>((part, key) => (isFields(part) ? part[key] : undefined), value);
  return isFields(found) ? found : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Everything in a document that says what it is, by where it stands. */
function all(value: unknown, path = "#"): readonly (readonly [path: string, fields: Fields])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => all(item, `${path}/${index}`));
  if (!isFields(value)) return [];
  const below = Object.entries(value).filter(([key]) => !["example", "examples", "value"].includes(key));
  return [[path, value], ...below.flatMap(([key, item]) => all(item, `${path}/${key}`))];
}

const everything = all(document);
const operations = everything.filter(([, { operationId }]) => operationId !== undefined);

test.each(operations)(
  "%s says in a sentence what it does, and then when to use it and what goes wrong",
  (_, fields) => {
    expect(fields["summary"]).toMatch(/^[A-Z].*\.$/);
    expect(String(fields["description"]).length).toBeGreaterThan(200);
  },
);

test.each(operations.filter(([path]) => path.startsWith("#/paths")))(
  "%s says whether it may be repeated",
  (_, fields) => {
    expect(["safe", "idempotent", "unsafe"]).toContain(fields["x-safety"]);
  },
);

test("every body has an example", () => {
  const bodies = everything.filter(([path]) => /\/content\/[^/]+\/[^/]+$/.test(path));
  const without = bodies.filter(([, { example, examples }]) => example === undefined && examples === undefined);
  expect(bodies.length).toBeGreaterThan(15);
  expect(without.map(([path]) => path)).toEqual([]);
});

test("every property and every schema says what it means, itself or by what it refers to", () => {
  const schemas = Object.entries(fieldsOf(document, "components", "schemas"));
  const properties = everything.flatMap(([path, { properties }]) =>
    Object.entries(fieldsOf(properties)).map(([name, property]) => [`${path}/${name}`, property] as const),
  );
  const silent = [...schemas, ...properties].filter(([, schema]) => {
    const { description, $ref } = fieldsOf(schema);
    return description === undefined && $ref === undefined;
  });
  expect(properties.length).toBeGreaterThan(120);
  expect(silent.map(([path]) => path)).toEqual([]);
});
