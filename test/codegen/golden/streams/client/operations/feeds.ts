// Generated from streams.yaml. To change it, edit the document and generate again.
import { itemStream, type Operation, type Stream, schema } from "apsdirect/runtime";
import { answerPartSchema, answerSchema, noticeSchema, priceSchema } from "../schemas.js";
import type { Answer, AnswerPart, AskBody, Notice, Price } from "../types.js";
import * as z from "../zod.js";

/** Prices as they change. */
export const watchPrices: Operation<object, Stream<Price>> = {
  name: "feeds.watchPrices",
  method: "GET",
  path: "/prices",
  safety: "safe",
  parameters: [{ in: "query", name: "symbol", option: "symbol", required: true }],
  responses: {
    200: { contentType: "application/x-ndjson", items: priceSchema, stream: itemStream },
  },
};

/** `GET /sequence` */
export const readSequence: Operation<object, Stream<Price>> = {
  name: "feeds.readSequence",
  method: "GET",
  path: "/sequence",
  safety: "safe",
  responses: {
    200: { contentType: "application/json-seq", items: priceSchema, stream: itemStream },
  },
};

/** Notices with the names of their kinds. */
export const watchNotices: Operation<object, Stream<Notice>> = {
  name: "feeds.watchNotices",
  method: "GET",
  path: "/notices",
  safety: "safe",
  responses: {
    200: { contentType: "text/event-stream", items: noticeSchema, item: "event", stream: itemStream },
  },
};

/** `GET /words` */
export const listen: Operation<object, Stream<string>> = {
  name: "feeds.listen",
  method: "GET",
  path: "/words",
  safety: "safe",
  responses: {
    200: {
      contentType: "text/event-stream",
      items: /* @__PURE__ */ schema(() => z.string()),
      item: "text",
      stream: itemStream,
    },
  },
};

/** Asks a question. */
export const ask: Operation<{ body: AskBody }, Answer> = {
  name: "feeds.ask",
  method: "POST",
  path: "/answers",
  body: {
    contentType: "application/json",
    schema: /* @__PURE__ */ schema(() =>
      z.looseObject({
        question: z.string(),
        stream: z.optional(z.boolean()),
      }),
    ),
    required: true,
  },
  responses: {
    200: { contentType: "application/json", schema: answerSchema },
  },
};

/** Asks a question. */
export const askStream: Operation<{ body: AskBody }, Stream<AnswerPart>> = {
  name: "feeds.askStream",
  method: "POST",
  path: "/answers",
  body: {
    contentType: "application/json",
    schema: /* @__PURE__ */ schema(() =>
      z.looseObject({
        question: z.string(),
        stream: z.optional(z.boolean()),
      }),
    ),
    required: true,
  },
  responses: {
    200: { contentType: "text/event-stream", items: answerPartSchema, stream: itemStream },
  },
};
