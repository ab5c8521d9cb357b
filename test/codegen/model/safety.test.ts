import { expect, test } from "vitest";
import { parseDocument } from "../../../codegen/src/load/index.js";
import { buildModel } from "../../../codegen/src/model/index.js";
import { acceptDocument } from "../../../codegen/src/validate/index.js";

/** Safety of a GET and a POST, in the model of a document. */
function safetiesOf(operation: object, root: object): readonly unknown[] {
  const paths = { "/a": { get: { responses: {}, ...operation }, post: { responses: {} } } };
  const document = JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths, ...root });
  const { groups } = buildModel(acceptDocument(parseDocument(document, "doc.json")), { source: "doc.json" });
  return groups.flatMap(({ operations }) => operations.map(({ safety }) => safety));
}

test.each([
  { operation: {}, root: {}, want: [undefined, undefined] },
  { operation: { "x-safety": "unsafe" }, root: {}, want: ["unsafe", undefined] },
  { operation: {}, root: { "x-safety-default": "idempotent" }, want: ["idempotent", "idempotent"] },
  { operation: { "x-safety": "safe" }, root: { "x-safety-default": "unsafe" }, want: ["safe", "unsafe"] },
])("$operation below $root has the safety $want", ({ operation, root, want }) => {
  expect(safetiesOf(operation, root)).toEqual(want);
});

test("a default that is not a safety is rejected", () => {
  expect(() => safetiesOf({}, { "x-safety-default": "no" })).toThrow('Expected "safe"');
});
