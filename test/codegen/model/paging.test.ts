import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { buildModel, type Paging } from "../../../codegen/src/model/index.js";
import { acceptDocument } from "../../../codegen/src/validate/index.js";

interface Given {
  readonly method?: string;
  /** Query parameters and their schemas. */
  readonly query: string;
  readonly answer: string;
  /** Further fields of the operation, or further responses. */
  readonly fields?: string;
  readonly responses?: string;
}

/** What a document's only operation is taken for. */
function pagingOf({ method = "get", query, answer, fields = "", responses = "" }: Given): Paging | undefined {
  const parameters = [...query.matchAll(/(\S+?): (\{[^}]*\})/g)].map(([, name, schema]) => {
    return `{ name: ${name}, in: query, schema: ${schema} }`;
  });
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    ${method}:
      parameters: [${parameters.join(", ")}]
      responses: { 200: { content: { application/json: { schema: ${answer} } } }${responses} }
${fields}
components:
  schemas:
    Item: { type: object, properties: { id: { type: string } } }
    Status: { type: string, enum: [OPEN, DONE] }
`;
  const model = buildModel(acceptDocument(parseDocument(text, "doc.yaml")), { source: "doc.yaml" });
  return model.groups[0]?.operations[0]?.paging;
}

const item = '{ $ref: "#/components/schemas/Item" }';
const items = `{ type: array, items: ${item} }`;
const integers = (...names: readonly string[]) => names.map((name) => `${name}: { type: integer }`).join(" ");
const answered = (properties: string) => `{ type: object, properties: { ${properties} } }`;
const offset = { style: "offset", offset: "offset", item: { kind: "reference", name: "Item" } };

describe("pages are seen where names leave no doubt", () => {
  test.each<Given & { readonly want: object }>([
    { query: integers("offset", "limit"), answer: items, want: { ...offset, total: "content-range" } },
    { query: integers("offset", "limit"), answer: answered(`list: ${items}`), want: { ...offset, items: ["list"] } },
    {
      query: integers("offset", "limit"),
      answer: answered(`list: ${items}, totalCount: { type: [integer, "null"] }, count: { type: integer }`),
      want: { ...offset, items: ["list"], total: ["totalCount"] },
    },
    {
      query: integers("offset", "limit"),
      answer: answered(`list: ${items}, count: { type: integer }, s: { $ref: "#/components/schemas/Status" }`),
      want: { ...offset, items: ["list"] },
    },
    {
      query: "page: { type: integer, minimum: 0 } size: { type: integer }",
      answer: items,
      want: { style: "page", page: "page", firstPage: 0 },
    },
    {
      query: "page: { type: integer, minimum: 0, default: 1 } pageSize: { type: integer }",
      answer: items,
      want: { style: "page", page: "page", firstPage: 1 },
    },
    {
      query: "page_token: { type: string }",
      answer: answered(`list: ${items}, next_page_token: { type: string }`),
      want: { style: "cursor", cursor: "pageToken", next: ["next_page_token"], items: ["list"] },
    },
    {
      query: integers("offset", "limit"),
      answer: "{ type: array, items: { type: string } }",
      want: { style: "offset", item: { kind: "string" } },
    },
  ])("$query and $answer", ({ want, ...given }) => {
    expect(pagingOf(given)).toMatchObject(want);
  });
});

describe("and nowhere else", () => {
  test.each<Given & { readonly since: string }>([
    { since: "it is no GET", method: "post", query: integers("offset", "limit"), answer: items },
    { since: "one parameter is missing", query: integers("offset"), answer: items },
    { since: "one is text", query: "offset: { type: string } limit: { type: integer }", answer: items },
    {
      since: "two ways are open",
      query: `${integers("offset", "limit")} page: { type: integer, default: 1 }`,
      answer: items,
    },
    { since: "pages may begin at 0 or 1", query: integers("page", "per_page"), answer: items },
    { since: "pages begin at 2", query: "page: { type: integer, default: 2 } limit: { type: integer }", answer: items },
    { since: "the answer is one item", query: integers("offset", "limit"), answer: item },
    { since: "there are two lists", query: integers("offset", "limit"), answer: answered(`a: ${items}, b: ${items}`) },
    {
      since: "the list is of text",
      query: integers("offset", "limit"),
      answer: answered("a: { type: array, items: { type: string } }"),
    },
    {
      since: "an object stands beside",
      query: integers("offset", "limit"),
      answer: answered(`a: ${items}, b: ${item}`),
    },
    { since: "anything stands beside", query: integers("offset", "limit"), answer: answered(`a: ${items}, b: {}`) },
    { since: "the list has a dot in its name", query: integers("offset", "limit"), answer: answered(`a.b: ${items}`) },
    { since: "there are two successes", query: integers("offset", "limit"), answer: items, responses: ", 206: {}" },
    {
      since: "no property names a cursor",
      query: "cursor: { type: string }",
      answer: answered(`a: ${items}, next: { type: string }`),
    },
    {
      since: "a cursor is a number",
      query: "cursor: { type: string }",
      answer: answered(`a: ${items}, next_cursor: { type: integer }`),
    },
  ])("$since", (given) => {
    expect(pagingOf(given)).toBeUndefined();
  });
});

test("the document takes precedence over inference", () => {
  const given = { query: integers("offset", "limit"), answer: answered(`a: ${items}, b: { type: object }`) };
  const fields = "      x-pagination: { style: link, items: a }";
  expect(pagingOf({ ...given, fields })).toEqual({ style: "link", items: ["a"], item: offset.item });
});

test("properties that an answer is composed of are its own", () => {
  const answer = `{ allOf: [${answered(`list: ${items}`)}, { allOf: [${answered("total: { type: integer }")}] }] }`;
  const found = pagingOf({ query: integers("offset", "limit"), answer });
  expect(found).toEqual({ ...offset, items: ["list"], total: ["total"] });
});
