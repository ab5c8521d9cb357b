import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApsClient } from "apsdirect";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { credentials } from "../../support/credentials.js";
import { root } from "../../support/generated.js";

const table = readFileSync(join(root, "spec/aps-operations.md"), "utf8");
const document: Document = parse(readFileSync(join(root, "spec/aps.yaml"), "utf8"));
const sdk = new ApsClient({ baseUrl: "https://cp.provider.example", credentials });

interface Named {
  readonly "x-sdk-name"?: string;
  readonly "x-views"?: readonly Named[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Named>>>>;
}

/** The names in the second column of each row. */
const mapped = table
  .split("\n")
  .filter((line) => /^\| (?!platform|---)/.test(line))
  .map((line) => ({
    line,
    names: Array.from(
      line
        .split(" | ")
        .at(-1)
        ?.matchAll(/`(\w+\.\w+)`/g) ?? [],
      ([, name = ""]) => name,
    ),
  }));

/** The names that the document gives its operations and their views. */
const documented = Object.values(document.paths)
  .flatMap((item) => Object.values(item))
  .flatMap((operation) => [operation, ...(operation["x-views"] ?? [])])
  .flatMap((operation) => operation["x-sdk-name"] ?? []);

test.each(mapped)("$line", ({ names }) => {
  expect(names).not.toEqual([]);
  for (const name of names) {
    const [group = "", method = ""] = name.split(".");
    expect([name, typeof Reflect.get(Reflect.get(sdk, group) ?? {}, method)]).toEqual([name, "function"]);
  }
});

test("every operation of the document is in the table", () => {
  const known = new Set(mapped.flatMap(({ names }) => names));
  expect(documented.length).toBeGreaterThan(70);
  expect(documented.filter((name) => !known.has(name))).toEqual([]);
});
