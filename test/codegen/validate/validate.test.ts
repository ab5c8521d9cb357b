import { expect, test } from "vitest";
import { SpecError } from "../../../codegen/src/findings.js";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { acceptDocument, validate } from "../../../codegen/src/validate/index.js";

function findings(text: string): readonly string[] {
  return validate(parseDocument(text, "doc.yaml")).map(
    ({ position, message }) => `${position.line}:${position.column} ${message}`,
  );
}

/** A whole document around a part: lines of the part count from 4. */
function withPaths(paths: string): string {
  return `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:\n${paths}`;
}

/** As {@link withPaths}, for component schemas: lines of the part count from 5. */
function withSchemas(schemas: string): string {
  return `openapi: 3.1.0\ninfo: { title: T, version: "1" }\ncomponents:\n  schemas:\n${schemas}`;
}

/** An operation as it is right, with fields of its own. */
function operation(id: string, fields = ""): string {
  return `{ operationId: ${id}, ${fields}${fields && ", "}responses: { "200": { description: ok } } }`;
}

const good = `openapi: 3.1.0
info: { title: Orders, version: "1.0", x-owner: billing }
x-client-name: Aps
tags: [{ name: orders }]
security: [{ oauth: [] }]
paths:
  x-internal: 5
  /accounts:
    parameters: [{ $ref: "#/components/parameters/Trace" }]
    get:
      operationId: listAccounts
      x-sdk-name: accounts.list
      x-safety: safe
      x-rql: { resource: "#/components/schemas/Account" }
      x-pagination: { limit: rql, total: content-range, pageSize: 100 }
      responses:
        "200": { $ref: "#/components/responses/Accounts" }
        default: { description: error }
  /accounts/{id}:
    put:
      operationId: updateAccount
      x-body-name: account
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Account" } } } }
      responses: { 204: { description: done } }
components:
  parameters:
    Trace: { name: X-Trace, in: header, schema: { type: string } }
  responses:
    Accounts:
      description: accounts
      content:
        application/json:
          schema: { type: array, items: { $ref: "#/paths/~1accounts~1%7Bid%7D/put/requestBody/content/application~1json/schema" } }
  securitySchemes:
    oauth: { type: http, scheme: OAuth, x-oauth1: { signatureMethod: HMAC-SHA1 } }
  schemas:
    Account:
      type: object
      required: [id]
      properties:
        id: { type: string, pattern: "^[0-9]+$" }
        status: { type: [string, "null"], enum: [ACTIVE, null], default: ACTIVE }
        children: { type: array, items: { $ref: "#/components/schemas/Account" } }
        $ref: { type: string }
        anything: true
    Shape:
      oneOf: [{ $ref: "#/components/schemas/Circle" }]
      discriminator: { propertyName: kind, mapping: { circle: Circle, round: "#/components/schemas/Circle" } }
    Circle: { type: object, properties: { kind: { const: circle }, next: { $ref: "#/components/schemas/Shape" } } }
    Record: { type: object, additionalProperties: false }
`;

test("a good document has no findings and is handed on as it was read", () => {
  const document = parseDocument(good, "doc.yaml");
  expect(validate(document)).toEqual([]);
  expect(acceptDocument(document).root).toBe(document.root);
});

test("a document that is not good is refused with all of its findings, from top to end", () => {
  const document = parseDocument(
    withPaths("  orders: { get: { operationId: 5 } }\n").replace("title: T, ", ""),
    "doc.yaml",
  );
  expect(() => acceptDocument(document)).toThrow(SpecError);
  expect(findings(withPaths("  orders: { get: { operationId: 5 } }\n").replace("title: T, ", ""))).toEqual([
    '2:1 "title" is missing: expected text.',
    '4:3 A path must start with "/"; found "orders".',
    '4:20 Expected text in "operationId", found 5.',
  ]);
});

test("Swagger 2.0 comes with a way out", () => {
  expect(validate(parseDocument('swagger: "2.0"\n', "doc.yaml"))[0]?.hint).toContain("swagger2openapi");
});

