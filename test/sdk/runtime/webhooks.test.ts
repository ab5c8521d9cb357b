import { expect, expectTypeOf, test } from "vitest";
import { parse, safeParse } from "zod/mini";
import {
  type MovedPutPayload,
  type NewPetPayload,
  type OnPetGonePayload,
  type Pet,
  type Webhooks,
  WebhooksApi,
  webhooks,
} from "../../codegen/golden/webhooks/client/index.js";
import { credentials } from "../../support/credentials.js";

test("a webhook's payload is named after its operation, or else after its webhook", () => {
  expectTypeOf<NewPetPayload>().toEqualTypeOf<Pet>();
  expectTypeOf<OnPetGonePayload>().toEqualTypeOf<{ id: number }>();
  expectTypeOf<MovedPutPayload>().toEqualTypeOf<Pet[]>();
  expectTypeOf<keyof Webhooks>().toEqualTypeOf<"newPet" | "pet.gone" | "moved put" | "moved post">();
  expect(Object.keys(webhooks)).toEqual(["newPet", "pet.gone", "moved put", "moved post"]);
});

test("a receiver validates a payload with the webhook's schema", () => {
  const pet = parse(webhooks.newPet, { id: 1, name: "Rex", colour: "brown" });
  expectTypeOf(pet).toEqualTypeOf<Pet>();
  expect(pet).toEqual({ id: 1, name: "Rex", colour: "brown" });
  expect(safeParse(webhooks.newPet, { name: "Rex" }).success).toBe(false);
  expect(safeParse(webhooks["pet.gone"], { id: 1 }).success).toBe(true);
  expect(safeParse(webhooks["moved put"], [{ id: 1 }]).success).toBe(false);
});

test("a document with only webhooks gives a client without groups", () => {
  expect(new WebhooksApi({ baseUrl: "https://platform.example", credentials })).toBeInstanceOf(WebhooksApi);
});
