// Generated from bodies.yaml. To change it, edit the document and generate again.
import { file, type Schema, schema } from "apsdirect/runtime";
import type { Form, Problem, Thing, Upload } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Thing}. */
export const thingSchema: Schema<Thing> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.optional(z.string()),
  }),
);

/** Schema of {@link Problem}. */
export const problemSchema: Schema<Problem> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    title: z.string(),
    conflictsWith: z.optional(z.string()),
  }),
);

/** Schema of {@link Form}. */
export const formSchema: Schema<Form> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.string(),
    tags: z.optional(z.array(z.string())),
    codes: z.optional(z.array(z.int())),
    size: z.optional(
      z.looseObject({
        width: z.optional(z.int()),
      }),
    ),
    thing: z.optional(thingSchema),
  }),
);

/** Schema of {@link Upload}. */
export const uploadSchema: Schema<Upload> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    title: z.string(),
    count: z.optional(z.int()),
    picture: file(),
    pages: z.optional(z.array(file())),
    thing: z.optional(thingSchema),
    thumbnail: z.optional(z.string()),
  }),
);
