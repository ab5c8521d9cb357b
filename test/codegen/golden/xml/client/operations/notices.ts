// Generated from xml.yaml. To change it, edit the document and generate again.
import type { Operation } from "apsdirect/runtime";
import { noticeSchema } from "../schemas.js";
import type { Notice } from "../types.js";

/** `GET /notices/{id}` */
export const getNotice: Operation<{ id: string }, Notice> = {
  name: "notices.getNotice",
  method: "GET",
  path: "/notices/{id}",
  responses: {
    200: { contentType: "application/json", schema: noticeSchema },
  },
};
