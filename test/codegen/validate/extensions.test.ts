import { expect, test } from "vitest";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { validate } from "../../../codegen/src/validate/index.js";

interface Operation {
  readonly method?: string;
  readonly fields: string;
  readonly response?: string;
}

/** Findings on one operation, whose own fields stand in line 5. */
function findings({ method = "get", fields, response = "{ type: array, items: {} }" }: Operation): readonly string[] {
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    ${method}: { ${fields}, operationId: a, responses: { 200: { content: { application/json: { schema: ${response} } } } } }
components:
  schemas:
    Account: { type: object }
    List: { allOf: [{ type: object, properties: { b: { type: array, items: {} } } }] }
  securitySchemes:
    key: { type: apiKey, name: k, in: header }
`;
  return validate(parseDocument(text, "doc.yaml")).map(
    ({ position, message }) => `${position.line}:${position.column} ${message}`,
  );
}

const rql = 'x-rql: { resource: "#/components/schemas/Account" }';
const pages = "x-pagination: { limit: rql, total: content-range, pageSize: 100 }";
const offset = "x-pagination: { style: offset, offset: o, limit: l }";
const integer = "in: query, schema: { type: integer } }";
const query = `parameters: [{ name: o, ${integer}, { name: l, ${integer}]`;
const nested = "{ type: object, properties: { n: { type: integer }, a: { $ref: '#/components/schemas/List' } } }";
const body = "requestBody: { content: { application/json: {} } }";

function bodyOf(schema: string): string {
  return `requestBody: { content: { application/json: { schema: ${schema} } } }`;
}

test.each([
  { fields: "x-sdk-name: orders.create", want: [] },
  {
    fields: "x-sdk-name: orders",
    want: ['5:12 Expected a group and a method, such as "orders.create" in "x-sdk-name", found "orders".'],
  },
  {
    fields: "x-sdk-name: Orders.create",
    want: ['5:12 Expected a group and a method, such as "orders.create" in "x-sdk-name", found "Orders.create".'],
  },
  { fields: "x-sdk-name: core.list", want: ['5:12 A client cannot have a member called "core".'] },
  { fields: "x-sdk-name: orders.constructor", want: ['5:12 A client cannot have a member called "constructor".'] },
  { fields: "x-sdk-name: then.list", want: ['5:12 A client cannot have a member called "then".'] },
  { fields: "x-sdk-name: orders.core", want: ['5:12 A client cannot have a member called "core".'] },
  { fields: "x-safety: idempotent", want: [] },
  { fields: "x-safety: maybe", want: ['5:12 Expected "safe", "idempotent" or "unsafe" in "x-safety", found "maybe".'] },
  { fields: "x-identity: n", response: nested, want: [] },
  { fields: "x-identity: a.b", response: nested, want: [] },
  { fields: "x-identity: n", response: `{ type: array, items: ${nested} }`, want: [] },
  { fields: "x-identity: false", want: [] },
  {
    fields: "x-identity: m",
    response: nested,
    want: ['5:12 "x-identity" must be a property of the JSON body of a 2xx response; found "m".'],
  },
  {
    fields: "x-identity: __proto__",
    response: nested,
    want: ['5:12 "x-identity" must be a property of the JSON body of a 2xx response; found "__proto__".'],
  },
  {
    fields: "x-identity: true",
    want: ['5:12 Expected a property of the result such as "orderId", or false in "x-identity", found true.'],
  },
  { method: "post", fields: `x-reference: n, ${bodyOf(nested)}`, want: [] },
  { method: "post", fields: `x-reference: n, ${bodyOf(`{ oneOf: [{ type: object }, ${nested}] }`)}`, want: [] },
  {
    method: "post",
    fields: `x-reference: m, ${bodyOf(nested)}`,
    want: ['5:13 "x-reference" must be a property of the JSON request body; found "m".'],
  },
  { fields: "x-reference: n", want: ['5:12 "x-reference" must be a property of the JSON request body; found "n".'] },
  { fields: rql, want: [] },
  {
    fields: "x-rql: { resource: Account }",
    want: ['5:21 "resource" must be a pointer to an existing component schema; found "Account".'],
  },
  {
    fields: 'x-rql: { resource: "#/components/schemas/None" }',
    want: ['5:21 "resource" must be a pointer to an existing component schema; found "#/components/schemas/None".'],
  },
  {
    fields: rql.replace(" }", ", typedBy: implementing }"),
    want: ['5:63 "typedBy" requires component schemas with an "x-rql-type", but there are none.'],
  },
  {
    fields: rql.replace(" }", ", typedBy: type }"),
    want: ['5:63 Expected "implementing" in "x-rql.typedBy", found "type".'],
  },
  { fields: `${rql}, ${body}`, want: ['5:12 "x-rql" requires a GET without a requestBody.'] },
  {
    fields: `${rql}, parameters: [{ name: q, in: query }]`,
    want: ['5:12 "x-rql" requires a GET without query parameters; found "q".'],
  },
  { method: "post", fields: rql, want: ['5:13 "x-rql" requires a GET operation, not "post".'] },
  { fields: `${rql}, ${pages}`, want: [] },
  {
    fields: pages,
    want: ['5:12 "x-pagination" without a style requires "x-rql", because it requests pages by a limit in RQL.'],
  },
  {
    fields: `${rql}, ${pages}`,
    response: "{ type: object }",
    want: ['5:65 "x-pagination" requires a 2xx response with a JSON list (`type: array`).'],
  },
  {
    fields: `${rql}, ${pages.replace("100", "1001")}`,
    want: ['5:115 Expected a whole number from 1 to 1000 in "x-pagination.pageSize", found 1001.'],
  },
  {
    fields: `${rql}, ${pages.replace("limit: rql, ", "")}`,
    want: ['5:65 "x-pagination.limit" is missing: expected "rql".'],
  },
  { fields: `${offset}, ${query}`, want: [] },
  { fields: `${offset.replace(" }", ", items: a.b, total: n }")}, ${query}`, response: nested, want: [] },
  {
    fields: `${offset}, ${query}`,
    response: nested,
    want: [
      '5:12 "items" is missing, and the response is not a list (`type: array`) in the JSON body of a 2xx response.',
    ],
  },
  {
    fields: `${offset.replace(" }", ", items: a.c, total: m }")}, ${query}`,
    response: nested,
    want: [
      '5:64 "items" refers to "a.c", which is not a list (`type: array`) in the JSON body of a 2xx response.',
      '5:76 "total" must be a property of the response; found "m".',
    ],
  },
  {
    fields: offset,
    want: [
      '5:43 "offset" must be a query parameter of the operation; found "o".',
      '5:54 "limit" must be a query parameter of the operation; found "l".',
    ],
  },
  {
    fields: `${offset}, ${query.replaceAll("integer", "string")}`,
    want: ['5:43 The query parameter "o" must be an integer.', '5:54 The query parameter "l" must be an integer.'],
  },
  {
    fields: `${offset}, ${query.replace("in: query", "in: header")}`,
    want: ['5:43 "offset" must be a query parameter of the operation; found "o".'],
  },
  {
    fields: "x-pagination: { style: offset, offset: o }",
    want: ['5:12 "x-pagination.limit" is missing: expected the name of a query parameter.'],
  },
  { fields: `x-pagination: { style: page, page: o, limit: l, firstPage: 0 }, ${query}`, want: [] },
  {
    fields: `x-pagination: { style: page, page: o, firstPage: 2 }, ${query}`,
    want: ['5:50 Expected a whole number from 0 to 1 in "x-pagination.firstPage", found 2.'],
  },
  {
    fields: `x-pagination: { style: cursor, cursor: o, next: n, items: a.b }, ${query}`,
    response: nested,
    want: [],
  },
  {
    fields: `x-pagination: { style: cursor, cursor: o, next: __proto__, items: a.b }, ${query}`,
    response: nested,
    want: ['5:54 "next" must be a property of the response; found "__proto__".'],
  },
  { fields: "x-pagination: { style: link }", want: [] },
  { method: "post", fields: "x-pagination: { style: link }, x-safety: safe", want: [] },
  {
    method: "post",
    fields: "x-pagination: { style: link }",
    want: ['5:13 "x-pagination" requires a GET operation or a safe one, not "post".'],
  },
  {
    fields: `${rql}, x-pagination: { style: link }`,
    want: ['5:65 "x-pagination" with a style cannot be combined with "x-rql", which takes up the whole query.'],
  },
  {
    fields: "x-pagination: { style: links }",
    want: ['5:28 Expected "offset", "page", "cursor" or "link" in "x-pagination.style", found "links".'],
  },
  { fields: "x-pagination: link", want: ['5:12 Expected an object in "x-pagination", found "link".'] },
  { fields: `x-body-name: order, ${body}`, want: [] },
  { fields: "x-permissions: [orders POST]", want: [] },
  {
    fields: "x-permissions: orders POST",
    want: ['5:12 Expected a list of permissions in "x-permissions", found "orders POST".'],
  },
  {
    fields: "x-body-name: order",
    want: ['5:12 "x-body-name" names the request body, but the operation has no requestBody.'],
  },
  {
    fields: `x-body-name: pagedCall, ${body}`,
    want: ['5:12 The name "pagedCall" is already taken and cannot be the name of an argument.'],
  },
  {
    fields: `x-body-name: delete, ${body}`,
    want: ['5:12 "delete" is a reserved word and cannot be the name of an argument.'],
  },
  {
    fields: `x-body-name: "a){evil()}", ${body}`,
    want: ['5:12 Expected a camelCase name such as "order" in "x-body-name", found "a){evil()}".'],
  },
])("$fields: $want", ({ want, ...operation }) => {
  expect(findings(operation)).toEqual(want);
});

test("a page that consists of itself is refused, not followed for ever", () => {
  const loop = (word: string) => `{ ${word}: [{ $ref: "#/components/schemas/${word}" }] }`;
  for (const word of ["allOf", "anyOf"]) {
    const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    get:
      x-pagination: { style: link, items: a }
      responses: { 200: { content: { application/json: { schema: { $ref: "#/components/schemas/${word}" } } } } }
components: { schemas: { ${word}: ${loop(word)} } }
`;
    expect(validate(parseDocument(text, "doc.yaml")).map(({ position }) => position.line)).toContain(6);
    const list = text.replace("x-pagination: { style: link, items: a }", `${pages}\n      ${rql}`);
    expect(validate(parseDocument(list, "doc.yaml")).map(({ position }) => position.line)).toContain(6);
  }
});

