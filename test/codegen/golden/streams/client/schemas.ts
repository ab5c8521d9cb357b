// Generated from streams.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Answer, AnswerPart, Notice, Price } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Price}. */
export const priceSchema: Schema<Price> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    symbol: z.string(),
    amount: z.number(),
  }),
);

/** Schema of {@link Notice}. */
export const noticeSchema: Schema<Notice> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    event: z.optional(z.string()),
    id: z.optional(z.string()),
    data: z.string(),
  }),
);

/** Schema of {@link Answer}. */
export const answerSchema: Schema<Answer> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    text: z.string(),
  }),
);

/** Schema of {@link AnswerPart}. */
export const answerPartSchema: Schema<AnswerPart> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    word: z.string(),
  }),
);
