import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate, SpecError } from "@apsdirect/codegen";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { counted } from "../support/counts.js";
import { filesOf, project, typeErrors } from "../support/generated.js";
import { randomDocument } from "../support/random-document.js";

/** Documents of a public collection that shows, subject by subject, what OpenAPI allows. */
const examples = dirname(fileURLToPath(import.meta.resolve("@readme/oas-examples/package.json")));

/** Refused, and rightly so. */
const refused: Readonly<Record<string, string>> = {
  "3.0/json/parameters-common.json": "A path must not use a parameter twice",
};

test("every public example generates a client that compiles, or is refused for a reason", async () => {
  const folder = await project();
  const paths = (await Promise.all(["3.0/json", "3.1/json"].map(documentsIn))).flat();
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) {
    const made = generate({ document: join(examples, path), out: join(folder, path.replace(/\W/g, "_")) });
    const reason = refused[path];
    if (reason === undefined) await made;
    else await expect(made).rejects.toThrow(reason);
  }
  expect(await typeErrors("typescript-7", folder)).toBe("");
}, 240_000);

async function documentsIn(below: string): Promise<readonly string[]> {
  const names = await readdir(join(examples, below));
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => `${below}/${name}`);
}

test("random valid documents generate clients that compile", async () => {
  const folder = await project();
  const documents = fc.sample(randomDocument, counted({ usual: 40, long: 1000 }));
  let refusals = 0;
  for (const [index, document] of documents.entries()) {
    const path = join(folder, `${index}.json`);
    await writeFile(path, JSON.stringify(document));
    // Compositions may come back to themselves by chance; whatever else is said is a defect.
    await generate({ document: path, out: join(folder, `client${index}`) }).catch((error: unknown) => {
      if (!(error instanceof SpecError)) throw error;
      expect(error.findings.filter(({ message }) => !message.includes("contains itself"))).toEqual([]);
      refusals += 1;
    });
  }
  expect(documents.length - refusals).toBeGreaterThanOrEqual(30);
  const errors = await typeErrors("typescript-7", folder);
  const first = documents[Number(/client(\d+)/.exec(errors)?.[1])];
  expect(errors, JSON.stringify(first)).toBe("");
}, 240_000);

test("the order of a document's keys is the order of declarations, and nothing else", async () => {
  const folder = await project();
  const documents = [...fc.sample(randomDocument, counted({ usual: 10, long: 200 }))];
  for (const [index, document] of documents.entries()) {
    const [path, reversedPath] = [join(folder, `${index}.json`), join(folder, `reversed/${index}.json`)];
    await expect(linesOf(document, path)).resolves.toEqual(await linesOf(reversed(document), reversedPath));
  }
}, 120_000);

/** What is generated, each file as the set of its lines; how deep one stands may depend on its neighbours. */
async function linesOf(document: object, path: string): Promise<unknown> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(document));
  const out = path.replace(/\.json$/, "");
  try {
    await generate({ document: path, out });
  } catch (error) {
    if (error instanceof SpecError) return "refused";
    throw error;
  }
  const files = [...(await filesOf(out))].filter(([file]) => file.endsWith(".ts"));
  return files.map(([file, text]) => [
    file,
    text
      .split("\n")
      .map((line) => line.trim())
      .sort(),
  ]);
}

/** A document with the keys of all objects the other way round. */
function reversed(value: object): object {
  const turned: unknown = JSON.parse(JSON.stringify(value), (_, each: unknown) => {
    if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).reverse());
  });
  return Object(turned);
}
