import { paths, type Row, schemas } from "./document.js";

/** Each schema has four of the next: written out, the first would be 4^13 of the last. */
function fourfold(levels: number): string {
  const known = Array.from({ length: levels }, (_, level) => {
    const part = level + 1 === levels ? "{ type: string }" : `{ $ref: "#/components/schemas/S${level + 1}" }`;
    return `    S${level}: { type: object, properties: { a: ${part}, b: ${part}, c: ${part}, d: ${part} } }`;
  });
  return schemas(known.join("\n"));
}

/** As {@link fourfold}, by composition. */
function fourfoldUnions(levels: number): string {
  const known = Array.from({ length: levels }, (_, level) => {
    const part = level + 1 === levels ? "{ type: string }" : `{ $ref: "#/components/schemas/S${level + 1}" }`;
    return `    S${level}: { anyOf: [${Array(4).fill(part).join(", ")}] }`;
  });
  return schemas(known.join("\n"));
}

/** Objects that are also anything, or the next of them. */
function openChoices(levels: number): string {
  return levels === 0 ? "{}" : `{ type: object, oneOf: [{}, ${openChoices(levels - 1)}] }`;
}

/** The shape of two alternatives, each with four members, which are merged with those of the other. */
function fourfoldPairs(levels: number): string {
  const pair = (level: number, name: string): string => {
    const part = level + 1 === levels ? "{ type: string }" : `{ $ref: "#/components/schemas/${name}${level + 1}" }`;
    return `    ${name}${level}: { type: object, properties: { own${name}: {}, a: ${part}, b: ${part}, c: ${part}, d: ${part} } }`;
  };
  const known = times(levels, (level) => `${pair(level, "A")}\n${pair(level, "B")}`);
  const either = `oneOf: [{ $ref: "#/components/schemas/A0" }, { $ref: "#/components/schemas/B0" }]`;
  return schemas(`    S: { x-sdk-shape: true, ${either} }\n${known}`);
}

function times(count: number, make: (index: number) => string, separator = "\n"): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(separator);
}

/** A class of some properties, and subclasses of it that it lists. */
function subclasses(count: number, properties: number): string {
  const listed = times(count, (index) => `{ $ref: "#/components/schemas/C${index}" }`, ", ");
  const own = times(properties, (index) => `p${index}: {}`, ", ");
  const each = times(count, (index) => `    C${index}: { allOf: [{ $ref: "#/components/schemas/P" }] }`);
  return schemas(`    P: { type: object, properties: { ${own} }, oneOf: [${listed}] }\n${each}`);
}

/** A subclass that extends the class that lists it over and over, as that class extends another. */
function extendedAgainAndAgain(count: number): string {
  const over = (name: string): string => times(count, () => `{ $ref: "#/components/schemas/${name}" }`, ", ");
  const superclass = `    P: { oneOf: [{ $ref: "#/components/schemas/C" }], allOf: [${over("A")}] }`;
  return schemas(`    A: { type: object }\n${superclass}\n    C: { allOf: [${over("P")}] }`);
}

/** JSON with one operation: YAML allows no key of more than 1,024 characters without a `?` before it. */
function json(path: string, operation: object): string {
  const info = { title: "T", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { [path]: { get: operation } } });
}

