import * as z from "zod";
import { mapOf, oneOf, textLike, word } from "./shapes.js";

/** `x-client-name`: the class is called `<Name>Api`. */
export const clientNameShape = textLike(/^[A-Z][A-Za-z0-9]*$/, 'a name like "Aps"');

const sdkName = textLike(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, 'a group and a method, like "orders.create"');
const argumentName = textLike(/^[a-z][A-Za-z0-9]*$/, 'a camelCase name like "order"');
const permissions = z.exactOptional(z.array(textLike(/\S/, "the name of a right"), "a list of rights"));
const propertyPath = (name: string) => textLike(/^[^.\s]+(?:\.[^.\s]+)*$/, name);
const identity = z.exactOptional(
  z.union(
    [propertyPath("a property of the result"), z.literal(false)],
    'a property of the result like "orderId", or false',
  ),
);
const pointer = z.string('a pointer like "#/components/schemas/Account"');

/** The extensions of an operation. */
export const operationExtensionShapes = {
  "x-sdk-name": z.exactOptional(sdkName),
  "x-safety": z.exactOptional(word("safe", "idempotent", "unsafe")),
  "x-rql": z.exactOptional(
    z.object({ resource: pointer, typedBy: z.exactOptional(word("implementing")) }, 'an object with "resource"'),
  ),
  "x-pagination": z.exactOptional(paginationShape()),
  "x-body-name": z.exactOptional(argumentName),
  "x-permissions": permissions,
  "x-identity": identity,
  "x-reference": z.exactOptional(propertyPath('a property of the request body, like "poNumber"')),
  "x-views": z.exactOptional(z.array(viewShape(), "a list of views")),
};

function viewShape() {
  const content = { schema: pointer, example: z.exactOptional(pointer) };
  return z.object(
    {
      operationId: z.string("a name like `getAccount`"),
      "x-sdk-name": sdkName,
      tag: z.string("the name of a tag"),
      summary: z.exactOptional(z.string("text")),
      description: z.exactOptional(z.string("text")),
      deprecated: z.exactOptional(z.boolean("true or false")),
      "x-permissions": permissions,
      "x-identity": identity,
      parameters: z.exactOptional(mapOf(argumentName, "path parameters and their names in the method")),
      body: z.exactOptional(z.object({ ...content, name: z.exactOptional(argumentName) }, 'an object with "schema"')),
      response: z.exactOptional(z.object(content, 'an object with "schema"')),
    },
    'an object with "operationId", "x-sdk-name" and "tag"',
  );
}

/** `x-oauth1` of a security scheme. */
export const oauth1Shape = z.exactOptional(
  z.object(
    { signatureMethod: word("HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "PLAINTEXT") },
    'an object with "signatureMethod"',
  ),
);

/** Without a style, pages are asked for in RQL. */
function paginationShape() {
  const parameter = z.string("the name of a query parameter");
  const answer = {
    items: z.exactOptional(z.string("a property of the answer that is a list")),
    total: z.exactOptional(z.string('a property of the answer, or "content-range"')),
  };
  const rql = {
    style: z.exactOptional(z.undefined()),
    limit: word("rql"),
    total: word("content-range"),
    pageSize: wholeNumber(1, 1000),
  };
  const firstPage = z.exactOptional(wholeNumber(0, 1));
  return z.discriminatedUnion(
    "style",
    [
      z.object(rql),
      z.object({ style: z.literal("offset"), offset: parameter, limit: parameter, ...answer }),
      z.object({ style: z.literal("page"), page: parameter, limit: z.exactOptional(parameter), firstPage, ...answer }),
      z.object({
        style: z.literal("cursor"),
        cursor: parameter,
        next: z.string("a property of the answer"),
        ...answer,
      }),
      z.object({ style: z.literal("link"), ...answer }),
    ],
    { error: ({ code }) => (code === "invalid_union" ? oneOf(["offset", "page", "cursor", "link"]) : "an object") },
  );
}

function wholeNumber(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}`;
  return z.number(expected).int(expected).min(least, expected).max(most, expected);
}
