import { RequestValidationError } from "apsdirect";
import { expect, expectTypeOf, test, vi } from "vitest";
import { type Account, type AccountInput, DirectionsApi } from "../../codegen/golden/directions/client/index.js";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";

test("a property of only one direction is only in the types of that direction", () => {
  expectTypeOf<keyof AccountInput>().toEqualTypeOf<"name" | "password" | "users" | "address">();
  expectTypeOf<keyof Account>().toEqualTypeOf<"id" | "name" | "users" | "address">();
  expectTypeOf<Account["address"]>().toEqualTypeOf<AccountInput["address"]>();
});

test("each direction is validated with its own schema", async () => {
  const warn = vi.fn();
  const server = await rawServer(json({ id: "a-1", name: "a", users: [] }), json({ name: "a", users: [] }));
  const logger = { debug() {}, info() {}, warn, error() {} };
  const { accounts } = new DirectionsApi({ baseUrl: server.origin, credentials, logger });
  const account = { name: "a", password: "p", users: [{ deputy: { name: "b", password: "q", users: [] } }] };
  expect((await accounts.create(account)).id).toBe("a-1");
  expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(account);
  expect(warn).not.toHaveBeenCalled();
  // @ts-expect-error a password must be sent
  await expect(accounts.create({ name: "a", users: [] })).rejects.toBeInstanceOf(RequestValidationError);
  await accounts.create(account);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("$.id"));
});
