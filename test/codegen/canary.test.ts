import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate, SpecError } from "@apsdirect/codegen";
import { Project, SyntaxKind } from "ts-morph";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseDocument } from "../../codegen/src/load/index.js";
import { validate } from "../../codegen/src/validate/index.js";
import { counted } from "../support/counts.js";
import { filesOf, project, root } from "../support/generated.js";
import { inertness } from "../support/inert.js";
import { breakout } from "./hostile/document.js";

/** Closes comments, strings, templates and lines, and calls something in each case: in one text, and one by one. */
const payloads = [
  breakout,
  "*/ canary(); /*",
  '"; canary(); "',
  "'; canary(); '",
  "`; canary(); `",
  `${"$"}{canary()}`,
  "\n canary();\n",
  "\u2028canary();\u2029",
  "\\u0022; canary(); \\u0022",
  "</script><script>canary()</script>",
];

/** The fields of all objects of OpenAPI 3.0, 3.1 and 3.2, of JSON Schema 2020-12, and of our own extensions. */
const fieldNames = `
  openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs
  title summary description termsOfService contact license version name url email identifier
  variables enum default
  schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems mediaTypes
  $ref get put post delete options head patch trace query additionalOperations
  operationId requestBody deprecated
  in required allowEmptyValue style explode allowReserved schema example content
  itemSchema encoding prefixEncoding itemEncoding contentType
  value externalValue dataValue serializedValue operationRef server parent kind
  propertyName mapping defaultMapping nodeType namespace prefix attribute wrapped xml discriminator
  type scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl
  implicit password clientCredentials authorizationCode deviceAuthorization
  authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes
  $schema $comment $defs format const minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
  minLength maxLength pattern items prefixItems minItems maxItems uniqueItems contains minContains maxContains
  properties additionalProperties patternProperties propertyNames minProperties maxProperties unevaluatedItems
  unevaluatedProperties dependentRequired dependentSchemas allOf anyOf oneOf not if then else
  readOnly writeOnly nullable contentMediaType contentEncoding contentSchema
  x-client-name x-sdk-name x-safety x-body-name x-views x-rql x-pagination x-oauth1
  resource limit total pageSize tag response signatureMethod
`
  .trim()
  .split(/\s+/);

type Path = readonly (string | number)[];

/** A place of a document where text stands: a value, or a name that the author chose. */
interface Place {
  readonly path: Path;
  readonly isKey: boolean;
}

function placesOf(value: unknown, path: Path = []): Place[] {
  if (typeof value === "string") return [{ path, isKey: false }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    const isFree = !Array.isArray(value) && !fieldNames.includes(key);
    return [...(isFree ? [{ path: place, isKey: true }] : []), ...placesOf(child, place)];
  });
}

/** The document with a text in all of these places, each a little different: equal names would be refused as such. */
function planted(original: unknown, places: readonly Place[], payload: string): unknown {
  // Deep places first, and values before the names above them, since a name that is changed changes the paths below.
  const inOrder = places
    .map((place, index) => ({ ...place, text: `${payload} ${index}` }))
    .sort((a, b) => b.path.length - a.path.length || Number(a.isKey) - Number(b.isKey));
  return inOrder.reduce((value, { path, isKey, text }) => changed(value, path, isKey, text), original);
}

function changed(value: unknown, [key, ...rest]: Path, isKey: boolean, text: string): unknown {
  if (key === undefined) return text;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, child]): [string, unknown] => {
    if (name !== String(key)) return [name, child];
    return isKey && rest.length === 0 ? [text, child] : [name, changed(child, rest, isKey, text)];
  });
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

async function everyConstruct(): Promise<unknown> {
  return parse(await readFile(join(root, "test/codegen/every-construct.yaml"), "utf8"));
}

test("the document of every construct has every field of OpenAPI", async () => {
  const keys = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) keys.add(key);
    Object.values(value).forEach(collect);
  };
  const document = await everyConstruct();
  collect(document);
  expect(fieldNames.filter((name) => !keys.has(name))).toEqual([]);
  expect(validate(parseDocument(JSON.stringify(document), "document.json"))).toEqual([]);
});

/** How many places are planted at once: one by one would take as long as their number says. */
const AT_ONCE = counted({ usual: 30, long: 6 });
const PATIENCE = counted({ usual: 180_000, long: 3_600_000 });

test.each(
  payloads.slice(0, counted({ usual: 1, long: payloads.length })).map((payload, number) => ({ payload, number })),
)(
  "text of a document never becomes code, wherever it stands: payload $number",
  async ({ payload }) => {
    const original = await everyConstruct();
    const places = placesOf(original);
    expect(places.length).toBeGreaterThan(400);
    const accepted = places.filter((place) => {
      const text = JSON.stringify(planted(original, [place], payload));
      return validate(parseDocument(text, "document.json")).length === 0;
    });
    // The others are names that have to be names, references that lead nowhere, and words that are one of few.
    expect(accepted.length).toBeGreaterThan(places.length / 2);
    const folder = await project();
    for (let first = 0; first < accepted.length; first += AT_ONCE) {
      await expectInert(original, accepted.slice(first, first + AT_ONCE), payload, folder);
    }
  },
  PATIENCE,
);

/** Places that are refused only together, as two halves of one name may be, are looked at in smaller numbers. */
async function expectInert(
  original: unknown,
  places: readonly Place[],
  payload: string,
  folder: string,
): Promise<void> {
  const document = join(folder, "document.json");
  const out = join(folder, "client");
  await writeFile(document, JSON.stringify(planted(original, places, payload)));
  try {
    await generate({ document, out });
  } catch (error) {
    if (!(error instanceof SpecError) || places.length === 1) throw error;
    const middle = Math.ceil(places.length / 2);
    await expectInert(original, places.slice(0, middle), payload, folder);
    await expectInert(original, places.slice(middle), payload, folder);
    return;
  }
  const client = await filesOf(out);
  const where = places.map(({ path }) => path.join("/")).join("\n");
  expect(inertness(client), where).toEqual([]);
  expect(identifiersOf(client), where).not.toContain("canary");
}

function identifiersOf(files: ReadonlyMap<string, string>): readonly string[] {
  const sources = new Project({ useInMemoryFileSystem: true });
  return [...files]
    .filter(([path]) => path.endsWith(".ts"))
    .flatMap(([path, text]) => sources.createSourceFile(path, text).getDescendantsOfKind(SyntaxKind.Identifier))
    .map((identifier) => identifier.getText());
}
