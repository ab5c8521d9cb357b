import { expect, test } from "vitest";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { buildModel } from "../../../codegen/src/model/index.js";
import { acceptDocument } from "../../../codegen/src/validate/index.js";

/** The media type of what an operation sends. */
function sentOf(...types: readonly string[]): string | undefined {
  const content = Object.fromEntries(types.map((type) => [type, {}]));
  const paths = { "/a": { post: { requestBody: { content }, responses: { 200: {} } } } };
  const document = JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths });
  const { groups } = buildModel(acceptDocument(parseDocument(document, "doc.json")), { source: "doc.json" });
  return groups[0]?.operations[0]?.body?.content.contentType;
}

test.each([
  { types: ["text/csv", "application/json"], sent: "application/json", why: "JSON where there is a choice" },
  { types: ["text/csv", "image/png"], sent: "text/csv", why: "else what stands first" },
  { types: ["examples", "audio/ogg", "codecs=opus"], sent: "audio/ogg", why: "of what can be sent" },
  { types: ["application\\/json", "application/xml"], sent: "application/xml", why: "and JSON is nothing that cannot" },
])("of $types, $sent is sent: $why", ({ types, sent }) => {
  expect(sentOf(...types)).toBe(sent);
});