/** What is large, deep or many: either it works or the limit is named. */
export const hostileSize: readonly Row[] = [
  { name: "a class with 3,000 subclasses", text: subclasses(3_000, 1), want: "a client" },
  {
    name: "a class of 500 properties with 500 subclasses",
    text: subclasses(500, 500),
    want: "204:5: Subclasses inherit too many values; the limit (maximumInheritedValues) is 100000.",
  },
  {
    name: "a subclass that extends its class 5,000 times",
    text: extendedAgainAndAgain(5_000),
    want: "7:5: Subclasses inherit too many values; the limit (maximumInheritedValues) is 100000.",
    alone: true,
  },
  {
    name: "lists nested 4,000 deep",
    text: `openapi: 3.1.0\nx-a: ${"[".repeat(4_000)}${"]".repeat(4_000)}\n`,
    want: "2:262: The document nests too deeply; the limit (maximumDepth) is 256.",
  },
  {
    name: "lists nested 100,000 deep",
    text: `openapi: 3.1.0\nx-a: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`,
    want: "2:262: The document nests too deeply; the limit (maximumDepth) is 256.",
    alone: true,
  },
  {
    name: "mappings nested 4,000 deep",
    text: `openapi: 3.1.0\n${times(4_000, (level) => `${" ".repeat(level)}x-a:`)}\n`,
    want: "259:258: The document nests too deeply; the limit (maximumDepth) is 256.",
  },
  {
    name: "JSON nested 4,000 deep",
    file: "doc.json",
    text: `${'{"a":'.repeat(4_000)}1${"}".repeat(4_000)}`,
    want: "1:1286: The document nests too deeply; the limit (maximumDepth) is 256.",
  },
  {
    name: "schemas nested 60 deep",
    text: schemas(`    A: ${"{ type: object, properties: { a: ".repeat(60)}{ type: string }${" } }".repeat(60)}`),
    want: "a client",
  },
  {
    name: "lists of lists 100 deep",
    text: schemas(`    A: ${"{ type: array, items: ".repeat(100)}{ type: string }${" }".repeat(100)}`),
    want: "a client",
  },
  {
    name: "an enum of 5,000 members",
    text: schemas(`    A: { type: string, enum: [${times(5_000, (index) => `member-${index}`, ", ")}] }`),
    want: "a client",
    alone: true,
  },
  { name: "4^13 by references", text: fourfold(13), want: "a client", alone: true },
  { name: "4^13 by composition", text: fourfoldUnions(13), want: "a client" },
  {
    name: "a row of 2,000 references",
    text: schemas(
      `${times(2_000, (index) => `    A${index}: { type: object, properties: { a: { $ref: "#/components/schemas/A${index + 1}" } } }`)}\n    A2000: {}`,
    ),
    want: "a client",
    alone: true,
  },
  {
    name: "a chain of 200 names for one schema",
    text: schemas(
      `${times(200, (index) => `    A${index}: { $ref: "#/components/schemas/A${index + 1}" }`)}\n    A200: { type: string }`,
    ),
    want: "a client",
  },
  {
    name: "a schema of 2,000 properties",
    text: schemas(
      `    A: { type: object, properties: { ${times(2_000, (index) => `p${index}: { type: string }`, ", ")} } }`,
    ),
    want: "a client",
  },
  {
    name: "a union of 300 members",
    text: schemas(
      `    A: { oneOf: [${times(300, (index) => `{ type: object, properties: { p${index}: { type: string } } }`, ", ")}] }`,
    ),
    want: "a client",
  },
  {
    name: "all of 60 schemas",
    text: schemas(
      `    A: { allOf: [${times(60, (index) => `{ type: object, properties: { p${index}: { type: string } } }`, ", ")}] }`,
    ),
    want: "a client",
  },
  {
    name: "1,000 mistakes",
    text: schemas(times(1_000, (index) => `    A${index}: { type: file }`)),
    want: "5:11: Expected one or a list of",
  },
  {
    name: "one word of a megabyte",
    text: schemas(`    A: { type: string, description: ${"a".repeat(1_000_000)} }`),
    want: "a client",
  },
  {
    name: "a description of 100,000 lines",
    text: schemas(`    A: { type: string, description: "${"a\\n".repeat(100_000)}" }`),
    want: "a client",
  },
  {
    name: "open choices nested 40 deep",
    text: schemas(`    A: ${openChoices(40)}`),
    want: "a client",
  },
  {
    name: "the shape of 4^13 alternatives",
    text: fourfoldUnions(13).replace("S0: {", "S0: { x-sdk-shape: true,"),
    want: "a client",
  },
  {
    name: "a shape that merges 4^13 members",
    text: fourfoldPairs(13),
    want: "a client",
  },
  {
    name: "300 tags",
    text: paths(times(300, (index) => `  /p${index}: { get: { tags: [tag ${index}], responses: {} } }`)),
    want: "a client",
  },
  {
    name: "a path of 5,000 segments",
    file: "doc.json",
    text: json(`${times(5_000, () => "/a", "")}`, { responses: {} }),
    want: "a client",
  },
  {
    name: "a path of open braces",
    file: "doc.json",
    text: json(`/${"{".repeat(50_000)}`, { responses: {} }),
    want: "1:64: A path must enclose each parameter name",
  },
  {
    name: "an operationId of 50,000 blanks",
    file: "doc.json",
    text: json("/a", { operationId: `a${" ".repeat(50_000)};` }),
    want: "1:77: An operationId must consist of",
  },
];
