import { describe, expect, test } from "vitest";
import {
  alternatives,
  array,
  arrow,
  call,
  classDeclaration,
  code,
  constant,
  docComment,
  group,
  type Item,
  identifier,
  interfaceDeclaration,
  isAlternatives,
  literal,
  member,
  method,
  name,
  object,
  objectType,
  plainText,
  pure,
  type SourceText,
  typeAlias,
  typeArguments,
} from "../../../codegen/src/code/index.js";
import { checkSyntax, loadCompiler, OutputSyntaxError, print } from "../../../codegen/src/print/index.js";

const HEADER = "// Generated from shop.yaml. To change it, edit the document and generate again.";

const compiler = loadCompiler();

/** Lines of a file with these statements, behind its first line. */
function linesOf(...statements: readonly Item[]): readonly string[] {
  const files = print([{ path: "shop/orders.ts", statements }], "shop.yaml");
  checkSyntax(files, compiler);
  const [file] = files;
  const [first, ...lines] = (file?.text ?? "").split("\n");
  expect(first).toBe(HEADER);
  expect(lines.pop()).toBe("");
  return lines;
}

/** A name of so many characters. */
function wide(width: number): SourceText {
  return identifier("x".repeat(width));
}

describe("a file", () => {
  test("without statements is a module all the same", () => {
    expect(linesOf()).toEqual(["", "export {};"]);
  });

  test("imports what it uses from elsewhere: packages first, then the files that are further away", () => {
    const from = (module: string, exported: string, kind: "type" | "value") =>
      name({ name: identifier(exported), module, kind });
    const used = [
      from("shop/types.ts", "Order", "type"),
      from("schemas.ts", "orderSchema", "value"),
      from("apsdirect/runtime", "rqlList", "value"),
      from("apsdirect/runtime", "Call", "type"),
      from("shop/orders.ts", "own", "value"),
      name({ name: code`z`, module: "zod/mini", kind: "value", namespace: true }),
    ];
    expect(linesOf({ code: code`f${array(used)};` })).toEqual([
      'import { type Call, rqlList } from "apsdirect/runtime";',
      'import * as z from "zod/mini";',
      'import { orderSchema } from "../schemas.js";',
      'import type { Order } from "./types.js";',
      "f[Order, orderSchema, rqlList, Call, own, z];",
    ]);
  });

  test.each([
    { fault: "a bracket that is never closed", statement: code`export const a = [1;` },
    { fault: "a comment that is never closed", statement: code`/* export const a = 1;` },
    { fault: "a word too many", statement: code`export const a b = 1;` },
    { fault: "a text that is never closed", statement: code`export const a = "1;` },
  ])("with $fault is an internal error that names its place", ({ statement }) => {
    const broken = { path: "broken.ts", statements: [{ code: statement }] };
    const files = print([{ path: "good.ts", statements: [] }, broken], "shop.yaml");
    expect(() => checkSyntax(files, compiler)).toThrow(OutputSyntaxError);
    expect(() => checkSyntax(files, compiler)).toThrow(/broken\.ts:\d+: .*Nothing was written/);
  });
});

