import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../support/generated.js";

/** Reports of what is written by hand. The types of both documents say as much as their documents do. */
const reports = ["oauth1", "rql", "node", "runtime"]
  .map((name) => `sdk/api/${name}.api.md`)
  .concat("codegen/api/index.api.md", "test/sandbox/api/index.api.md");

/** Members whose name says it all: what tells errors and nodes apart, and zod's own functions, typed anew. */
const isPlain = (owner: string, member: string): boolean =>
  owner === "SchemaBuilders" || /^readonly (?:code|name|kind|in)\b/.test(member);

describe.each(reports)("%s", (path) => {
  test("has a doc comment for every public name and member", async () => {
    const lines = (await readFile(join(root, path), "utf8")).split("\n");
    let owner = "";
    const bare = lines.flatMap((line, index) => {
      owner = /^export (?:abstract )?(?:class|interface|type|function|const) (\w+)/.exec(line)?.[1] ?? owner;
      const member = lines[index + 1]?.trim() ?? "";
      return line.includes("(undocumented)") && !isPlain(owner, member) ? [`${owner}: ${member}`] : [];
    });
    expect(lines.length).toBeGreaterThan(20);
    expect(bare).toEqual([]);
  });
});
