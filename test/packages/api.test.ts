import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../support/generated.js";

const reports = (
  await Promise.all(
    ["sdk", "codegen", "test/sandbox"].map(async (folder) =>
      (await readdir(join(root, folder, "api"))).map((file) => `${folder}/api/${file}`),
    ),
  )
).flat();

/**
 * Members whose names say it all: what tells errors, nodes and results apart, types by their ids, zod's own functions,
 * typed anew; and what an object has beyond its documented properties.
 */
const isPlain = (owner: string, member: string): boolean =>
  owner === "SchemaBuilders" ||
  owner === "TypesById" ||
  /^(?:readonly (?:code|name|kind|in|success|later)\b|\[)/.test(member);

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
