import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@apsdirect/codegen";
import { expect, test } from "vitest";
import { parseDocument } from "../../codegen/src/load/index.js";
import { validate } from "../../codegen/src/validate/index.js";
import { compilers, project, typeErrors } from "../support/generated.js";

/** A document whose operation has one view, and a list that takes a header. */
function documentWith(
  view: string,
  body = "requestBody: { content: { application/json: { schema: { type: object } } } }",
) {
  return `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /things:
    post:
      operationId: createThing
      x-sdk-name: things.create
      ${body}
      responses: { 200: { description: "", content: { application/json: { schema: { type: object } } } }, 204: { description: "" } }
      x-views: [{ operationId: createBook, x-sdk-name: books.create, tag: Books, ${view} }]
    get:
      operationId: listThings
      x-sdk-name: things.list
      x-rql: { resource: "#/components/schemas/Book" }
      x-pagination: { limit: rql, total: content-range, pageSize: 10 }
      parameters: [{ name: X-Scope, in: header, schema: { type: string } }]
      responses: { 200: { description: "", content: { application/json: { schema: { type: array, items: {} } } } } }
components:
  schemas:
    Book: { type: object, properties: { title: { type: string } } }
    NewBook: { type: object, required: [title], properties: { title: { type: string } } }
`;
}

const narrow =
  'body: { schema: "#/components/schemas/NewBook", name: book }, response: { schema: "#/components/schemas/Book" }';

async function generated(view: string): Promise<{ readonly folder: string; readonly books: string }> {
  const folder = await project();
  await writeFile(join(folder, "doc.yaml"), documentWith(view));
  await generate({ document: join(folder, "doc.yaml"), out: join(folder, "client") });
  return { folder, books: await readFile(join(folder, "client/groups/books.ts"), "utf8") };
}

test("a view narrows the request and the response, and names the body", async () => {
  const { folder, books } = await generated(narrow);
  expect(books).toContain("create(book?: NewBook, options?: CallOptions): Call<Book | undefined>");
  const operations = await readFile(join(folder, "client/operations/books.ts"), "utf8");
  expect(operations).toMatch(/name: "books\.create",[^}]*schema: newBookSchema/);
});

test("a view that narrows nothing has the types of its operation", async () => {
  const { books } = await generated("summary: Creates a book.");
  expect(books).toContain("create(body?: ");
});

test.each(compilers)(
  "a list with parameters of its own still takes the options of lists, says %s",
  async (compiler) => {
    const { folder } = await generated(narrow);
    const use = `import { Things } from "./client/groups/things.js";
export const list = (things: Things) => things.list("eq(title,a)", { xScope: "all", pageSize: 5 });`;
    await writeFile(join(folder, "use.ts"), use);
    expect(await typeErrors(compiler, folder)).toBe("");
  },
);

test.each([
  {
    view: narrow,
    body: "tags: [A]",
    want: ['"body" narrows a request body, but the operation has no requestBody.'],
  },
  {
    view: narrow.replace("NewBook", "None"),
    want: ['"schema" must be a pointer to an existing component schema; found "#/components/schemas/None".'],
  },
  {
    view: narrow.replace("name: book", "name: delete"),
    want: ['"delete" is a reserved word and cannot be the name of an argument.'],
  },
  {
    view: narrow.replace("name: book", "name: a b"),
    want: ['Expected a camelCase name such as "order" in "x-views.0.body.name", found "a b".'],
  },
])("a view that cannot be made is refused: $want", ({ view, body, want }) => {
  expect(validate(parseDocument(documentWith(view, body), "doc.yaml")).map(({ message }) => message)).toEqual(want);
});
