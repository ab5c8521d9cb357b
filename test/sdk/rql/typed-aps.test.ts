import type { ApsClient } from "apsdirect";
import type { Account, ApsResource, BssSubscription, Order, ServicePlan, Subscription, User } from "apsdirect/aps";
import { type PropertyPath, rql } from "apsdirect/rql";
import type { List } from "apsdirect/runtime";
import { describe, expectTypeOf, test } from "vitest";

// Typed RQL over the generated types of the APS bus. Never run: what is said here is said to the compiler, and a
// `@ts-expect-error` over a line that compiles is an error, too.

declare const sdk: ApsClient;
function compiles(..._: readonly (() => unknown)[]): void {}

type ItemOf<L> = L extends List<infer Item> ? Item : never;

describe("these queries compile:", () => {
  test("a property, a nested one, an optional one, and one behind a link", () => {
    compiles(
      () => sdk.accounts.list((a) => a.eq("companyName", "Fab")),
      () => sdk.accounts.list((a) => a.eq("aps.id", "1a")),
      () => sdk.accounts.list((a) => a.eq("techContact.email", "mw@aps.test")),
      () => sdk.accounts.list((a) => a.like("addressPostal.locality", "Ham*")),
      () => sdk.accounts.list((a) => a.eq("parent.aps.id", "1a")),
      () => sdk.accounts.list((a) => a.eq("bssAccountInfo.aps.href", "/aps/2/resources/1a")),
      () => sdk.accounts.list((a) => a.eq("aps.package.id", "p")),
      () => sdk.subscriptions.list((s) => s.eq("account.aps.id", "1a")),
      () => sdk.subscriptions.list((s) => s.eq("activationStructure.subscriptionResourceLimits.resourceId", 5)),
      () => sdk.bssSubscriptions.list((s) => s.eq("servicePlan.aps.id", "1a")),
      () => sdk.servicePlans.list((p) => p.eq("subscriptionPeriods.period.unit", "MONTHS")),
    );
  });

  test("a value of the property's type", () => {
    compiles(
      () => sdk.accounts.list((a) => a.eq("id", 1000031)),
      () => sdk.accounts.list((a) => a.eq("personal", false)),
      () => sdk.subscriptions.list((s) => s.gt("subscriptionId", 5)),
      () => sdk.bssSubscriptions.list((s) => s.le("subscriptionPeriod.duration", 12)),
      () => sdk.users.list("1a", (u) => u.eq("roles", 3)),
    );
  });

  test("a date for text, and null and RQL literals for any property", () => {
    compiles(
      () => sdk.accounts.list((a) => a.ge("aps.modified", new Date(0))),
      () => sdk.accounts.list((a) => a.eq("aps.modified", "2024-01-31T00:00:00Z")),
      () => sdk.accounts.list((a) => a.ne("id", null)),
      () => sdk.accounts.list((a) => a.eq("parent", a.null())),
      () => sdk.accounts.list((a) => a.ne("companyName", rql.empty())),
    );
  });

  test("values of an open enum, known or unknown", () => {
    compiles(
      () => sdk.accounts.list((a) => a.eq("type", "CLIENT")),
      () => sdk.accounts.list((a) => a.eq("type", "OF_TOMORROW")),
      () => sdk.bssSubscriptions.list((s) => s.in("status", ["ACTIVE", "GRACE", "OF_TOMORROW"])),
      () => sdk.bssSubscriptions.list((s) => s.out("status", ["TERMINATED", null])),
      () => sdk.accounts.list((a) => a.in("id", [1, 2, 3])),
    );
  });

  test("all other operators", () => {
    compiles(
      () => sdk.accounts.list((a) => a.or(a.eq("type", "CLIENT"), a.not(a.eq("locked", true)))),
      () => sdk.accounts.list((a) => [a.sort("-aps.modified", "+companyName", "id"), a.limit(0, 5)]),
      () => sdk.accounts.list((a) => a.like("techContact.email", a.pattern`*@${"aps.test"}`)),
      () => sdk.accounts.list((a) => [a.implementing("http://a.test/1"), a.raw("linkedWith(1a)")]),
      () => sdk.resources.list((r) => r.eq("what.nobody.knows", 1)),
    );
  });
});