test("x-sdk-name is given once, whatever the case", () => {
  const operation = (id: string, name: string) => `{ operationId: ${id}, x-sdk-name: ${name}, responses: { 200: {} } }`;
  const text = `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /a: { get: ${operation("a", "orders.list")}, put: ${operation("b", "orders.List")} }
  /b: { get: ${operation("c", "orders.list")}, put: ${operation("d", "orders.listAll")} }
  /c: { get: ${operation("e", "orders.listall")} }
`;
  expect(validate(parseDocument(text, "doc.yaml")).map(({ message }) => message)).toEqual([
    'Expected a group and a method, such as "orders.create" in "x-sdk-name", found "orders.List".',
    'The name "orders.list" is used twice. The first is at doc.yaml:4:32.',
    'The name "orders.listall" is used twice. The first is at doc.yaml:5:106.',
  ]);
});

test.each([
  { line: "x-client-name: Aps", want: [] },
  { line: "x-client-name: aps", want: ['3:1 Expected a name such as "Aps" in "x-client-name", found "aps".'] },
  {
    line: "components: { securitySchemes: { k: { type: http, scheme: oauth, x-oauth1: { signatureMethod: RSA-SHA1 } } } }",
    want: [],
  },
  {
    line: "components: { securitySchemes: { k: { type: http, scheme: basic, x-oauth1: { signatureMethod: RSA-SHA1 } } } }",
    want: ['3:66 "x-oauth1" requires `type: http` and `scheme: OAuth`.'],
  },
  {
    line: "components: { securitySchemes: { k: { type: http, scheme: OAuth, x-oauth1: { signatureMethod: MD5 } } } }",
    want: [
      '3:78 Expected "HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1" or "PLAINTEXT" in "x-oauth1.signatureMethod", found "MD5".',
    ],
  },
])("$line: $want", ({ line, want }) => {
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\n${line}\n`;
  const found = validate(parseDocument(text, "doc.yaml"));
  expect(found.map(({ position, message }) => `${position.line}:${position.column} ${message}`)).toEqual(want);
});

/** Findings on component schemas: what is given begins in line 5. */
function schemaFindings(schemas: string, rest = ""): readonly string[] {
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\ncomponents:\n  schemas:\n${schemas}\n${rest}`;
  return validate(parseDocument(text, "doc.yaml")).map(
    ({ position, message }) => `${position.line}:${position.column} ${message}`,
  );
}

const noObject = '"x-rql-type" requires a schema of objects (`type: object`), because resources are objects.';

test.each([
  { schemas: "    A: { x-rql-type: urn:a/1.0, type: object }", want: [] },
  { schemas: "    A: { x-rql-type: [urn:a/1.0, urn:a/1.1, urn:b], properties: { b: true } }", want: [] },
  {
    schemas: "    A: { x-rql-type: a, allOf: [{ $ref: '#/components/schemas/B' }] }\n    B: { type: object }",
    want: [],
  },
  { schemas: "    A: { x-rql-type: a, type: [object, 'null'] }", want: [] },
  { schemas: "    A: { x-rql-type: a, oneOf: [{ type: object }, { properties: { b: true } }] }", want: [] },
  { schemas: "    A: { x-rql-type: a, $ref: '#/components/schemas/B' }\n    B: { type: object }", want: [] },
  { schemas: "    A: { x-rql-type: a, type: array, items: true }", want: [`5:10 ${noObject}`] },
  { schemas: "    A: { x-rql-type: a, type: [object, string] }", want: [`5:10 ${noObject}`] },
  { schemas: "    A: { x-rql-type: a, oneOf: [{ type: object }, { type: string }] }", want: [`5:10 ${noObject}`] },
  { schemas: "    A: { x-rql-type: a }", want: [`5:10 ${noObject}`] },
  {
    schemas: "    A: { x-rql-type: a, anyOf: [{ $ref: '#/components/schemas/A' }] }",
    want: ["5:5 The schema contains itself without a property or item in between.", `5:10 ${noObject}`],
  },
  {
    schemas: "    A: { type: object, properties: { b: { x-rql-type: a, type: object } } }",
    want: ['5:43 "x-rql-type" requires a component schema, because a type needs a name.'],
  },
  { schemas: "    A: { x-rql-type: 5, type: object }", want: ['5:10 Expected a type id in "x-rql-type", found 5.'] },
  { schemas: "    A: { x-rql-type: , type: object }", want: ['5:10 Expected a type id in "x-rql-type", found null.'] },
  { schemas: "    A: { x-rql-type: '', type: object }", want: ['5:10 Expected a type id in "x-rql-type", found "".'] },
  {
    schemas: "    A: { x-rql-type: { a: b }, type: object }",
    want: ['5:10 Expected a type id in "x-rql-type", found an object.'],
  },
  { schemas: "    A: { x-rql-type: [], type: object }", want: ["5:10 Expected a type id, found none."] },
  {
    schemas: "    A: { x-rql-type: [a, true, [b]], type: object }",
    want: [
      '5:26 Expected a type id in "x-rql-type", found true.',
      '5:32 Expected a type id in "x-rql-type", found a list.',
    ],
  },
  {
    schemas: "    A: { x-rql-type: [a, b, a], type: object }",
    want: ['5:29 The type id "a" is used twice. The first is at doc.yaml:5:23.'],
  },
  {
    schemas: "    A: { x-rql-type: a/1.0, type: object }\n    B: { x-rql-type: [a/1.1, a/1.0], type: object }",
    want: ['6:30 The type id "a/1.0" is used twice. The first is at doc.yaml:5:10.'],
  },
])("$schemas: $want", ({ schemas, want }) => {
  expect(schemaFindings(schemas)).toEqual(want);
});
