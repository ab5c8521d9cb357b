import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate, SpecError } from "@apsdirect/codegen";
import { constantFrom, sample } from "fast-check";
import { Project, SyntaxKind } from "ts-morph";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { counted } from "../support/counts.js";
import { filesOf, project, root } from "../support/generated.js";

/** Closes comments, strings, templates and lines, and calls something in each case. */
const payloads = [
  "*/ canary(); /*",
  '"; canary(); "',
  "'; canary(); '",
  "`; canary(); `",
  `${"$"}{canary()}`,
  "\n canary();\n",
  "\u2028canary();\u2029",
  "\\u0022; canary(); \\u0022",
  "canary",
  "</script><script>canary()</script>",
] as const;

type Path = readonly (string | number)[];

/** Every place of a document where text stands: values, and names that the author chose. */
function places(value: unknown, path: Path = []): { readonly path: Path; readonly isKey: boolean }[] {
  if (typeof value === "string") return [{ path, isKey: false }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(Array.isArray(value) ? [] : [{ path: place, isKey: true }]), ...places(child, place)];
  });
}

/** The document with one place changed. */
function planted(
  value: unknown,
  [key, ...rest]: Path,
  change: (key: string | number, value: unknown) => [string | number, unknown],
): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, child]): [string | number, unknown] => {
    if (name !== String(key)) return [name, child];
    return rest.length === 0 ? change(name, child) : [name, planted(child, rest, change)];
  });
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

const PATIENCE = counted({ usual: 120_000, long: 3_600_000 });

test("text of a document never becomes code, wherever it stands", { timeout: PATIENCE }, async () => {
  const original: unknown = parse(await readFile(join(root, "spec/aps.yaml"), "utf8"));
  const all = places(original);
  expect(all.length).toBeGreaterThan(500);
  const chosen = sample(constantFrom(...all), counted({ usual: 100, long: 3_000 }));
  const folder = await project();
  let accepted = 0;
  for (const [index, { path, isKey }] of chosen.entries()) {
    const payload = payloads[index % payloads.length] ?? "";
    const document = planted(original, path, (key, value) => (isKey ? [payload, value] : [key, payload]));
    const file = join(folder, "document.yaml");
    await writeFile(file, stringify(document));
    const out = join(folder, `client${index}`);
    const error = await generate({ document: file, out }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error !== undefined) {
      expect(error).toBeInstanceOf(SpecError);
      continue;
    }
    accepted += 1;
    const isName = payload === "canary";
    if (!isName) expect(identifiersOf(await filesOf(out))).not.toContain("canary");
  }
  expect(accepted).toBeGreaterThan(chosen.length / 4);
});

function identifiersOf(files: ReadonlyMap<string, string>): string[] {
  const sources = new Project({ useInMemoryFileSystem: true });
  return [...files]
    .filter(([path]) => path.endsWith(".ts"))
    .flatMap(([path, text]) => sources.createSourceFile(path, text).getDescendantsOfKind(SyntaxKind.Identifier))
    .map((identifier) => identifier.getText());
}
