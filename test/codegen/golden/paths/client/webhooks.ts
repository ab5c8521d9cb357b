// Generated from paths.yaml. To change it, edit the document and generate again.
import type { Schema } from "apsdirect/runtime";
import { orderRecordSchema } from "./schemas.js";
import type { OrderRecord } from "./types.js";

export type OrderChangedPayload = OrderRecord;

/** Payload of each webhook. */
export interface Webhooks {
  "order-changed": OrderChangedPayload;
}

/** Schema of each webhook's payload: `z.parse(webhooks.key, body)`. */
export const webhooks: { readonly [K in keyof Webhooks]: Schema<Webhooks[K]> } = {
  "order-changed": orderRecordSchema,
};
