import * as z from "zod";
import { textLike, word } from "./shapes.js";

/** `x-client-name`: the class is called `<Name>Api`. */
export const clientNameShape = textLike(/^[A-Z][A-Za-z0-9]*$/, 'a name like "Aps"');

const sdkName = textLike(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/, 'a group and a method, like "orders.create"');
const argumentName = textLike(/^[a-z][A-Za-z0-9]*$/, 'a camelCase name like "order"');
const pointer = z.string('a pointer like "#/components/schemas/Account"');

/** The extensions of an operation. */
export const operationExtensionShapes = {
  "x-sdk-name": z.exactOptional(sdkName),
  "x-safety": z.exactOptional(word("safe", "idempotent", "unsafe")),
  "x-rql": z.exactOptional(z.object({ resource: pointer }, 'an object with "resource"')),
  "x-pagination": z.exactOptional(
    z.object(
      { limit: word("rql"), total: word("content-range"), pageSize: pageSize() },
      'an object with "limit", "total" and "pageSize"',
    ),
  ),
  "x-body-name": z.exactOptional(argumentName),
  "x-views": z.exactOptional(z.array(viewShape(), "a list of views")),
};

function viewShape() {
  return z.object(
    {
      operationId: z.string("a name like `getAccount`"),
      "x-sdk-name": sdkName,
      tag: z.string("the name of a tag"),
      summary: z.exactOptional(z.string("text")),
      description: z.exactOptional(z.string("text")),
      deprecated: z.exactOptional(z.boolean("true or false")),
      parameters: z.exactOptional(z.record(z.string(), argumentName, "path parameters and their names in the method")),
      response: z.object({ schema: pointer, example: z.exactOptional(pointer) }, 'an object with "schema"'),
    },
    'an object with "operationId", "x-sdk-name", "tag" and "response"',
  );
}

/** `x-oauth1` of a security scheme. */
export const oauth1Shape = z.exactOptional(
  z.object(
    { signatureMethod: word("HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "PLAINTEXT") },
    'an object with "signatureMethod"',
  ),
);

function pageSize() {
  const expected = "a whole number from 1 to 1000";
  return z.number(expected).int(expected).min(1, expected).max(1000, expected);
}
