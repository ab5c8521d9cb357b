import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesOf, root } from "../support/generated.js";

const prose = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "spec/README.md", "codegen/README.md", "sdk/README.md"];
const lessons = [
  ...[...(await filesOf(join(root, "examples")))].filter(([path]) => /^[^/]+\.ts$/.test(path)),
  ...(await filesOf(join(root, "test/sdk/runtime"))), // what no platform of ours does, a test shows
];
const documents = [
  ...(await filesOf(join(root, "spec"))),
  ...(await filesOf(join(root, "test/codegen/golden"))),
].filter(([path]) => path.endsWith(".yaml"));
const sources = [...(await filesOf(join(root, "sdk/src"))), ...(await filesOf(join(root, "codegen/src")))];

interface Snippet {
  readonly from: string;
  readonly language: string;
  readonly text: string;
}

function snippetsOf(from: string, text: string): Snippet[] {
  return [...text.matchAll(/^```(ts|yaml)\n([\s\S]*?)^```$/gm)].map(([, language = "", body = ""]) => {
    return { from, language, text: withoutIndent(body) };
  });
}

/** Doc comments without their stars. */
function commentsOf(text: string): string {
  return text.replaceAll(/^\s*\* ?/gm, "");
}

function withoutIndent(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const texts = await Promise.all(prose.map(async (path) => [path, await readFile(join(root, path), "utf8")] as const));
const snippets = [
  ...texts.flatMap(([path, text]) => snippetsOf(path, text)),
  ...sources.flatMap(([path, text]) => snippetsOf(path, commentsOf(text))),
];

describe("every snippet comes from a file that runs", () => {
  test("there are some", () => {
    expect(snippets.length).toBeGreaterThan(4);
    expect(lessons.length).toBeGreaterThan(1);
  });

  test.each(snippets)("$from: $text", ({ language, text }) => {
    const files = language === "ts" ? lessons : documents;
    expect(files.some(([, file]) => withoutIndent(file).includes(text))).toBe(true);
  });
});