describe("a doc comment", () => {
  const commented = (text: string): readonly string[] =>
    linesOf(interfaceDeclaration({ name: code`A`, members: [], comment: docComment([text]) })).slice(1, -1);

  test("is on one line if it fits", () => {
    expect(commented("x".repeat(113))).toEqual([`/** ${"x".repeat(113)} */`]);
    expect(commented("x".repeat(114))).toEqual(["/**", ` * ${"x".repeat(114)}`, " */"]);
  });

  test("is wrapped between words at the width of its place", () => {
    const words = Array.from({ length: 40 }, () => "word").join(" ");
    const lines = commented(words);
    expect(lines.slice(1, -1).map((line) => line.length)).toEqual([117, 87]);
    const deep = linesOf(
      typeAlias({
        name: code`A`,
        type: objectType([
          member({
            name: code`a`,
            type: objectType([member({ name: code`b`, type: code`string`, comment: docComment([words]) })]),
          }),
        ]),
      }),
    );
    expect(Math.max(...deep.map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test("keeps the document's lines, and cannot be ended by them", () => {
    expect(commented("one\r\ntwo */ evil()\u2028\u202ethree")).toEqual([
      "/**",
      " * one",
      " * two *\\/ evil()",
      " * \\u202ethree",
      " */",
    ]);
  });
});

describe("a union", () => {
  const objectOf = (...names: readonly string[]) =>
    objectType(names.map((each) => member({ name: identifier(each), type: code`string` })));

  test("has no type twice, whatever the order of its members and whatever is said about them", () => {
    const commented = objectType([
      member({ name: code`b`, type: code`string`, comment: docComment(["Said here alone."]) }),
      member({ name: code`a`, type: code`string` }),
    ]);
    const union = alternatives("|", [code`string`, objectOf("a", "b"), code`string`, objectOf("b", "a"), commented]);
    expect(plainText(union)).toBe("string | {;a: string;b: string}");
  });

  test("keeps types that only look alike", () => {
    const union = alternatives("|", [objectOf("a", "b"), objectOf("a", "c")]);
    expect(plainText(union)).toBe("{;a: string;b: string} | {;a: string;c: string}");
  });
});

describe("code that does not fit on a line is broken", () => {
  const open = alternatives("|", [literal("a"), wide(60), wide(61)]);
  if (!isAlternatives(open)) throw new Error("two types are a union");

  test.each<{ what: string; given: Item; want: readonly string[] }>([
    {
      what: "a union, one member a line",
      given: typeAlias({ name: code`A`, type: open }),
      want: ["", "export type A =", '  | "a"', `  | ${wide(60)}`, `  | ${wide(61)};`],
    },
    {
      what: "a list of a union, in its brackets",
      given: typeAlias({ name: code`A`, type: code`${group(open)}[]` }),
      want: ["", "export type A = (", '  | "a"', `  | ${wide(60)}`, `  | ${wide(61)}`, ")[];"],
    },
    {
      what: "an intersection, inside its object types",
      given: typeAlias({
        name: code`A`,
        type: alternatives("&", [code`B`, objectType([member({ name: code`c`, type: code`string` })])]),
      }),
      want: ["", "export type A = B & {", "  c: string;", "};"],
    },
    {
      what: "a call, inside its last argument",
      given: { code: code`${call(code`f`, literal("a"), object([[code`b`, wide(120)]]))};` },
      want: ['f("a", {', `  b: ${wide(120)},`, "});"],
    },
    {
      what: "a call of a function, behind its arrow",
      given: { code: code`${call(code`f`, arrow(call(code`g`, wide(120))))};` },
      want: ["f(() =>", "  g(", `    ${wide(120)},`, "  ),", ");"],
    },
    {
      what: "a type argument, without a comma behind the last one",
      given: { code: code`type A = B${typeArguments([wide(60), wide(60)])};` },
      want: ["type A = B<", `  ${wide(60)},`, `  ${wide(60)}`, ">;"],
    },
    {
      what: "the parameters of a method before its return type",
      given: classDeclaration({
        name: code`A`,
        base: code`B`,
        members: [
          method({
            name: code`create`,
            parameters: [code`order: ${wide(60)}`],
            returns: code`Call<${wide(40)}>`,
            result: code`this`,
          }),
        ],
      }),
      want: [
        "",
        "export class A extends B {",
        "  create(",
        `    order: ${wide(60)},`,
        `  ): Call<${wide(40)}> {`,
        "    return this;",
        "  }",
        "}",
      ],
    },
    {
      what: "a marked call, below what stands before it if its first line does not fit there",
      given: constant({ name: wide(90), type: code`T`, value: pure(call(code`schema`, arrow(wide(60)))) }),
      want: ["", `export const ${wide(90)}: T =`, `  /* @__PURE__ */ schema(() => ${wide(60)});`],
    },
  ])("$what", ({ given, want }) => {
    expect(linesOf(given)).toEqual(want);
  });
});