test.each([
  { text: withPaths("  []\n"), want: ['3:1 Expected an object in "paths", found a list.'] },
  { text: withPaths("  /a: 5\n"), want: ["4:3 Expected a path item, found 5."] },
  { text: withPaths("  /a: { get: [] }\n"), want: ['4:9 Expected an operation in "get", found a list.'] },
  {
    text: withPaths(`  /a: { get: ${operation("a", "parameters: [5]")} }\n`),
    want: ["4:45 Expected a parameter, found 5."],
  },
  {
    text: withPaths(`  /a: { get: ${operation("a", "parameters: [{ name: x, in: body }]")} }\n`),
    want: ['4:56 Expected "path", "query", "querystring", "header" or "cookie" in "in", found "body".'],
  },
  {
    text: withPaths("  /a: { get: { responses: [] } }\n"),
    want: ['4:16 Expected an object in "responses", found a list.'],
  },
  { text: withPaths("  /a: { get: {} }\n"), want: [] },
  { text: withSchemas("    A: 5\n"), want: ["5:5 Expected a schema, found 5."] },
  {
    text: withSchemas("    A: { type: file }\n"),
    want: [
      '5:10 Expected one or a list of string, number, integer, boolean, object, array, null in "type", found "file".',
    ],
  },
  {
    text: withSchemas("    A: { required: true }\n"),
    want: ['5:10 Expected a list of property names in "required", found true.'],
  },
  { text: withSchemas("    A: { required: [a, 5] }\n"), want: ['5:24 Expected text in "required.1", found 5.'] },
  {
    text: withSchemas("    A: { minLength: -1 }\n"),
    want: ['5:10 Expected a whole number, 0 or more in "minLength", found -1.'],
  },
  {
    text: withSchemas('    A: { oneOf: [null] }\n    B: { allOf: [null, { $ref: "#/components/schemas/A" }] }\n'),
    want: ["5:18 Expected a schema, found null.", "6:18 Expected a schema, found null."],
  },
  { text: withSchemas("    A: { properties: { b: text } }\n"), want: ['5:24 Expected a schema, found "text".'] },
  {
    text: withSchemas("    A: { $ref: 5 }\n"),
    want: ["5:10 Expected a reference, found 5.", '5:10 Expected text in "$ref", found 5.'],
  },
])("objects have the fields of their kind: $want", ({ text, want }) => {
  expect(findings(text)).toEqual(want);
});

test.each([
  { ref: "#/components/schemas/Acount", want: '"#/components/schemas/Acount" does not exist in the document.' },
  { ref: "#/components/schemas/__proto__", want: '"#/components/schemas/__proto__" does not exist in the document.' },
  {
    ref: "#/components/schemas/constructor/name",
    want: '"#/components/schemas/constructor/name" does not exist in the document.',
  },
  {
    ref: "#/components/schemas/Account/properties/length",
    want: '"#/components/schemas/Account/properties/length" does not exist in the document.',
  },
  {
    ref: "https://example.com/a.yaml",
    want: 'References outside the document and its folder are not supported; found "https://example.com/a.yaml".',
  },
  {
    ref: "https://user:pw@example.com/#/a",
    want: 'References outside the document and its folder are not supported; found "https://***@example.com/#/a".',
  },
  {
    ref: "file:///etc/passwd",
    want: 'References outside the document and its folder are not supported; found "file:///etc/passwd".',
  },
  {
    ref: "../other.yaml#/a",
    want: 'References outside the document and its folder are not supported; found "../other.yaml#/a".',
  },
  { ref: "#Account", want: 'Expected a pointer such as "#/components/schemas/Order", found "#Account".' },
  { ref: "#/components/~2", want: 'Expected a pointer such as "#/components/schemas/Order", found "#/components/~2".' },
  { ref: "#/components/%", want: 'Expected a pointer such as "#/components/schemas/Order", found "#/components/%".' },
  {
    ref: "#/components/responses/Gone",
    want: '"#/components/responses/Gone" must point to a schema, but it points to a response.',
  },
  {
    ref: "#/components/schemas",
    want: '"#/components/schemas" must point to a schema, but it points to a map in which each item is a schema.',
  },
  { ref: "#/info/title", want: '"#/info/title" must point to a schema, but it points to "T".' },
])("the reference $ref is refused", ({ ref, want }) => {
  const text = `${withSchemas(`    Account: { type: object }\n    A: { items: { $ref: "${ref}" } }\n`)}  responses: { Gone: { description: gone } }\n`;
  expect(findings(text)).toEqual([`6:19 ${want}`]);
});

test("a reference that is nearly right comes with the name that was probably meant", () => {
  const text = withSchemas('    Account: {}\n    A: { $ref: "#/components/schemas/Acount" }\n');
  expect(validate(parseDocument(text, "doc.yaml"))[0]?.hint).toBe('Did you mean "Account"?');
});

