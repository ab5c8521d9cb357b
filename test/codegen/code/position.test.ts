import { join } from "node:path";
import { Project, SyntaxKind } from "ts-morph";
import { expect, test } from "vitest";
import {
  type Code,
  type Comment,
  call,
  classDeclaration,
  code,
  docComment,
  type Item,
  identifier,
  lineComment,
  literal,
  member,
  object,
  propertyName,
  type SourceText,
  typeAlias,
} from "../../../codegen/src/code/index.js";
import { printFile } from "../../../codegen/src/print/file-text.js";
import { root } from "../../support/generated.js";

/** Any text at all, as a new emitter finds it in the model. */
const description: string = "*/ process.exit(1); /*";
const encoded: SourceText = literal(description);
const name = identifier("A");

/** Never called: it asks the compiler. Each of these would compile if code were any text. */
export function refusedByTheCompiler(): readonly (Code | Item | Comment)[] {
  return [
    // @ts-expect-error text is not code
    { code: description },
    // @ts-expect-error nor is a template of it
    { code: `/** ${description} */` },
    // @ts-expect-error nor is encoded text once something has been added to it
    { code: `${encoded}: ${description}` },
    // @ts-expect-error a gap in code takes code
    code`type Pasted = ${description};`,
    // @ts-expect-error so does a call
    call(code`f`, description),
    // @ts-expect-error and the key of an object
    object([[description, encoded]]),
    // @ts-expect-error a name that the grammar has not seen
    member({ name: description, type: encoded }),
    // @ts-expect-error a comment that was not encoded
    classDeclaration({ name, base: name, members: [], comment: [description] }),
    // @ts-expect-error code is not a comment: its quotation marks do not keep a comment from ending
    classDeclaration({ name, base: name, members: [], comment: [encoded] }),
    // @ts-expect-error and a comment is not code
    typeAlias({ name, type: docComment([description]) }),
  ];
}

const sources = new Project({ skipAddingFilesFromTsConfig: true });
sources.addSourceFilesAtPaths(join(root, "codegen/src/**/*.ts"));
const others = sources.getSourceFiles().filter((file) => !/\/codegen\/src\/code\/[^/]+$/.test(file.getFilePath()));

test("only files in `code` can call any text code: no other imports the mark or casts to it", () => {
  expect(others.length).toBeGreaterThan(80);
  const imports = others.flatMap((file) => file.getImportDeclarations());
  const marks = imports.filter((each) => each.getModuleSpecifierValue().endsWith("/code/source.js"));
  expect(marks.map((each) => each.getSourceFile().getFilePath())).toEqual([]);
  const casts = others.flatMap((file) => file.getDescendantsOfKind(SyntaxKind.AsExpression));
  expect(casts.length).toBeGreaterThan(5);
  const forged = casts.filter((cast) => /\b(?:SourceText|CommentText|any)\b/.test(cast.getTypeNodeOrThrow().getText()));
  expect(forged.map((cast) => cast.getText())).toEqual([]);
});

test("only `print` hands text to the compiler", () => {
  const callers = others.filter((file) => /\bcreateSourceFile\b/.test(file.getFullText()));
  expect(callers.map((file) => file.getFilePath().split("/codegen/src/")[1])).toEqual(["print/check-syntax.ts"]);
});

test("no file of the generator has an invisible character", () => {
  const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
  const files = sources.getSourceFiles().filter((file) => invisible.test(file.getFullText()));
  expect(files.map((file) => file.getFilePath())).toEqual([]);
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

test("code in gaps of code is printed like code that was written in one piece", () => {
  const inner = call(code`f`, code`a`, code`b`);
  const printed = printFile({ path: "a.ts", statements: [{ code: code`x.${inner}.y;` }] }, "a.yaml");
  expect(printed.split("\n").slice(1)).toEqual(["x.f(a, b).y;", ""]);
  expect(code`a${code`b`}c`).toBe("abc");
});
