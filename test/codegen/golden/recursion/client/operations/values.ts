// Generated from recursion.yaml. To change it, edit the document and generate again.
import type { Operation } from "apsdirect/runtime";
import { arraySchema, expressionSchema, globalsSchema, jsonValueSchema, treeSchema } from "../schemas.js";
import type { Array, Expression, Globals, JsonValue, Tree } from "../types.js";

/** `GET /values/{import}` */
export const deleteOperation: Operation<{ import: string }, JsonValue> = {
  name: "values.delete",
  method: "GET",
  path: "/values/{import}",
  responses: {
    200: { contentType: "application/json", schema: jsonValueSchema },
  },
};

/** `PUT /values/{import}` */
export const newOperation: Operation<{ import: string; body: Expression }, Tree> = {
  name: "values.new",
  method: "PUT",
  path: "/values/{import}",
  body: { contentType: "application/json", schema: expressionSchema, required: true },
  responses: {
    200: { contentType: "application/json", schema: treeSchema },
  },
};

/** `GET /files` */
export const awaitOperation: Operation<object, globalThis.Blob> = {
  name: "values.await",
  method: "GET",
  path: "/files",
  responses: {
    200: { contentType: "application/octet-stream" },
  },
};

/** `POST /files` */
export const classOperation: Operation<{ body?: Array | undefined }, Globals> = {
  name: "values.class",
  method: "POST",
  path: "/files",
  body: { contentType: "application/json", schema: arraySchema, required: false },
  responses: {
    200: { contentType: "application/json", schema: globalsSchema },
  },
};
