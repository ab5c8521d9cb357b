import { type Row, schemas } from "./document.js";

function referring(to: string): string {
  return schemas(`    A: { type: object, properties: { a: { $ref: "${to}" } } }`);
}

const outside = "References outside the document and its folder are not supported";

/** References that would fetch, read, loop or pollute. */
export const hostileReferences: readonly Row[] = [
  { name: "a reference to the network", text: referring("http://127.0.0.1:9/canary.yaml"), want: `5:43: ${outside}` },
  {
    name: "a reference with a password",
    text: referring("https://user:pw@evil.example/a.yaml#/A"),
    want: `5:43: ${outside}`,
  },
  {
    name: "a reference to a host without a scheme",
    text: referring("//evil.example/a.yaml"),
    want: `5:43: ${outside}`,
  },
  { name: "a reference to a file by URL", text: referring("file:///etc/passwd"), want: `5:43: ${outside}` },
  { name: "a reference to a file by its path", text: referring("/etc/passwd"), want: `5:43: ${outside}` },
  { name: "a reference to the folder above", text: referring("../package.json"), want: `5:43: ${outside}` },
  {
    name: "a reference to the folder above, encoded",
    text: referring("%2e%2e/package.json"),
    want: `5:43: ${outside}`,
  },
  { name: "a reference to data", text: referring("data:application/json,{}"), want: `5:43: ${outside}` },
  {
    name: "a reference to a file that is missing",
    text: referring("none.yaml#/A"),
    want: '5:43: Cannot read "none.yaml#/A": File not found.',
  },
  {
    name: "a reference to the folder itself",
    text: referring("./"),
    want: '5:43: Cannot read "./": This is a folder, not a document.',
  },
  {
    name: "a reference to a device",
    text: referring("sub/../pipe"),
    want: '5:43: Cannot read "pipe": File not found.',
  },
  {
    name: "a reference that only nearly is right",
    text: referring("#/components/schemas/B").replace(/\n$/, "\n    Bb: {}\n"),
    want: '5:43: "#/components/schemas/B" does not exist in the document.',
  },
  {
    name: "a reference along the prototype",
    text: referring("#/components/schemas/__proto__/polluted"),
    want: '5:43: "#/components/schemas/__proto__/polluted" does not exist in the document.',
  },
  {
    name: "a reference to a constructor",
    text: referring("#/constructor/prototype"),
    want: '5:43: "#/constructor/prototype" does not exist',
  },
  { name: "a pointer that is none", text: referring("#/components/schemas/~2"), want: "5:43: Expected a pointer" },
  { name: "a pointer that cannot be decoded", text: referring("#/components/%ff"), want: "5:43: Expected a pointer" },
  { name: "an anchor", text: referring("#A"), want: "5:43: Expected a pointer" },
  {
    name: "a reference that is empty",
    text: referring(""),
    want: '5:43: "#" must point to a schema, but it points to the document.',
  },
  {
    name: "a reference to what is no schema",
    text: referring("#/info/title"),
    want: '5:43: "#/info/title" must point to a schema',
  },
  {
    name: "a schema that is itself",
    text: schemas('    A: { $ref: "#/components/schemas/A" }'),
    want: "5:5: The schema contains itself",
  },
  {
    name: "schemas that are each other",
    text: schemas('    A: { $ref: "#/components/schemas/B" }\n    B: { allOf: [{ $ref: "#/components/schemas/A" }] }'),
    want: "5:5: The schema contains itself",
  },
  {
    name: "a schema that is all of itself",
    text: schemas('    A: { type: object, allOf: [{ $ref: "#/components/schemas/A" }, { type: object }] }'),
    want: "5:5: The schema contains itself",
  },
  {
    name: "a class that lists a subclass and is all of it",
    text: schemas(
      '    A: { allOf: [{ $ref: "#/components/schemas/B" }], oneOf: [{ $ref: "#/components/schemas/B" }] }\n' +
        '    B: { allOf: [{ $ref: "#/components/schemas/A" }] }',
    ),
    want: "5:5: The schema contains itself",
  },
  {
    name: "a class that lists a subclass of its subclass",
    text: schemas(
      '    A: { anyOf: [{ $ref: "#/components/schemas/C" }] }\n' +
        '    B: { allOf: [{ $ref: "#/components/schemas/A" }] }\n' +
        '    C: { allOf: [{ $ref: "#/components/schemas/B" }] }',
    ),
    want: "5:5: The schema contains itself",
  },
  {
    name: "a class that lists what asks for more beside the reference to it",
    text: schemas(
      '    A: { anyOf: [{ $ref: "#/components/schemas/B" }] }\n' +
        '    B: { allOf: [{ $ref: "#/components/schemas/A", minProperties: 1 }] }',
    ),
    want: "5:5: The schema contains itself",
  },
  {
    name: "a class that lists a subclass",
    text: schemas(
      '    A: { type: object, anyOf: [{ $ref: "#/components/schemas/B" }] }\n' +
        '    B: { allOf: [{ $ref: "#/components/schemas/A" }] }',
    ),
    want: "a client",
  },
  {
    name: "parameters that are each other",
    text: `${schemas("    A: {}")}  parameters: { P: { $ref: "#/components/parameters/Q" }, Q: { $ref: "#/components/parameters/P" } }\n`,
    want: "6:22: The reference is circular",
  },
  {
    name: "files that refer to each other in a circle",
    text: referring("a.yaml"),
    beside: { "a.yaml": '$ref: "b.yaml"\n', "b.yaml": '$ref: "a.yaml"\n' },
    want: "5:38: The schema contains itself",
  },
  {
    name: "a file that is broken",
    text: referring("a.yaml"),
    beside: { "a.yaml": "type: object\n a: b: c\n" },
    want: "a.yaml:1:7: Syntax error: Nested mappings",
  },
  {
    name: "a file that is larger than a document may be, in lines",
    text: referring("a.yaml"),
    beside: { "a.yaml": `type: object\n${"# nothing\n".repeat(50_000)}` },
    want: "a client",
  },
  {
    name: "recursion that is legal: a tree, and a list of itself",
    text: schemas(
      '    Tree: { type: object, properties: { children: { type: array, items: { $ref: "#/components/schemas/Tree" } }, parent: { oneOf: [{ $ref: "#/components/schemas/Tree" }, { type: "null" }] } } }\n    List: { type: array, items: { $ref: "#/components/schemas/List" } }\n    Map: { type: object, additionalProperties: { $ref: "#/components/schemas/Map" } }',
    ),
    want: "a client",
  },
];
