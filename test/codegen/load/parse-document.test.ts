import { expect, test } from "vitest";
import { parse } from "yaml";
import { SpecError } from "../../../codegen/src/findings.js";
import { parseDocument } from "../../../codegen/src/load/index.js";

/** Findings of a text as `line:column message`; none where it can be read. */
function findings(text: string): readonly string[] {
  try {
    parseDocument(text, "doc.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.findings.map(({ position, message }) => `${position.line}:${position.column} ${message}`);
  }
}

test.each([
  { given: "a duplicate key", text: "a: 1\nb: 2\na: 3\n", want: ['3:1 The key "a" is already at doc.yaml:1:1.'] },
  {
    given: "a duplicate key in JSON",
    text: '{ "a": 1,\n  "a": 2 }',
    want: ['2:3 The key "a" is already at doc.yaml:1:3.'],
  },
  {
    given: "a key that escapes make a duplicate",
    text: '{"a":1,"\\u0061":2}',
    want: ['1:8 The key "a" is already at doc.yaml:1:2.'],
  },
  {
    given: "a number and a text that make one key",
    text: "200: a\n'200': b\n",
    want: ['2:1 The key "200" is already at doc.yaml:1:1.'],
  },
  { given: "a second document", text: "a: 1\n---\nb: 2\n", want: ["2:1 A second document starts here."] },
  { given: "an empty file", text: "", want: ["1:1 The document is empty."] },
  { given: "nothing but a comment", text: "# later\n", want: ["1:1 The document is empty."] },
  { given: "a scalar", text: "openapi\n", want: ["1:1 The document must be an object; found a single value."] },
  { given: "a list", text: "- a\n", want: ["1:1 The document must be an object; found a list."] },
  { given: "a code tag", text: "a: !!js/function 'x'\n", want: ["1:4 Unsupported tag: !!js/function."] },
  { given: "an unknown tag", text: "a: !secret x\n", want: ["1:4 Unsupported tag: !secret."] },
  { given: "binary data", text: "a: !!binary aGk=\n", want: ["1:4 Unsupported tag: !!binary."] },
  { given: "a key that is a boolean", text: "true: 1\n", want: ['1:1 A key must be text; found "true".'] },
  { given: "a key that is empty", text: ": 1\n", want: ["1:1 A key must be text; found an empty key."] },
  { given: "a key that is a list", text: "? [a]\n: 1\n", want: ["1:3 A key must be text; found a collection."] },
  {
    given: "a merge key over text",
    text: "a:\n  <<: b\n",
    want: ['2:7 A merge key (`<<`) needs an object or a list of objects; found "b".'],
  },
  {
    given: "a merge key over a list of more than objects",
    text: "a: &a { b: 1 }\nc:\n  <<: [*a, 2]\n",
    want: ["3:7 A merge key (`<<`) needs an object or a list of objects; found 2."],
  },
  { given: "a merge key over nothing", text: "a:\n  <<: *b\n", want: ["2:7 The alias *b has no anchor &b before it."] },
  {
    given: "a merge key into itself",
    text: "a: &a\n  <<: *a\n",
    want: ["2:7 The alias *a refers to a value that contains it."],
  },
  { given: "a tag that its value does not fit", text: "a: !!int x\n", want: ["1:4 Unsupported tag: !!int."] },
  { given: "a tag of a collection", text: "a: !!set { b, c }\n", want: ["1:4 Unsupported tag: !!set."] },
  { given: "a key with an unknown tag", text: "!secret a: 1\n", want: ["1:1 Unsupported tag: !secret."] },
  { given: "an alias without an anchor", text: "a: *b\n", want: ["1:4 The alias *b has no anchor &b before it."] },
  {
    given: "an alias into itself",
    text: "a: &a [1, *a]\n",
    want: ["1:11 The alias *a refers to a value that contains it."],
  },
  {
    given: "infinity",
    text: "a: -.inf\nb: .nan\n",
    want: ["1:4 A number must be finite; found -.inf.", "2:4 A number must be finite; found .nan."],
  },
  { given: "a number too large for JSON", text: '{"a": 1e999}', want: ["1:7 A number must be finite; found 1e999."] },
  {
    given: "two syntax errors",
    text: 'a: "\\q"\n\tb: 1\n',
    want: ["1:5 Syntax error: Invalid escape sequence \\q.", "2:1 Syntax error: Tabs are not allowed as indentation."],
  },
  {
    given: "a list that does not end",
    text: "a: [1,\nb: 2\n",
    want: ["2:1 Syntax error: Flow sequence in block collection must be sufficiently indented and end with a ]."],
  },
])("$given is rejected at its position", ({ text, want }) => {
  expect(findings(text)).toEqual(want);
});

test("a few aliases expand to the value of their anchor", () => {
  const { root } = parseDocument("a: &a { b: [1] }\nc: [*a, *a]\n", "doc.yaml");
  expect(root).toEqual(plain({ a: plain({ b: [1] }), c: [plain({ b: [1] }), plain({ b: [1] })] }));
});

test.each([
  { given: "what the map holds itself counts", text: "{ <<: *a, b: 9 }", want: { b: 9, c: 2 } },
  { given: "also where it stands before", text: "{ b: null, <<: *a }", want: { b: null, c: 2 } },
  { given: "of several maps the first counts", text: "{ <<: [*d, *a] }", want: { b: 3, c: 2 } },
  { given: "several keys are several maps", text: "{ <<: *d, <<: *a }", want: { b: 3, c: 2 } },
  { given: "a map may be written in place", text: "{ <<: { e: 4 } }", want: { e: 4 } },
  { given: "in quotation marks it is a key", text: '{ "<<": 1, <<: *d }', want: { "<<": 1, b: 3 } },
])("a merge key merges other maps: $given", ({ text, want }) => {
  const document = `a: &a { b: 1, c: 2 }\nd: &d { b: 3 }\nx: ${text}\n`;
  expect(parseDocument(document, "doc.yaml").root["x"]).toEqual(plain(want));
  expect(parse(document, { merge: true }).x).toEqual(want);
});

test("merged properties have the position at which they are written", () => {
  const text = 'a: &a\n  b: 1\nc: &c\n  <<: *a\n  d: 2\ne:\n  <<: [*c]\n  f: 3\n  "<<": 4\n';
  const { locate } = parseDocument(text, "doc.yaml");
  const places = ["b", "d", "f", "<<", "g"].map((name) => locate(["e", name]).line);
  expect(places).toEqual([2, 5, 8, 9, 6]);
});

test("tags of the core schema determine the type of a scalar", () => {
  const text =
    "{ a: !!str 200, b: ! 1, c: !!int '3', d: !!float 4, e: !!bool 'true', f: !!null '', g: !!map {}, h: !!seq [], !!str <<: i }";
  const want = { a: "200", b: "1", c: 3, d: 4, e: true, f: null, g: plain({}), h: [], "<<": "i" };
  expect(parseDocument(text, "doc.yaml").root).toEqual(plain(want));
});

test.each([
  { given: "between values in brackets", text: "a: [1,\t2]\nb: {\tc: 3 }\n", want: { a: [1, 2], b: plain({ c: 3 }) } },
  { given: "around anchors and tags", text: "a: &x [1,\t!!str 2]\nb: *x\n", want: { a: [1, "2"], b: [1, "2"] } },
])("a tab $given is a blank", ({ text, want }) => {
  const { root, locate } = parseDocument(text, "doc.yaml");
  expect(root).toEqual(plain(want));
  expect(locate(["b"]).column).toBe(1);
});

test("the recovering parser also locates values through aliases, and accepts only one document", () => {
  const text = "a: &x [1,\t!!str 2]\nb: *x\n";
  expect(parseDocument(text, "doc.yaml").locate(["b", 1])).toEqual({ file: "doc.yaml", line: 1, column: 17 });
  expect(findings(`${text}---\nc: 3\n`)).toEqual(["3:1 A second document starts here."]);
});

test.each([
  { given: "a list at the limit", text: `a: ${"[".repeat(256)}${"]".repeat(256)}`, want: [] },
  { given: "a list beyond it", text: `a: ${"[".repeat(257)}${"]".repeat(257)}`, want: ["1:260"] },
  { given: "a number beyond it", text: `a: ${"[".repeat(256)}1${"]".repeat(256)}`, want: ["1:260"] },
  { given: "a list far beyond it", text: `a: ${"[".repeat(5_000)}${"]".repeat(5_000)}`, want: ["1:260"] },
  { given: "one that does not end", text: `a: ${"[".repeat(100_000)}`, want: ["1:260"] },
])("$given: values nest 256 deep at most", ({ text, want }) => {
  const message = "The document nests too deeply; the limit (maximumDepth) is 256.";
  expect(findings(text)).toEqual(want.map((place) => `${place} ${message}`));
});

test("keys that mean something to JavaScript are only keys", () => {
  const { root } = parseDocument('{"__proto__": {"polluted": true}, "constructor": 1}', "doc.json");
  expect(Object.getPrototypeOf(root)).toBeNull();
  expect(Object.keys(root)).toEqual(["__proto__", "constructor"]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("a status without quotation marks is read as the text it is written as, and yes stays yes", () => {
  const { root } = parseDocument("%YAML 1.1\n---\nresponses: { 200: yes }\n'<<': x\n", "doc.yaml");
  expect(root).toEqual(plain({ responses: plain({ "200": "yes" }), "<<": "x" }));
});

test("findings in JSON have the right position under any indentation", () => {
  const { root, locate } = parseDocument('{\n\t"a": {\n\t\t"b": [1,\n\t\t2]\n\t}\n}', "doc.json");
  expect(root).toEqual(plain({ a: plain({ b: [1, 2] }) }));
  expect(locate(["a", "b", 1])).toEqual({ file: "doc.json", line: 4, column: 3 });
});

test("JSON and YAML of one document are one value", () => {
  const value = { openapi: "3.1.0", list: [1, -2.5, 1e3, null, true, 'a\\":', { "x:": '":' }], empty: {}, "": [] };
  const json = parseDocument(JSON.stringify(value), "doc.json").root;
  const yaml = parseDocument(`# not JSON\n${JSON.stringify(value)}`, "doc.yaml").root;
  expect(json).toEqual(yaml);
  expect(JSON.stringify(json)).toBe(JSON.stringify(value));
});

test("keys keep the order of the document", () => {
  expect(Object.keys(parseDocument("b: 1\na: 2\nc: 3\n", "doc.yaml").root)).toEqual(["b", "a", "c"]);
});

test.each([
  { path: [], want: "1:1" },
  { path: ["paths"], want: "2:1" },
  { path: ["paths", "/orders", "get"], want: "4:5" },
  { path: ["paths", "/orders", "get", "tags", 1], want: "4:24" },
  { path: ["paths", "/orders", "get", "nothing", "below"], want: "4:5" },
  { path: ["shared", "type"], want: "5:14" },
  { path: ["again", "type"], want: "5:14" },
])("locates $path at $want, whatever the line ends are", ({ path, want }) => {
  const lines = [
    'openapi: "3.1.0"',
    "paths:",
    "  /orders:",
    "    get: { tags: [one, two] }",
    "shared: &s { type: x }",
    "again: *s",
    "",
  ];
  for (const end of ["\n", "\r\n"]) {
    const { line, column } = parseDocument(lines.join(end), "doc.yaml").locate(path);
    expect(`${line}:${column}`).toBe(want);
  }
});

test.each([
  { given: "a text in lines", path: ["a", 0], want: "2:5" },
  { given: "a text in lines behind a comment", path: ["a", 1], want: "4:5" },
  { given: "an item that is not written", path: ["a", 2], want: "6:4" },
  { given: "one at the end of a list", path: ["a", 4], want: "8:4" },
  { given: "a text in quotation marks", path: ["b", 0], want: "9:5" },
  { given: "an item with an anchor", path: ["b", 1], want: "9:13" },
  { given: "an alias", path: ["b", 2], want: "9:16" },
  { given: "an item behind a list in brackets", path: ["c", 1], want: "11:4" },
])("locates $given at $want", ({ path, want }) => {
  const lines = [
    "a:",
    "  - |",
    "    text",
    "  - >- # folded",
    "    text",
    "  - # nothing",
    "  - x",
    "  -",
    "b: ['x', &y z, *y]",
    "c: [[1], # comment",
    "   2]",
    "",
  ];
  const { line, column } = parseDocument(lines.join("\n"), "doc.yaml").locate(path);
  expect(`${line}:${column}`).toBe(want);
});

test("only the first error is reported in a text too long for the recovering parser", () => {
  const error = 'b: "\\q"\nc: "\\q"\n';
  expect(findings(`a: [${"1,".repeat(10)}]\n${error}`)).toHaveLength(2);
  expect(findings(`a: [${"1,".repeat(1_000_000)}]\n${error}`)).toEqual(["2:6 Syntax error: unknown escape sequence."]);
});

test("at most a thousand findings are reported", () => {
  expect(findings("{ ? [] : 1 }, ".repeat(1_500).replace(/^/, "a: [").replace(/$/, "]"))).toHaveLength(1_000);
});

test("text of a document cannot rewrite the message that quotes it", () => {
  const [finding] = findings('a: { "\\e[2K\u202e": 1, "\\e[2K\u202e": 2 }\n');
  expect(finding).toBe('1:19 The key "\\u001b[2K\\u202e" is already at doc.yaml:1:6.');
});

function plain(properties: object): object {
  return Object.assign(Object.create(null), properties);
}
