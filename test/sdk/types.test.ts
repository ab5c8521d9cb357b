import type { ApsClient } from "apsdirect";
import {
  type Account,
  type ApsResource,
  type OrderRequest,
  operations,
  type PlacedOrder,
  type SalesOrderRequest,
  type ServicePlan,
  type TypeDescriptor,
  type User,
} from "apsdirect/aps";
import type { Call, List } from "apsdirect/runtime";
import { describe, expectTypeOf, test } from "vitest";

/** Never run: what is said here is said to the compiler. */
function withSdk(_: (sdk: ApsClient) => void): void {}

describe("sdk.orders.create(", () => {
  test("takes the documented order and answers the placed one", () => {
    expectTypeOf<ApsClient["orders"]["create"]>().parameter(0).toEqualTypeOf<OrderRequest>();
    expectTypeOf<ApsClient["orders"]["create"]>().returns.toEqualTypeOf<Call<PlacedOrder>>();
    expectTypeOf<SalesOrderRequest>().toHaveProperty("accountId").toEqualTypeOf<string>();
    expectTypeOf<SalesOrderRequest["products"][number]["period"]["duration"]>().toEqualTypeOf<number>();
  });

  test("narrows by the kind of order", () => {
    expectTypeOf<Extract<OrderRequest, { type: "CANCELLATION" }>>().not.toHaveProperty("products");
    expectTypeOf<OrderRequest["type"]>().toEqualTypeOf<"SALES" | "CHANGE" | "RENEWAL" | "CANCELLATION">();
  });

  test("does not compile with a field that is not there, or without one that must be", () => {
    withSdk((sdk) => {
      const period = { unit: "MONTHS", duration: 1 } as const;
      sdk.orders.create({ type: "SALES", accountId: "a", products: [{ planId: "p", period }] });
      // @ts-expect-error the field is called accountId
      sdk.orders.create({ type: "SALES", acountId: "a", products: [{ planId: "p", period }] });
      // @ts-expect-error a sales order has products
      sdk.orders.create({ type: "SALES", accountId: "a" });
      const monthly = { unit: "MONTHS", duration: "1" };
      // @ts-expect-error a duration is a number
      sdk.orders.create({ type: "SALES", accountId: "a", products: [{ planId: "p", period: monthly }] });
      // @ts-expect-error there is no such kind of order
      sdk.orders.create({ type: "SALE", accountId: "a", products: [] });
      // @ts-expect-error the option is called timeout
      sdk.orders.create({ type: "CANCELLATION", subscriptionId: "s" }, { timeOut: 1 });
    });
  });
});

describe("sdk.accounts.list(", () => {
  test("knows the names and the types of the properties", () => {
    withSdk((sdk) => {
      sdk.accounts.list((a) => [a.eq("companyName", "x")]);
      // @ts-expect-error there is no such property
      sdk.accounts.list((a) => [a.eq("companyNme", "x")]);
      sdk.accounts.list((a) => [a.eq("techContact.email", "x"), a.gt("aps.revision", 3)]);
      // @ts-expect-error the number of an account is a number
      sdk.accounts.list((a) => [a.eq("id", "1000031")]);
      // @ts-expect-error there is no such property within a contact
      sdk.accounts.list((a) => [a.eq("techContact.mail", "x")]);
    });
  });

  test("yields accounts, or what a select leaves of them", () => {
    withSdk((sdk) => {
      expectTypeOf(sdk.accounts.list()).toEqualTypeOf<List<Account>>();
      expectTypeOf(sdk.accounts.list("eq(type,CLIENT)")).toEqualTypeOf<List<Account>>();
      const selected = sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.select("aps.id", "companyName")]);
      type Item = typeof selected extends List<infer Item> ? Item : never;
      expectTypeOf<Item["aps"]["id"]>().toEqualTypeOf<string>();
      expectTypeOf<Item["companyName"]>().toEqualTypeOf<string | undefined>();
      expectTypeOf<Item>().not.toHaveProperty("techContact");
    });
  });
});

describe("sdk.resources.list(", () => {
  test("takes any property of resources of any type, which stay open", () => {
    withSdk((sdk) => {
      expectTypeOf(sdk.resources.list((r) => [r.eq("whatever.it.is", 1)])).toEqualTypeOf<List<ApsResource>>();
      const unknown = sdk.resources.list((r) => [r.implementing("http://vendor.example/application/1.0")]);
      expectTypeOf(unknown).toEqualTypeOf<List<ApsResource>>();
    });
  });

  test("yields the type that implementing names: with a version, its major part, or none", () => {
    withSdk((sdk) => {
      const full = sdk.resources.list((r) => [
        r.implementing("http://parallels.com/aps/types/pa/account/1.2"),
        r.eq("companyName", "x"),
      ]);
      expectTypeOf(full).toEqualTypeOf<List<Account>>();
      const major = sdk.resources.list((r) => r.implementing("http://parallels.com/aps/types/pa/admin-user/1"));
      expectTypeOf(major).toEqualTypeOf<List<User>>();
      const none = sdk.resources.listCollection("service-plans", (r) => [
        r.implementing("http://www.odin.com/billing/ServicePlan"),
      ]);
      expectTypeOf(none).toEqualTypeOf<List<ServicePlan>>();
      const another = sdk.resources.list((r) => r.implementing("http://parallels.com/aps/types/pa/account/1.3"));
      expectTypeOf(another).toEqualTypeOf<List<ApsResource>>();
    });
  });

  test("narrows that type by a select, and knows its names", () => {
    withSdk(async (sdk) => {
      const linked = sdk.resources.listLinked("a-1", "paAccount", (r) => [
        r.implementing("http://parallels.com/aps/types/pa/account"),
        r.select("aps.id", "techContact.email"),
      ]);
      for await (const account of linked) {
        expectTypeOf(account.aps).toEqualTypeOf<{ id: string }>();
        expectTypeOf(account.techContact?.email).toEqualTypeOf<string | undefined>();
        // @ts-expect-error it is not selected
        account.companyName;
      }
      for await (const account of sdk.resources.list((r) => [
        r.implementing("http://parallels.com/aps/types/pa/account"),
      ])) {
        // @ts-expect-error an account has no such property
        account.companyNme;
      }
    });
  });

  test("does not take the types of the library for resources of these types", () => {
    withSdk((sdk) => {
      const types = sdk.types.list((t) => [t.implementing("http://parallels.com/aps/types/pa/account")]);
      expectTypeOf(types).toEqualTypeOf<List<TypeDescriptor>>();
    });
  });
});

describe("an operation's descriptor", () => {
  test("takes the operation's own arguments and no others", () => {
    withSdk((sdk) => {
      sdk.core.call(operations.getAccount, { resourceId: "a-1" });
      // @ts-expect-error on the wire, the parameter is called resourceId
      sdk.core.call(operations.getAccount, { accountId: "a-1" });
      // @ts-expect-error an order has a body
      sdk.core.call(operations.createOrder, {});
    });
  });
});
