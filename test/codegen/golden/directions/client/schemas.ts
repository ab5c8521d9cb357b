// Generated from directions.yaml. To change it, edit the document and generate again.
import { type Schema, schema } from "apsdirect/runtime";
import type { Account, AccountInput, Address, Entry, User, UserInput } from "./types.js";
import * as z from "./zod.js";

/** Schema of {@link Account}. */
export const accountSchema: Schema<Account> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    users: z.array(userSchema),
    address: z.optional(addressSchema),
  }),
);

/** Schema of {@link AccountInput}. */
export const accountInputSchema: Schema<AccountInput> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.string(),
    password: z.string(),
    users: z.array(userInputSchema),
    address: z.optional(addressSchema),
  }),
);

/** Schema of {@link User}. */
export const userSchema: Schema<User> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.optional(z.string()),
    deputy: z.optional(accountSchema),
  }),
);

/** Schema of {@link UserInput}. */
export const userInputSchema: Schema<UserInput> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: z.optional(z.string()),
    deputy: z.optional(accountInputSchema),
  }),
);

/** Schema of {@link Address}. */
export const addressSchema: Schema<Address> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    city: z.optional(z.string()),
  }),
);

/** Schema of {@link Entry}. */
export const entrySchema: Schema<Entry> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    at: z.string(),
    account: z.optional(accountSchema),
  }),
);