test("a target that only a reference leads to is checked as the kind that the reference requires", () => {
  const text = `${withSchemas('    A: { $ref: "#/x-shared/B" }\n')}x-shared:\n  B: { type: file }\n`;
  expect(findings(text)).toEqual([expect.stringContaining("7:8 Expected one or a list of string")]);
});

test.each([
  {
    given: "two schemas that are each other",
    schemas: '    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }\n',
    want: ["5:5"],
  },
  { given: "a schema that is itself", schemas: '    A: { $ref: "#/components/schemas/A" }\n', want: ["5:5"] },
  {
    given: "a schema that contains all of itself",
    schemas: '    A: { allOf: [{ $ref: "#/components/schemas/A" }] }\n',
    want: ["5:5"],
  },
  {
    given: "a schema that is one of itself",
    schemas: '    A: { oneOf: [{ type: string }, { not: { $ref: "#/components/schemas/A" } }] }\n',
    want: ["5:5"],
  },
  {
    given: "a tree",
    schemas:
      '    A: { properties: { a: { $ref: "#/components/schemas/A" } }, allOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/B" }] }\n    B: { items: { $ref: "#/components/schemas/A" } }\n',
    want: [],
  },
])("a schema may recur through properties and items only: $given", ({ schemas, want }) => {
  const places = validate(parseDocument(withSchemas(schemas), "doc.yaml")).map(
    ({ position }) => `${position.line}:${position.column}`,
  );
  expect(places).toEqual(want);
});

test("10,000 schemas that refer to one another in a row are no loop and no overflow", () => {
  const row = Array.from({ length: 10_000 }, (_, n) => `    A${n}: { $ref: "#/components/schemas/A${n + 1}" }\n`).join(
    "",
  );
  expect(findings(withSchemas(`${row}    A10000: {}\n`))).toEqual([]);
});

test("a circle of parameter references is reported once", () => {
  const text = `${withSchemas("    A: {}\n")}  parameters:\n    P: { $ref: "#/components/parameters/Q" }\n    Q: { $ref: "#/components/parameters/P" }\n`;
  expect(findings(text)).toEqual([
    '7:10 The reference is circular: "#/components/parameters/Q" → "#/components/parameters/P" → "#/components/parameters/Q".',
  ]);
});

test.each([
  { path: "orders", want: 'A path must start with "/"; found "orders".' },
  { path: "//evil.example/a", want: 'A path must not start with "//"; found "//evil.example/a".' },
  {
    path: "/a?b='c'",
    want: `A path must not contain quotation marks, backslashes or other characters that URLs escape; found "/a?b='c'".`,
  },
  { path: "/a?b=50%", want: 'A path must write "%" as "%25"; found "/a?b=50%".' },
  { path: "/a/..?b", want: 'A path must not contain "." or ".." as a segment; found "/a/..?b".' },
  {
    path: "/a`b",
    want: 'A path must not contain quotation marks, backslashes or other characters that URLs escape; found "/a`b".',
  },
  {
    path: "/a'b",
    want: `A path must not contain quotation marks, backslashes or other characters that URLs escape; found "/a'b".`,
  },
  {
    path: "/a\\\\b",
    want: 'A path must not contain quotation marks, backslashes or other characters that URLs escape; found "/a\\\\b".',
  },
  { path: "/a/../b", want: 'A path must not contain "." or ".." as a segment; found "/a/../b".' },
  { path: "/a/%2E%2e", want: 'A path must not contain "." or ".." as a segment; found "/a/%2E%2e".' },
  { path: "/a\\n", want: 'A path must not contain whitespace or control characters; found "/a\\n".' },
  { path: "/100%", want: 'A path must write "%" as "%25"; found "/100%".' },
  { path: "/{a", want: 'A path must enclose each parameter name in a pair of braces; found "/{a".' },
  { path: "/a}", want: 'A path must enclose each parameter name in a pair of braces; found "/a}".' },
  { path: "/{}", want: 'A path must enclose each parameter name in a pair of braces; found "/{}".' },
  { path: "/{a{b}}", want: 'A path must enclose each parameter name in a pair of braces; found "/{a{b}}".' },
  { path: "/{a}/{a}", want: 'A path must not use a parameter twice; found "/{a}/{a}".' },
])("the path $path is refused", ({ path, want }) => {
  expect(findings(withPaths(`  "${path}": { summary: nothing }\n`))).toEqual([`4:3 ${want}`]);
});

