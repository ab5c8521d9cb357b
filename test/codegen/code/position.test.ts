import { join } from "node:path";
import { Project, StructureKind, SyntaxKind } from "ts-morph";
import { expect, test } from "vitest";
import { call, code, object, type SourceText } from "../../../codegen/src/code/code.js";
import { lineComment } from "../../../codegen/src/code/comment.js";
import { identifier } from "../../../codegen/src/code/identifier.js";
import { layout } from "../../../codegen/src/code/layout.js";
import { literal, propertyName } from "../../../codegen/src/code/literal.js";
import { docComments } from "../../../codegen/src/emit/docs.js";
import type { SourceFileDraft } from "../../../codegen/src/emit/source-file.js";
import { root } from "../../support/generated.js";

/** What a new emitter has in its hands: any text at all. */
const description: string = "*/ process.exit(1); /*";
const encoded: SourceText = literal(description);

/** Never called: the compiler is what is asked here. Each of these compiled when code was any text. */
export function refusedByTheCompiler(file: SourceFileDraft): void {
  // @ts-expect-error text is no code
  file.text(description);
  // @ts-expect-error nor is a template of it
  file.text(`/** ${description} */`);
  // @ts-expect-error nor is encoded text once something has been added to it
  file.text(`${encoded}: ${description}`);
  // @ts-expect-error a gap in code takes code
  code`type Pasted = ${description};`;
  // @ts-expect-error so does a call
  call(code`f`, description);
  // @ts-expect-error and the key of an object
  object([[description, encoded]]);
  // @ts-expect-error a name that was not looked at by the grammar
  file.finish([{ kind: StructureKind.Class, name: description }]);
  // @ts-expect-error a comment that was not encoded
  file.finish([{ kind: StructureKind.Class, name: identifier("A"), docs: [description] }]);
  // @ts-expect-error code is no comment: its quotation marks do not keep a comment from ending
  file.finish([{ kind: StructureKind.Class, name: identifier("A"), docs: [encoded] }]);
  // @ts-expect-error and a comment is no code
  file.finish([{ kind: StructureKind.TypeAlias, name: identifier("A"), type: docComments({ deprecated: true })[0] }]);
  file.finish([
    {
      kind: StructureKind.Class,
      name: identifier("A"),
      // @ts-expect-error a writer of ts-morph's would write anything
      methods: [{ name: identifier("b"), statements: (writer) => writer.write(description) }],
    },
  ]);
}

const sources = new Project({ skipAddingFilesFromTsConfig: true });
sources.addSourceFilesAtPaths(join(root, "codegen/src/**/*.ts"));
const others = sources.getSourceFiles().filter((file) => !/\/codegen\/src\/code\/[^/]+$/.test(file.getFilePath()));

test("no file but those of `code` can call any text code: none imports the mark, none casts to it", () => {
  expect(others.length).toBeGreaterThan(80);
  const imports = others.flatMap((file) => file.getImportDeclarations());
  const marks = imports.filter((each) => each.getModuleSpecifierValue().endsWith("/code/source.js"));
  expect(marks.map((each) => each.getSourceFile().getFilePath())).toEqual([]);
  const casts = others.flatMap((file) => file.getDescendantsOfKind(SyntaxKind.AsExpression));
  expect(casts.length).toBeGreaterThan(5);
  const forged = casts.filter((cast) =>
    /\b(?:SourceText|CommentText|Safe|any)\b/.test(cast.getTypeNodeOrThrow().getText()),
  );
  expect(forged.map((cast) => cast.getText())).toEqual([]);
});

test("only `print` makes text of structures, and only `emit` makes these", () => {
  const makers = others.filter((file) => /\bcreateSourceFile\b/.test(file.getFullText()));
  expect(makers.map((file) => file.getFilePath().split("/codegen/src/")[1])).toEqual([
    "print/index.ts",
    "surface/index.ts",
  ]);
});

test.each(["", "a b", "1a", "a-b", "a;b", "a\n", "\u00e9", "a\u200d", "a.b", "*/"])("%j is no identifier", (name) => {
  expect(() => identifier(name)).toThrow(TypeError);
});

test.each([
  { given: "__proto__", want: '["__proto__"]' },
  { given: "", want: '""' },
  { given: "\u{1f600}", want: '"\u{1f600}"' },
  { given: "a\u2028b", want: '"a\\u2028b"' },
  { given: "\u202e\u0000\u007f", want: '"\\u202e\\u0000\\u007f"' },
  { given: '"; process.exit(1); "', want: '"\\"; process.exit(1); \\""' },
  { given: "constructor", want: "constructor" },
])("the property $given is $want", ({ given, want }) => {
  expect(propertyName(given)).toBe(want);
});

test("a file's name cannot end the comment that bears it", () => {
  expect(lineComment("Generated from a\r\nb\u2028c\u2029d.yaml")).toBe(
    "// Generated from a\\u000d\\u000ab\\u2028c\\u2029d.yaml",
  );
});

test("code in gaps of code is laid out like code that was written in one piece", () => {
  const inner = call(code`f`, code`a`, code`b`);
  expect(layout(code`x.${inner}.y`)).toBe("x.f(a, b).y");
  expect(code`a${code`b`}c`).toBe("abc");
});
