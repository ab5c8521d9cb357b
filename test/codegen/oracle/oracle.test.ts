import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { project, root } from "../../support/generated.js";
import { type ComparedSchema, compare, type Difference, prepareComparison } from "./compare.js";
import { kinds } from "./kinds.js";

const golden = join(root, "test/codegen/golden");
const examples = dirname(fileURLToPath(import.meta.resolve("@readme/oas-examples/package.json")));

/** The generator refuses it: a path names a parameter twice. */
const refused = "parameters-common.json";

const documents = [
  ...readdirSync(golden).map((name) => join(golden, name, `${name}.yaml`)),
  ...["aps.yaml", "appdirect.yaml"].map((name) => join(root, "spec", name)),
  ...["3.0/json", "3.1/json"].flatMap((version) => publicDocuments(join(examples, version))),
];

function publicDocuments(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json") && name !== refused);
  return names.sort().map((name) => join(folder, name));
}

test("our types of component schemas are those of openapi-typescript, except for the listed kinds", async () => {
  const folder = await project();
  const schemas: ComparedSchema[] = [];
  for (const [index, path] of documents.entries()) {
    schemas.push(...(await prepareComparison(path, join(folder, `document${index}`))));
  }
  expect(documents.length).toBeGreaterThan(60);
  expect(schemas.length).toBeGreaterThan(600);
  const { differences, failures } = await compare(folder, schemas);
  expect(failures).toEqual([]);
  const explaining = (difference: Difference) => Object.values(kinds).filter(({ explains }) => explains(difference));
  const unexplained = differences.filter((difference) => explaining(difference).length === 0);
  expect(
    unexplained.map(({ document, key, side, message }) => `${document.info.title}, ${key}: ${side} ${message}`),
  ).toEqual([]);
  // A kind without differences is done with: remove it from the table.
  const unused = Object.entries(kinds).filter(([, { explains }]) => !differences.some(explains));
  expect(unused.map(([name]) => name)).toEqual([]);
}, 300_000);