test.each([
  { path: "/files/{id}#add_shared_link", why: "a fragment tells operations apart and is never sent" },
  { path: "/#X-Amz-Target=Waf_2015.CreateSet", why: "so it does where the path is the root" },
  { path: "/rest?method=photos.list&v=2", why: "a query may say which operation is meant" },
  { path: "/history?from={from}&to=%20", why: "and hold parameters" },
  { path: "/login?next=https://a.example/../b", why: "in a query slashes and dots are only text" },
  { path: "/map/wms//", why: "empty segments are sent as they stand" },
  { path: "/users(at={at},name='{name}',tenant='{tenant}')/calls", why: "OData quotes the text in its keys" },
  { path: "/states/id='{id}',policyId='{policy-id}'/runs", why: "OData has keys without parentheses, too" },
  { path: "/drive/root:/{path}:/delta(token='{token}')", why: "OData quotes the text of an argument" },
])("the path $path is accepted: $why", ({ path }) => {
  expect(findings(withPaths(`  "${path}": { get: {} }\n`))).toEqual([]);
});

test("a path may occur with several fragments, which contain no parameters", () => {
  const declared = `{ parameters: [{ name: id, in: path, required: true }] }`;
  const text = withPaths(
    `  "/a/{id}#b": { get: ${declared} }\n  "/a/{id}#c": { get: ${declared} }\n  "/a#{id}": { get: ${declared} }\n`,
  );
  expect(findings(text)).toEqual(['6:36 The path parameter "id" is not used in the path "/a#{id}".']);
});

test("empty fields count as absent, except for types and operations", () => {
  const body = "requestBody: { content: { application/json: { schema: null, example: null } } }";
  const text = withPaths(
    `  /a: { description: , parameters: , post: { summary: , tags: , ${body}, responses: { "200": { description: , content: } } } }\n`,
  );
  const document = parseDocument(
    `${text}components: { schemas: { A: { description: , default: null } }, headers: }\n`,
    "doc.yaml",
  );
  expect(validate(document)).toEqual([]);
  expect(JSON.stringify(document.root)).toBe(
    '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"post":{"requestBody":{"content":' +
      '{"application/json":{"example":null}}},"responses":{"200":{}}}}},"components":{"schemas":{"A":{"default":null}}}}',
  );
  expect(findings(withPaths("  /a: { get: , parameters: [{ name: x, in: query, schema: { type: } }] }\n"))).toEqual([
    '4:9 Expected an operation in "get", found null.',
    '4:61 Expected one or a list of string, number, integer, boolean, object, array, null in "type", found null.',
  ]);
});

test("a number in place of text is accepted, and examples may be a map", () => {
  const text = withSchemas("    A: { examples: { one: { value: 1 } } }\n").replace('version: "1"', "version: 1.0");
  const servers =
    "servers: [{ url: 'https://a.example:{port}', variables: { port: { default: 443, enum: [443, 8443] } } }]\n";
  expect(findings(text + servers)).toEqual([]);
});

test.each(["X Trace", "X-Trace:", "X-Tr\u00e4ce", "a\\r\\nb"])(
  "the header %s is refused: it cannot be sent",
  (name) => {
    const text = withPaths(`  /a: { get: ${operation("a", `parameters: [{ name: "${name}", in: header }]`)} }\n`);
    expect(findings(text)).toEqual([`4:47 Expected a header name, found "${name}".`]);
  },
);

test.each(["json", "application-json", "text/plain, text/html", "text/a/b", "text/plain;\\n"])(
  "the media type %s of a request is refused: it cannot be sent",
  (type) => {
    const text = withPaths(`  /a: { post: ${operation("a", `requestBody: { content: { "${type}": {} } }`)} }\n`);
    expect(findings(text)).toEqual([`4:59 Expected a media type, found "${type}".`]);
  },
);

test("media types may have parameters and ranges, and those of responses are not checked", () => {
  const types = ["application/json; charset=utf-8", "text/plain; utf-8", "*/*", "application/vnd.a+json;v=1", ""];
  const sent = types.map((type) => `"${type}": {}`).join(", ");
  const fields = `parameters: [{ name: "", in: header }, { name: X_1.a, in: header }], requestBody: { content: { ${sent} } }`;
  const text = withPaths(
    `  /a: { post: { ${fields}, responses: { "200": { content: { gzip: {} }, headers: { "a b": {} } } } } }\n`,
  );
  expect(findings(text)).toEqual([]);
});

