import { answers, breakout, fields, paths, quoted, type Row, schemas } from "./document.js";

const text = quoted(breakout);

/** Text that would be code if it were pasted. */
export const hostileText: readonly Row[] = [
  {
    name: "a description that ends comments, strings and lines, wherever a description may stand",
    text: `openapi: 3.1.0
info: { title: T, version: "1", summary: ${text}, description: ${text} }
tags: [{ name: Pets, summary: ${text}, description: ${text} }]
servers: [{ url: "https://a.example", description: ${text} }]
paths:
  /pets/{id}:
    summary: ${text}
    description: ${text}
    get:
      tags: [Pets]
      summary: ${text}
      description: ${text}
      externalDocs: { url: ${text}, description: ${text} }
      parameters:
        - { name: id, in: path, required: true, description: ${text}, schema: { type: string } }
        - { name: q, in: query, description: ${text}, schema: { type: string, description: ${text} } }
      responses:
        "200": { description: ${text}, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
    put:
      tags: [Pets]
      requestBody: { description: ${text}, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "204": { description: ${text} } }
components:
  schemas:
    Pet: { type: object, title: ${text}, description: ${text}, properties: { name: { type: string, description: ${text} } } }`,
    want: "a client",
  },
  {
    name: "examples, which are never run and never kept",
    text: `${schemas(`    A: { type: string, example: ${text}, examples: [${text}], default: ${text} }`)}  examples: { E: { value: ${text} } }\n`,
    want: "a client",
  },
  {
    name: "a comment with nothing but line ends and blanks",
    text: schemas(
      `    A: { type: object, description: ${quoted("\r\n\u2028\u2029 \t\v\f")}, properties: { a: true } }`,
    ),
    want: "a client",
  },
  {
    name: "an enum of hostile text",
    text: schemas(`    A: { type: string, enum: [${text}, "", "__proto__", ${quoted("\u2028")}] }`),
    want: "a client",
  },
  { name: "a const of hostile text", text: schemas(`    A: { const: ${text} }`), want: "a client" },
  {
    name: "a default of hostile text, which runs nowhere",
    text: schemas(`    A: { type: object, properties: { a: { type: string, default: ${text} } } }`),
    want: "a client",
  },
  { name: "a pattern of hostile text", text: schemas(`    A: { type: string, pattern: ${text} }`), want: "a client" },
  {
    name: "a pattern of slashes, quotation marks and templates",
    text: schemas(`    A: { type: string, pattern: ${quoted(`^[/"'\`\\\\$${"{}"}\\u2028]*$`)} }`),
    want: "a client",
  },
  {
    name: "a pattern that takes exponential time on the default beside it",
    text: schemas(`    A: { type: string, pattern: "^(a+)+$", default: "${"a".repeat(50)}!" }`),
    want: "a client",
  },
  {
    name: "vendor extensions that other generators paste",
    text: schemas(
      `    A: { type: string, enum: [a], x-enumDescriptions: [${text}], x-enum-varnames: [${text}], x-ts-type: ${text}, x-open-values: [${text}] }`,
    ),
    want: "a client",
  },
  {
    name: "names of properties",
    text: schemas(
      `    A: { type: object, required: [${text}], properties: { ${text}: { type: string }, "": true, "a b": true, "\u{1f600}": true, "%2F": true, "~1": true, "a%": true } }`,
    ),
    want: "a client",
  },
  {
    name: "properties that every object has",
    text: schemas(
      "    A: { type: object, required: [__proto__, constructor], properties: { __proto__: { type: string }, constructor: { type: number }, toString: true, hasOwnProperty: true, then: true } }",
    ),
    want: "a client",
  },
  {
    name: "a discriminator whose property and values are hostile",
    text: schemas(
      `    A: { oneOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/C" }], discriminator: { propertyName: ${text}, mapping: { ${text}: B, __proto__: C } } }
    B: { type: object, properties: { ${text}: { type: string } } }
    C: { type: object, properties: { ${text}: { type: string } } }`,
    ),
    want: "a client",
  },
  {
    name: "a title that is no name at all",
    text: `openapi: 3.1.0\ninfo: { title: ${text}, version: ${text} }\npaths: { /a: { get: ${answers} } }\n`,
    want: "a client",
  },
  {
    name: "a title without a letter",
    text: 'openapi: 3.1.0\ninfo: { title: "\u{1f4a9}", version: "" }\npaths: {}\n',
    want: "a client",
  },
  {
    name: "servers and their variables",
    text: fields(
      `servers: [{ url: ${quoted(`https://a.example/\${x}/{${breakout.replaceAll(/[{}]/g, "")}}`)}, variables: { ${text}: { default: ${text}, enum: [${text}] }, __proto__: { default: a } } }]\npaths: { /a: { get: ${answers} } }`,
    ),
    want: "a client",
  },
  {
    name: "a media type of a request that is code",
    text: paths(
      `  /a: { post: { requestBody: { content: { ${text}: { schema: { type: string } } } }, responses: {} } }`,
    ),
    want: "4:43: Expected a media type",
  },
  {
    name: "a media type of an answer that is code",
    text: paths(
      `  /a: { post: { responses: { "200": { description: "", content: { ${text}: { schema: true } } } } } }`,
    ),
    want: "a client",
  },
  {
    name: "a header parameter whose name is code",
    text: paths(
      `  /a: { get: { parameters: [{ name: ${text}, in: header, schema: { type: string } }], responses: {} } }`,
    ),
    want: "4:31: Expected a header name",
  },
  {
    name: "query and cookie parameters whose names are code",
    text: paths(
      `  /a: { get: { parameters: [{ name: ${text}, in: query, schema: { type: string } }, { name: __proto__, in: query }, { name: "", in: query }], responses: {} } }`,
    ),
    want: "a client",
  },
  {
    name: "response headers, callbacks, links and encodings whose names are code",
    text: paths(
      `  /a: { post: { callbacks: { ${text}: { ${text}: { post: ${answers} } } }, requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { ${text}: true } }, encoding: { ${text}: { contentType: ${text}, style: form, headers: { ${text}: {} } } } } } }, responses: { "200": { description: "", headers: { ${text}: { schema: { type: string } } }, links: { ${text}: { operationId: ${text} } } } } } }`,
    ),
    want: "a client",
  },
  {
    name: "security schemes whose fields are code",
    text: fields(
      `components: { securitySchemes: { a: { type: apiKey, in: header, name: ${text} }, b: { type: http, scheme: ${text}, bearerFormat: ${text} }, c: { type: openIdConnect, openIdConnectUrl: ${text} }, d: { type: oauth2, flows: { implicit: { authorizationUrl: ${text}, scopes: { ${text}: ${text} } } } } } }`,
    ),
    want: "a client",
  },
  {
    name: "type ids of hostile text",
    text: `${schemas(`    A: { type: object, x-rql-type: [${text}, ${quoted(`${breakout}/1.2`)}, __proto__, "${"a/1".repeat(99)}", "\\ud800"] }`)}paths: { /a: { get: { x-rql: { resource: "#/components/schemas/A", typedBy: implementing }, x-pagination: { limit: rql, total: content-range, pageSize: 1 }, responses: { "200": { description: "", content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/A" } } } } } } } } }\n`,
    want: "a client",
  },
  {
    name: "a type id that is no text",
    text: schemas(`    A: { type: object, x-rql-type: { ${text}: ${text} } }`),
    want: "5:24: Expected a type id",
  },
  {
    name: "a type id that is given twice, in hostile text",
    text: schemas(`    A: { type: object, x-rql-type: [${text}, ${text}] }`),
    want: "5:321: The type id",
  },
  {
    name: "a status that is code",
    text: paths(`  /a: { get: { responses: { ${quoted(`2${breakout}`)}: { description: ok } } } }`),
    want: "a client",
  },
];
