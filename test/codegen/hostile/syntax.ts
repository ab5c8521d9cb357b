import { answers, paths, type Row, schemas } from "./document.js";

/** Each line of it nine times the line before. */
function bomb(lines: number): string {
  const levels = Array.from({ length: lines }, (_, level) => {
    return `  l${level}: &l${level} [${
      level === 0
        ? "lol"
        : Array(9)
            .fill(`*l${level - 1}`)
            .join(", ")
    }]`;
  });
  return `openapi: 3.1.0\nx-bomb:\n${levels.join("\n")}\n`;
}

/** Each line the line before, twice: few aliases, and much that they stand for. */
function doubling(lines: number): string {
  const levels = Array.from({ length: lines }, (_, level) => {
    return level === 0
      ? "    S0: &s0 { type: object }"
      : `    S${level}: &s${level} { allOf: [*s${level - 1}, *s${level - 1}] }`;
  });
  return schemas(levels.join("\n"));
}

/** Each line takes over all of the line before, which is wide from the start. */
function mergeBomb(width: number): string {
  const wide = Array.from({ length: width }, (_, index) => `k${index}: 0`).join(", ");
  const lines = Array.from({ length: 100 }, (_, level) => `x-${level + 1}: &m${level + 1} { <<: *m${level} }`);
  return document(`x-0: &m0 { ${wide} }`, ...lines);
}

function document(...extra: readonly string[]): string {
  return `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${extra.join("\n")}\n`;
}

const good = document(`paths: { /a: { get: ${answers} } }`);