test("subclasses that inherit too many values are reported once", () => {
  const $ref = "#/components/schemas/P";
  const names = Array.from({ length: 400 }, (_, index) => `C${index}`);
  const oneOf = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const properties = Object.fromEntries(names.map((name) => [name, {}]));
  const subclasses = Object.fromEntries(names.map((name) => [name, { allOf: [{ $ref }] }]));
  const text = withSchemas(`    ${JSON.stringify({ P: { oneOf, properties }, ...subclasses })}\n`);
  expect(findings(text)).toHaveLength(1);
});

test("a request needs one valid media type, and the others are not checked", () => {
  const sending = (content: string): string => {
    return withPaths(`  /a: { post: { requestBody: { content: ${content} }, responses: { "200": {} } } }\n`);
  };
  expect(findings(sending("{ examples: {}, audio/ogg: {}, codecs=opus: {} }"))).toEqual([]);
  expect(findings(sending("{ form-data: {}, examples: {} }"))).toEqual([
    '4:43 Expected a media type, found "form-data".',
    '4:58 Expected a media type, found "examples".',
  ]);
});

test("paths that differ only in parameter names may have a method in common where both operations have a name", () => {
  const text = withPaths(`  /a/{x}: { get: ${operation("byX")} }\n  /a/{y}: { get: ${operation("byY")} }\n`);
  expect(findings(text)).toEqual([]);
  expect(findings(text.replace("operationId: byX", 'operationId: ""'))).toEqual([
    '5:13 "/a/{y}" and an earlier path differ only in parameter names. The first is at doc.yaml:4:13.',
  ]);
});

test("paths that differ only in parameter names and share a method are reported with both positions", () => {
  const text = withPaths(
    "  /a/{x}: { get: {} }\n  /b: { get: {} }\n  /a/{y}: { get: {}, put: {} }\n  /a/{z}: { post: {} }\n",
  );
  expect(findings(text)).toEqual([
    '6:13 "/a/{y}" and an earlier path differ only in parameter names. The first is at doc.yaml:4:13.',
  ]);
});

test.each([
  { method: "GET", fault: "has a field of its own" },
  { method: "connect", fault: "cannot be sent" },
  { method: "a b", fault: "is no token" },
])("a further method that $fault is refused", ({ method }) => {
  const text = withPaths(`  /a: { additionalOperations: { COPY: {}, "${method}": {} } }\n`);
  expect(findings(text)).toEqual([`4:43 Expected a valid additional HTTP method, found "${method}".`]);
});

test("a query that is one value is a form, and alone", () => {
  const declared = (type: string, more = "") =>
    withPaths(
      `  /a: { get: ${operation("a", `parameters: [{ name: q, in: querystring, content: { ${type}: {} } }${more}]`)} }\n`,
    );
  const form = "application/x-www-form-urlencoded";
  expect(findings(declared(form))).toEqual([]);
  expect(findings(declared(form, ", { name: b, in: query }"))).toEqual([
    '4:45 "q" describes the whole query, but there are other query parameters.',
  ]);
  expect(findings(declared("application/json"))).toEqual([`4:45 The whole query "q" must have ${form} in "content".`]);
});

test("a declared path parameter must be used in the path, and none may be declared twice", () => {
  const declared = "parameters: [{ name: b, in: path }, { name: q, in: query }, { name: q, in: query }]";
  expect(findings(withPaths(`  /x/{a}: { get: ${operation("a", declared)} }\n`))).toEqual([
    '4:49 The path parameter "b" is not used in the path "/x/{a}".',
    '4:96 The query parameter "q" is declared twice. The first is at doc.yaml:4:72.',
  ]);
});

test.each([
  { id: '"a; process.exit()"', quoted: '"a; process.exit()"' },
  { id: "../../evil", quoted: '"../../evil"' },
  { id: "a/../b", quoted: '"a/../b"' },
  { id: "caf\u00e9", quoted: '"caf\u00e9"' },
])("the operationId $id is refused", ({ id, quoted }) => {
  expect(findings(withPaths(`  /a: { get: ${operation(id)} }\n`))).toEqual([
    `4:16 An operationId must consist of letters and digits; found ${quoted}.`,
  ]);
});

test("an empty operationId counts as absent, and separators are not part of a name", () => {
  const ids = ['""', '"put_files_id#add_shared_link"', '"Update a member\'s role & rights"', '"Api::V1::Models#index"'];
  expect(findings(withPaths(ids.map((id, index) => `  /p${index}: { get: ${operation(id)} }\n`).join("")))).toEqual([]);
});