describe("these queries do not compile:", () => {
  test("a misspelled name, at any depth and in any operator", () => {
    compiles(
      // @ts-expect-error: companyName
      () => sdk.accounts.list((a) => a.eq("companyNme", "x")),
      // @ts-expect-error: email
      () => sdk.accounts.list((a) => a.eq("techContact.mail", "x")),
      // @ts-expect-error: locality
      () => sdk.accounts.list((a) => a.like("addressPostal.city", "x")),
      // @ts-expect-error: aps.modified
      () => sdk.accounts.list((a) => a.sort("-modified")),
      // @ts-expect-error: companyName
      () => sdk.accounts.list((a) => a.select("aps.id", "companyname")),
      // @ts-expect-error: status
      () => sdk.bssSubscriptions.list((s) => s.in("state", ["ACTIVE"])),
      // @ts-expect-error: an id behind a link is that of its aps
      () => sdk.subscriptions.list((s) => s.eq("account.id", "1a")),
      // @ts-expect-error: below a text there is nothing
      () => sdk.accounts.list((a) => a.eq("companyName.length", 1)),
      // @ts-expect-error: the property of another type
      () => sdk.subscriptions.list((s) => s.eq("companyName", "x")),
      // @ts-expect-error: a path has no empty name
      () => sdk.accounts.list((a) => a.eq("aps.", "x")),
      // @ts-expect-error: nor is it empty
      () => sdk.accounts.list((a) => a.eq("", "x")),
    );
  });

  test("a value that the property cannot have", () => {
    compiles(
      // @ts-expect-error: the number of an account is a number
      () => sdk.accounts.list((a) => a.eq("id", "1000031")),
      // @ts-expect-error: a name is text
      () => sdk.accounts.list((a) => a.eq("companyName", 5)),
      // @ts-expect-error: true or false
      () => sdk.accounts.list((a) => a.eq("locked", "true")),
      // @ts-expect-error: the revision is a number
      () => sdk.accounts.list((a) => a.gt("aps.revision", "3")),
      // @ts-expect-error: a date is no number
      () => sdk.bssSubscriptions.list((s) => s.lt("subscriptionPeriod.duration", new Date())),
      // @ts-expect-error: an element of the array is a number
      () => sdk.users.list("1a", (u) => u.eq("roles", "admin")),
      // @ts-expect-error: undefined is no value
      () => sdk.accounts.list((a) => a.eq("companyName", undefined)),
      // @ts-expect-error: an object is no value
      () => sdk.accounts.list((a) => a.eq("parent", { aps: { id: "1a" } })),
      // @ts-expect-error: a pattern is text
      () => sdk.accounts.list((a) => a.like("companyName", 5)),
    );
  });

  test("a list that is not an array, or has a wrong value", () => {
    compiles(
      // @ts-expect-error: one value in place of several
      () => sdk.bssSubscriptions.list((s) => s.in("status", "ACTIVE")),
      // @ts-expect-error: text among numbers
      () => sdk.accounts.list((a) => a.in("id", [1, "2"])),
      // @ts-expect-error: a number among texts
      () => sdk.accounts.list((a) => a.out("companyName", ["x", 2])),
    );
  });

  test("a value that is not a clause", () => {
    compiles(
      // @ts-expect-error: text is no clause of a function
      () => sdk.accounts.list((a) => [a.eq("id", 1), "limit(0,5)"]),
      // @ts-expect-error: not takes one expression
      () => sdk.accounts.list((a) => a.not(a.eq("id", 1), a.eq("id", 2))),
      // @ts-expect-error: limit takes two numbers
      () => sdk.accounts.list((a) => a.limit(50)),
    );
  });
});

describe("an item of the result", () => {
  test("has all properties without a select", () => {
    expectTypeOf<ItemOf<ReturnType<typeof accounts>>>().toEqualTypeOf<Account>();
    function accounts() {
      return sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.limit(0, 5)]);
    }
  });

  test("has the selected properties, and optional ones stay optional", () => {
    const selected = () => sdk.accounts.list((a) => a.select("aps.id", "companyName", "techContact.email", "type"));
    type Item = ItemOf<ReturnType<typeof selected>>;
    expectTypeOf<keyof Item>().toEqualTypeOf<"aps" | "companyName" | "techContact" | "type">();
    expectTypeOf<Item["aps"]>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Item["companyName"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<NonNullable<Item["techContact"]>>().toEqualTypeOf<{ email?: string }>();
    expectTypeOf<"CLIENT">().toExtend<NonNullable<Item["type"]>>();
  });

  test("is narrowed behind links and within arrays", () => {
    const plans = () =>
      sdk.servicePlans.list((p) => [p.eq("planId", 5), p.select("vendor.aps.id", "subscriptionPeriods.period.unit")]);
    type Plan = ItemOf<ReturnType<typeof plans>>;
    expectTypeOf<keyof Plan>().toEqualTypeOf<"vendor" | "subscriptionPeriods">();
    expectTypeOf<NonNullable<Plan["vendor"]>>().toEqualTypeOf<{ aps: { id?: string } }>();
    type Period = NonNullable<NonNullable<Plan["subscriptionPeriods"]>[number]["period"]>;
    expectTypeOf<keyof Period>().toEqualTypeOf<"unit">();
  });

  test("has the whole property if it is selected together with a part of it", () => {
    const whole = () => sdk.subscriptions.list((s) => s.select("aps", "aps.id"));
    expectTypeOf<ItemOf<ReturnType<typeof whole>>>().toEqualTypeOf<Pick<Subscription, "aps">>();
  });

  test("has the whole type for text, and for a select without the list's own operators", () => {
    const written = [
      () => sdk.bssSubscriptions.list("select(aps.id)"),
      () => sdk.bssSubscriptions.list(rql.query(rql.select("aps.id"), rql.limit(0, 1))),
      () => sdk.bssSubscriptions.list(),
    ];
    expectTypeOf<ItemOf<ReturnType<(typeof written)[number]>>>().toEqualTypeOf<BssSubscription>();
  });

  test("has no properties that were not selected", () => {
    compiles(async () => {
      for await (const account of sdk.accounts.list((a) => a.select("aps.id", "techContact.email"))) {
        // @ts-expect-error: it was not selected
        account.companyName;
        // @ts-expect-error: nor was this
        account.aps.type;
        // @ts-expect-error: nor this
        account.techContact?.givenName;
      }
    });
  });
});

describe("completion in an editor", () => {
  test("offers a finite list of the paths of each type, four names deep", () => {
    type Names = PropertyPath<Account> | PropertyPath<User> | PropertyPath<Order> | PropertyPath<ServicePlan>;
    expectTypeOf<string>().not.toExtend<Names>();
    expectTypeOf<"techContact.email" | "parent.aps.id" | "aps.package.href">().toExtend<PropertyPath<Account>>();
    expectTypeOf<"aps.id" | "login" | "organization.aps.id">().toExtend<PropertyPath<User>>();
    expectTypeOf<"name.en_US" | "subscriptionPeriods.period.duration">().toExtend<PropertyPath<ServicePlan>>();
  });

  test("offers nothing if the names are not defined", () => {
    expectTypeOf<PropertyPath<ApsResource>>().toEqualTypeOf<string>();
  });
});