/** What a parser sees first. */
export const hostileSyntax: readonly Row[] = [
  {
    name: "an alias bomb",
    text: bomb(12),
    want: "8:27: Aliases expand to too many values; the limit (maximumAliasedValues) is 100000.",
    alone: true,
  },
  {
    name: "doubling by aliases",
    text: doubling(40),
    want: "19:25: Aliases expand to too many values; the limit (maximumAliasedValues) is 100000.",
    alone: true,
  },
  {
    name: "an alias that leads into itself",
    text: document("x-a: &a [*a]"),
    want: "3:10: The alias *a refers to a value that contains it.",
  },
  {
    name: "an alias without an anchor",
    text: document("x-a: *nothing"),
    want: "3:6: The alias *nothing has no anchor &nothing before it.",
  },
  {
    name: "a chain of merges",
    text: document(
      "x-a: &a { b: 1 }",
      "x-c: &c { <<: *a }",
      "x-d: { <<: [*a, *c] }",
      `paths: { /a: { get: ${answers} } }`,
    ),
    want: "a client",
  },
  {
    name: "a bomb of merges",
    text: mergeBomb(2_000),
    want: "52:18: Aliases expand to too many values; the limit (maximumAliasedValues) is 100000.",
    alone: true,
  },
  {
    name: "a merge of what is no object",
    text: document("x-a: { <<: [1] }"),
    want: "3:12: A merge key (`<<`) needs an object or a list of objects; found 1.",
  },
  {
    name: "a merge that would set the prototype",
    text: document("x-a: { <<: { __proto__: { polluted: true } } }", `paths: { /a: { get: ${answers} } }`),
    want: "a client",
  },
  {
    name: "a prototype in plain sight",
    text: document("__proto__: { polluted: true }", "constructor: { prototype: { polluted: true } }"),
    want: "a client",
  },
  {
    name: "a tag that makes a function",
    text: document("x-a: !!js/function 'function () { canary() }'"),
    want: "3:6: Unsupported tag",
  },
  {
    name: "a tag that makes an object of Python",
    text: document('x-a: !!python/object/apply:os.system ["canary"]'),
    want: "3:6: Unsupported tag",
  },
  { name: "a key twice in YAML", text: `${good}info: {}\n`, want: '4:1: The key "info" is already at doc.yaml:2:1.' },
  {
    name: "a key twice in JSON",
    file: "doc.json",
    text: '{ "openapi": "3.1.0",\n  "info": { "title": "T", "version": "1", "title": "U" } }',
    want: '2:43: The key "title" is already at doc.json:2:13.',
  },
  { name: "a syntax error in YAML", text: document("paths: { /a: [ }"), want: "3:16: Syntax error: Flow sequence" },
  {
    name: "a syntax error in JSON",
    file: "doc.json",
    text: '{ "openapi": "3.1.0",\n  "info": { "title": }\n',
    want: "3:1: Syntax error: Flow map must end with a }.",
  },
  {
    name: "JSON that ends in the middle",
    file: "doc.json",
    text: '{ "openapi": "3.1.0", "info": { "ti',
    want: "1:36: Syntax error: Missing closing",
  },
  {
    name: "a tab as indentation",
    text: document("paths:", "\t/a: {}"),
    want: "4:1: Syntax error: Tabs are not allowed",
  },
  { name: "two documents", text: `${good}---\n${good}`, want: "4:1: A second document starts here." },
  {
    name: "an enum of objects and lists",
    text: schemas("    A: { enum: [{ a: 1 }, [1], a] }\n    B: { enum: [{}] }"),
    want: "a client",
  },
  {
    name: "an enum of numbers, true and null",
    text: schemas("    A: { enum: [1, -2.5, 1e9, true, null] }\n    B: { enum: [true, false] }"),
    want: "a client",
  },
  { name: "nothing", text: "", want: "1:1: The document is empty." },
  { name: "a comment", text: "# later\n", want: "1:1: The document is empty." },
  { name: "null", text: "null\n", want: "1:1: The document must be an object" },
  { name: "a scalar", text: "canary\n", want: "1:1: The document must be an object; found a single value." },
  { name: "a list", text: "- openapi\n", want: "1:1: The document must be an object; found a list." },
  { name: "Swagger 2.0", text: 'swagger: "2.0"\ninfo: {}\n', want: '1:1: Expected OpenAPI 3, found Swagger "2.0".' },
  {
    name: "a version that is not known",
    text: good.replace("3.1.0", "4.0.0"),
    want: "1:1: Expected OpenAPI version",
  },
  { name: "a version without its last part", text: good.replace("3.1.0", '"3.1"'), want: "a client" },
  { name: "a version that is a number", text: good.replace("3.1.0", "3.1"), want: "1:1: Expected OpenAPI version" },
  { name: "no version", text: good.replace("openapi", "x-openapi"), want: "1:1: Expected OpenAPI version" },
  {
    name: "a byte that is no UTF-8",
    text: Buffer.concat([Buffer.from(good), Buffer.from("x-a: caf\xe9\n", "latin1")]),
    want: "4:9: Invalid UTF-8.",
  },
  { name: "UTF-16", text: Buffer.from(`\ufeff${good}`, "utf16le"), want: "1:1: The file is encoded as UTF-16." },
  {
    name: "UTF-16 without a mark",
    text: Buffer.from(good, "utf16le").swap16(),
    want: "1:1: The file is encoded as UTF-16.",
  },
  { name: "a byte order mark and CRLF", text: `\ufeff${good.replaceAll("\n", "\r\n")}`, want: "a client" },
  {
    name: "a mistake behind a byte order mark and CRLF",
    text: `\ufeff${good.replace("/a:", "a:").replaceAll("\n", "\r\n")}`,
    want: '3:10: A path must start with "/"; found "a".',
  },
  { name: "a zero byte", text: document("x-a: \u0000"), want: "a client" },
  { name: "infinity", text: schemas("    A: { maximum: .inf }"), want: "5:19: A number must be finite; found .inf." },
  {
    name: "not a number",
    text: schemas("    A: { minimum: .nan }"),
    want: "5:19: A number must be finite; found .nan.",
  },
  {
    name: "infinity in JSON",
    file: "doc.json",
    text: '{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "x-a": 1e400 }',
    want: "1:72: A number must be finite; found 1e400.",
  },
  {
    name: "an integer beyond 2^53 in an enum",
    text: schemas("    A: { enum: [9007199254740993] }"),
    want: "5:17: This integer exceeds 2^53 - 1",
  },
  {
    name: "an integer beyond 2^53 as a bound",
    text: schemas("    A: { type: integer, maximum: 9223372036854775807 }"),
    want: "a client",
  },
  {
    name: "a default of another type",
    text: schemas(
      "    A: { type: object, properties: { a: { type: boolean, default: 'false' }, b: { type: integer, default: [] } } }",
    ),
    want: "a client",
  },
  {
    name: "an operation without responses",
    text: paths("  /a: { get: {}, put: { responses: {} } }"),
    want: "a client",
  },
  { name: "a document without paths", text: document(), want: "a client" },
];
