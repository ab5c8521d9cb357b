// Generated from webhooks.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import { petSchema } from "./schemas.js";
import type { Pet } from "./types.js";
import * as z from "./zod.js";

/**
 * Tells of a new pet.
 *
 * Sent at once.
 */
export type NewPetPayload = Pet;

/** @deprecated */
export type OnPetGonePayload = {
  id: number;
};

export type MovedPutPayload = Pet[];

export type MovedPostPayload = string;

/** Payload of each webhook. */
export interface Webhooks {
  newPet: NewPetPayload;
  "pet.gone": OnPetGonePayload;
  "moved put": MovedPutPayload;
  "moved post": MovedPostPayload;
}

/** Schema of each webhook's payload: `z.parse(webhooks.key, body)`. */
export const webhooks: { readonly [K in keyof Webhooks]: Schema<Webhooks[K]> } = {
  newPet: petSchema,
  "pet.gone": /* @__PURE__ */ schema(() =>
    z.looseObject({
      id: z.int(),
    }),
  ),
  "moved put": /* @__PURE__ */ schema(() => z.array(petSchema)),
  "moved post": /* @__PURE__ */ schema(() => z.string()),
};