test.each(["constructor", "toString", "then"])("the operationId %s is refused for its meaning", (id) => {
  expect(findings(withPaths(`  /a: { get: ${operation(id, "x-sdk-name: shop.get")} }\n`))).toEqual([
    `4:16 The operationId "${id}" has another meaning in JavaScript.`,
  ]);
});

test.each([
  { second: "createOrder", want: 'The operationId "createOrder" is used twice.' },
  {
    second: "create-order",
    want: 'The operationIds "create-order" and "createOrder" result in the same name in code.',
  },
])("operationIds are unique, and so are the names made of them: $second", ({ second, want }) => {
  const text = withPaths(
    `  /a: { post: ${operation("createOrder", "x-sdk-name: shop.one")} }\n  /b: { post: ${operation(second, "x-sdk-name: shop.two")} }\n`,
  );
  expect(findings(text)).toEqual([`5:17 ${want} The first is at doc.yaml:4:17.`]);
});

test("component keys follow the grammar", () => {
  const text = withSchemas(
    '    order-line: {}\n    OrderLine: {}\n    "a/../b": {}\n    "\u{1f600}": {}\n    __proto__: {}\n    "...": {}\n    Record: {}\n',
  );
  expect(findings(text)).toEqual([
    `7:5 A component key may contain only letters, digits, ".", "-" and "_", and needs a letter or a digit; found "a/../b".`,
    `8:5 A component key may contain only letters, digits, ".", "-" and "_", and needs a letter or a digit; found "\u{1f600}".`,
    `10:5 A component key may contain only letters, digits, ".", "-" and "_", and needs a letter or a digit; found "...".`,
  ]);
});

test.each([
  { schema: "{ enum: [9007199254740993] }", want: ["5:17 This integer exceeds 2^53 - 1 and has lost digits."] },
  { schema: "{ const: -9007199254740993 }", want: ["5:10 This integer exceeds 2^53 - 1 and has lost digits."] },
  // What contradicts itself and does not reach the output is let through: see the tests of the model.
  { schema: "{ enum: [] }", want: [] },
  { schema: "{ type: string, enum: [a, 1, a] }", want: [] },
  { schema: "{ type: boolean, default: 'false' }", want: [] },
  { schema: "{ enum: [a, b], default: c }", want: [] },
  { schema: "{ pattern: '(?i)a' }", want: [] },
  { schema: "{ maximum: 9223372036854775807, example: 9223372036854775807 }", want: [] },
  {
    schema: "{ discriminator: { propertyName: k, mapping: { a: None } } }",
    want: ['5:55 "#/components/schemas/None" does not exist in the document.'],
  },
  {
    schema: "{ discriminator: { propertyName: k, mapping: { a: { $ref: '#/components/schemas/A' } } } }",
    want: ['5:55 Expected text in "discriminator.mapping.a", found an object.'],
  },
  {
    schema: "{ discriminator: { mapping: {} } }",
    want: ['5:10 "discriminator.propertyName" is missing: expected text.'],
  },
])("the schema $schema: $want", ({ schema, want }) => {
  expect(findings(withSchemas(`    A: ${schema}\n`))).toEqual(want);
});

test("a pattern is compiled, and never run on a value of the document", () => {
  const text = withSchemas(`    A: { type: string, pattern: "^(a+)+$", default: "${"a".repeat(60)}!" }\n`);
  expect(findings(text)).toEqual([]);
});

test.each([
  {
    given: "mapping of a discriminator",
    text: withSchemas(
      "    A: { oneOf: [true], discriminator: { propertyName: kind, mapping: { a: A, __proto__: { b: 1 } } } }\n",
    ),
    want: '5:79 Expected text in "discriminator.mapping.__proto__", found an object.',
  },
  {
    given: "list of a server's variables",
    text: "openapi: 3.1.0\ninfo: { title: T, version: '1' }\nservers: [{ url: /, variables: { __proto__: { enum: 1 } } }]\npaths: {}\n",
    want: '3:47 Expected a list in "variables.__proto__.enum", found 1.',
  },
  {
    given: "security requirement",
    text: "openapi: 3.1.0\ninfo: { title: T, version: '1' }\nsecurity: [{ __proto__: 1 }]\npaths: {}\n",
    want: '3:14 Expected a list of scopes in "security.0.__proto__", found 1.',
  },
])("a $given is looked at under the key __proto__, too", ({ text, want }) => {
  expect(findings(text)).toContain(want);
});
