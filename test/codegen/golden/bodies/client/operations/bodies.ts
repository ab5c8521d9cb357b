// Generated from bodies.yaml. To change it, edit the document and generate again.
import { type BinaryBody, type Operation, schema } from "apsdirect/runtime";
import { formSchema, problemSchema, thingSchema, uploadSchema } from "../schemas.js";
import type { Form, Problem, Thing, Upload } from "../types.js";
import * as z from "../zod.js";

/** `PATCH /patch` */
export const patchThing: Operation<{ body: Thing }, Thing, { 409: Problem }> = {
  name: "bodies.patch",
  method: "PATCH",
  path: "/patch",
  body: { contentType: "application/merge-patch+json", schema: thingSchema, required: true },
  responses: {
    200: { contentType: "application/vnd.thing+json", schema: thingSchema },
  },
  errors: { 409: problemSchema },
};

/** `POST /form` */
export const sendForm: Operation<{ body: Form }, undefined> = {
  name: "bodies.form",
  method: "POST",
  path: "/form",
  body: {
    contentType: "application/x-www-form-urlencoded",
    schema: formSchema,
    required: true,
    encoding: { codes: { style: "form", explode: false }, size: { style: "deepObject", explode: true } },
  },
  responses: {
    204: {},
  },
};

/** `POST /multipart` */
export const sendParts: Operation<{ body: Upload }, undefined> = {
  name: "bodies.parts",
  method: "POST",
  path: "/multipart",
  safety: "idempotent",
  body: {
    contentType: "multipart/form-data",
    schema: uploadSchema,
    required: true,
    encoding: { picture: { contentType: "image/png" } },
  },
  responses: {
    204: {},
  },
};

/** `GET /bytes` */
export const readBytes: Operation<object, Blob | Thing | undefined> = {
  name: "bodies.read",
  method: "GET",
  path: "/bytes",
  safety: "safe",
  responses: {
    200: { contentType: "image/*" },
    202: { contentType: "application/json", schema: thingSchema },
    204: {},
  },
};

/** `PUT /bytes` */
export const sendBytes: Operation<{ body: BinaryBody }, undefined> = {
  name: "bodies.send",
  method: "PUT",
  path: "/bytes",
  safety: "idempotent",
  body: { contentType: "application/octet-stream", required: true },
  responses: {
    204: {},
  },
};

/** `POST /text` */
export const sendText: Operation<{ body?: string | undefined }, string> = {
  name: "bodies.text",
  method: "POST",
  path: "/text",
  safety: "safe",
  body: {
    contentType: "text/plain",
    schema: /* @__PURE__ */ schema(() => z.string().check(z.maxLength(10))),
    required: false,
  },
  responses: {
    "2XX": { contentType: "application/xml", schema: /* @__PURE__ */ schema(() => z.string()) },
  },
};
