import { answers, paths, quoted, type Row, schemas } from "./document.js";

const answered = 'responses: { "200": { description: ok } }';

function operations(...ids: readonly string[]): string {
  return paths(ids.map((id, index) => `  /p${index}: { get: { operationId: ${quoted(id)}, ${answered} } }`).join("\n"));
}

function tagged(...tags: readonly string[]): string {
  return paths(tags.map((tag, index) => `  /p${index}: { get: { tags: [${quoted(tag)}], ${answered} } }`).join("\n"));
}

function keys(...names: readonly string[]): string {
  const known = names.map(
    (name) => `    ${quoted(name)}: { type: object, properties: { self: { $ref: "#/components/schemas/${name}" } } }`,
  );
  return `${schemas(known.join("\n"))}paths:\n${names
    .map(
      (name, index) =>
        `  /k${index}: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } } } } }`,
    )
    .join("\n")}\n`;
}

const reserved =
  "arguments await break case class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield async of get set type any string number object symbol unknown never";

/** Names that become names of code or of files. */
export const hostileNames: readonly Row[] = [
  {
    name: "an operationId that is code",
    text: operations("a(){}; canary(); //"),
    want: "4:17: An operationId must consist of",
  },
  {
    name: "an operationId that is a path",
    text: operations("../../../../etc/cron.d/canary"),
    want: "4:17: An operationId must consist of",
  },
  { name: "an operationId that begins like a variable", text: operations("$total", "$(canary())"), want: "a client" },
  { name: "operationIds with signs of print", text: operations("get–order", "order≠quote"), want: "a client" },
  { name: "an operationId of another alphabet", text: operations("gеt"), want: "4:17: An operationId must consist of" },
  {
    name: "an operationId used twice",
    text: operations("order", "order"),
    want: '5:17: The operationId "order" is used twice. The first is at doc.yaml:4:17.',
  },
  {
    name: "operationIds that make one name",
    text: operations("get-order", "getOrder"),
    want: '5:17: The operationIds "getOrder" and "get-order" result in the same name in code. The first is at doc.yaml:4:17.',
  },
  {
    name: "an operationId that every object has",
    text: operations("constructor"),
    want: '4:17: The operationId "constructor" has another meaning',
  },
  {
    name: "an operationId that is the prototype",
    text: operations("__proto__"),
    want: '4:17: The operationId "__proto__" has another meaning',
  },
  {
    name: "an operationId that makes a promise of the group",
    text: operations("then"),
    want: '4:17: The operationId "then" has another meaning',
  },
  {
    name: "operationIds that are reserved words",
    text: operations(...reserved.split(" ").filter((word) => !/^(?:catch|finally)$/.test(word))),
    want: "a client",
  },
  { name: "an operationId that only digits make", text: operations("1", "2fast"), want: "a client" },
  {
    name: "operationIds that are names of generated code",
    text: operations("z", "schema", "file", "core", "call", "list", "path", "name", "RuntimeCall", "tApi", "t"),
    want: "a client",
  },
  {
    name: "a tag that is a path",
    text: tagged("../../canary", "/etc/passwd", "..\\..\\canary", "C:\\canary"),
    want: "a client",
  },
  { name: "a tag that is nothing", text: tagged("", " ", "...", "\u{1f600}", "\u7528\u6237"), want: "a client" },
  {
    name: "tags that are one file on many disks",
    text: tagged("Pets", "pets", "PETS", "pe-ts", "p.e.t.s"),
    want: "a client",
  },
  {
    name: "tags that are devices of Windows",
    text: tagged("CON", "prn", "Aux", "nul", "com1", "lpt9"),
    want: "a client",
  },
  {
    name: "tags that are members of every object",
    text: tagged("constructor", "__proto__", "prototype", "toString", "core", "then"),
    want: "a client",
  },
  { name: "tags that are reserved words", text: tagged(...reserved.split(" ")), want: "a client" },
  {
    name: "tags that are files of the output",
    text: tagged("index", "client", "types", "schemas", "operations", "zod"),
    want: "a client",
  },
  {
    name: "a schema whose key is a path",
    text: schemas('    "../../canary": {}'),
    want: "5:5: A component key may contain only",
  },
  {
    name: "a schema whose key is code",
    text: schemas('    "A {}; canary(); //": {}'),
    want: "5:5: A component key may contain only",
  },
  { name: "a schema whose key is empty", text: schemas('    "": {}'), want: "5:5: A component key may contain only" },
  {
    name: "a schema whose key is an emoji",
    text: schemas('    "\u{1f600}": {}'),
    want: "5:5: A component key may contain only",
  },
  {
    name: "a security scheme whose key is code",
    text: `${schemas("    A: {}")}  securitySchemes: { "a;canary()": { type: mutualTLS } }\n`,
    want: "6:22: A component key may contain only",
  },
  {
    name: "schemas called __proto__ and constructor",
    text: keys("__proto__", "constructor", "hasOwnProperty"),
    want: "a client",
  },
  {
    name: "schemas called like globals",
    text: keys(
      ..."Record Array Blob Date Promise Object String Number Boolean RegExp Error Map Set Symbol Function Uint8Array Response Request Partial Readonly globalThis undefined NaN".split(
        " ",
      ),
    ),
    want: "a client",
  },
  {
    name: "schemas called like the run-time's types",
    text: keys(
      ..."Call List Page Schema Operation Api ApiDescriptor OperationGroup ClientCore ClientOptions CallOptions ListOptions Selected RqlQuery RqlClauses SchemaBuilders BinaryBody z TApi".split(
        " ",
      ),
    ),
    want: "a client",
  },
  { name: "schemas called like reserved words", text: keys(...reserved.split(" ")), want: "a client" },
  {
    name: "schemas whose keys differ by case",
    text: keys("Order", "order", "ORDER", "or-der", "or.der", "Order2", "order_2"),
    want: "a client",
  },
  {
    name: "path parameters that are reserved words and names of arguments",
    text: paths(
      "  /a/{class}/{options}/{body}/{rql}/{this}/{__proto__}/{a-b}/{a.b}/{await}: { get: { responses: {} } }",
    ),
    want: "a client",
  },
  {
    name: "a view whose arguments are one, or a reserved word",
    text: paths(
      `  /a/{b}/{c}: { get: { x-views: [{ operationId: v, x-sdk-name: vs.get, tag: V, parameters: { b: class, c: class }, response: { schema: "#/components/schemas/A" } }], ${answered} } }\ncomponents: { schemas: { A: {} } }`,
    ),
    want: '4:94: The name "class" is already taken',
  },
  {
    name: "an x-sdk-name that is code",
    text: paths(`  /a: { get: { x-sdk-name: "a.b(){canary()}", ${answered} } }`),
    want: "4:16: Expected a group and a method",
  },
  {
    name: "an x-client-name that is code",
    text: paths(`  /a: { get: ${answers} }\nx-client-name: "A{}canary();class B"`),
    want: "5:1: Expected a name",
  },
  {
    name: "an x-body-name that is code",
    text: paths(`  /a: { post: { x-body-name: "a=canary()", requestBody: { content: {} }, ${answered} } }`),
    want: "4:17: Expected a camelCase name",
  },
  {
    name: "a path with a quotation mark",
    text: paths(`  "/a'b": { get: ${answers} }`),
    want: "4:3: A path must not contain quotation marks",
  },
  {
    name: "a path that is a template of JavaScript",
    text: paths(`  "/\${canary()}": { get: ${answers} }`),
    want: "a client",
  },
  {
    name: "a path with a back quote",
    text: paths(`  "/\`canary()": { get: ${answers} }`),
    want: "4:3: A path must not contain quotation marks",
  },
  {
    name: "a path with a quotation mark in its query",
    text: paths(`  "/a?b='c'": { get: ${answers} }`),
    want: "4:3: A path must not contain quotation marks",
  },
  {
    name: "a path with code behind its fragment",
    text: paths(`  "/a#'\`\${canary()}*/": { get: ${answers} }`),
    want: "a client",
  },
  {
    name: "a path with a line end",
    text: paths(`  "/a\\u2028b": { get: ${answers} }`),
    want: "4:3: A path must not contain whitespace or control",
  },
  {
    name: "a path of dot segments",
    text: paths(`  /a/%2e%2E/b: { get: ${answers} }`),
    want: '4:3: A path must not contain "." or ".."',
  },
  {
    name: "a path that names a host",
    text: paths(`  //evil.example/a: { get: ${answers} }`),
    want: '4:3: A path must not start with "//"',
  },
  {
    name: "a path that is a URL",
    text: paths(`  "https://evil.example/a": { get: ${answers} }`),
    want: '4:3: A path must start with "/"',
  },
  {
    name: "a parameter that the path does not have",
    text: paths("  /a: { get: { parameters: [{ name: id, in: path, required: true }], responses: {} } }"),
    want: '4:29: The path parameter "id" is not used',
  },
  { name: "a parameter that nobody declares", text: paths(`  /a/{id}: { get: ${answers} }`), want: "a client" },
  {
    name: "twin templates",
    text: paths(`  /a/{b}: { get: ${answers} }\n  /a/{c}: { get: ${answers} }`),
    want: '5:13: "/a/{c}" and an earlier path differ only in parameter names. The first is at doc.yaml:4:13.',
  },
];
