import {
  type Implementing,
  type ImplementingClause,
  type OperandOf,
  operatorsFor,
  type PropertyPath,
  type RqlClauses,
  type RqlExpression,
  type RqlQuery,
  rql,
  type Selected,
} from "apsdirect/rql";
import { describe, expect, expectTypeOf, test } from "vitest";

interface Account {
  aps: { id: string; type: string; revision: number };
  companyName: string;
  type: "CLIENT" | "RESELLER" | (string & {});
  balance?: number | null;
  active: boolean;
  techContact?: { email: string; phone?: string } | null;
  tags: string[];
  services: { aps: { id: string }; units: number }[];
  parent?: Account;
  extension: unknown;
  settings: Record<string, string>;
}

/** Declares a list method as generated clients do. */
declare function list<const C extends RqlClauses = RqlClauses>(query?: RqlQuery<Account, C>): Selected<Account, C>;

/** Types that a list of all types can be restricted to. */
interface Types {
  "urn:account/1.2": Account;
  "urn:account": Account;
  "urn:user": { aps: { id: string }; login: string };
}

interface Resource {
  aps: { id: string };
  [property: string]: unknown;
}

/** Declares a list method for resources of all types. */
declare function listAny<const C extends RqlClauses = RqlClauses>(
  query?: RqlQuery<Resource, C, Types>,
): Selected<Implementing<Resource, C, Types>, C>;

describe("property paths", () => {
  test("pass through structures, arrays and optional properties", () => {
    expectTypeOf<"companyName" | "aps.id" | "techContact.email" | "services.units" | "parent.aps.id">().toExtend<
      PropertyPath<Account>
    >();
    expectTypeOf<"companyNme" | "aps.nothing" | "companyName.length" | "tags.length" | "">().not.toExtend<
      PropertyPath<Account>
    >();
  });

  test("end four names deep, so that types may be recursive", () => {
    expectTypeOf<"parent.parent.parent.type">().toExtend<PropertyPath<Account>>();
    expectTypeOf<"parent.parent.parent.parent.type">().not.toExtend<PropertyPath<Account>>();
  });

  test("are any string if the names are not defined", () => {
    expectTypeOf<PropertyPath<unknown>>().toEqualTypeOf<string>();
    expectTypeOf<PropertyPath<Record<string, number>>>().toEqualTypeOf<string>();
    expectTypeOf<"extension.a.b" | "settings.anything">().toExtend<PropertyPath<Account>>();
  });
});

describe("operators", () => {
  const a = operatorsFor<Account>();

  test("accept the values of the property, and print as usual", () => {
    const clauses = [
      a.eq("companyName", "x"),
      a.ne("type", "CLIENT"),
      a.eq("type", "SOMETHING_NEW"),
      a.gt("balance", 5),
      a.eq("balance", null),
      a.eq("active", true),
      a.eq("tags", "red"),
      a.ge("aps.type", new Date(0)),
      a.in("services.units", [1, 2]),
      a.out("type", ["CLIENT", null]),
      a.like("techContact.email", rql.pattern`${"a"}*`),
      a.sort("-companyName", "+aps.id", "type"),
      a.select("aps.id"),
      a.eq("parent", a.null()),
      a.eq("extension.anything", 1),
      a.eq("settings.anything", "x"),
    ];
    expect(String(rql.query(...clauses))).toContain("eq(companyName,x),ne(type,CLIENT)");
  });

  test("do not compile with a wrong name or a wrong value", () => {
    const compiled = () => {
      // @ts-expect-error: a misspelt name
      a.eq("companyNme", "x");
      // @ts-expect-error: a misspelt name below
      a.like("techContact.mail", "x");
      // @ts-expect-error: a number where text is
      a.eq("companyName", 5);
      // @ts-expect-error: text where a number is
      a.gt("balance", "5");
      // @ts-expect-error: a date where a number is
      a.gt("balance", new Date());
      // @ts-expect-error: one value in place of several
      a.in("type", "CLIENT");
      // @ts-expect-error: a wrong one of several
      a.in("balance", [1, "2"]);
      // @ts-expect-error: a misspelt name to select
      a.select("aps.id", "nme");
      // @ts-expect-error: a misspelt name to sort by
      a.sort("-nme");
      // @ts-expect-error: undefined is no value
      a.eq("companyName", undefined);
    };
    expect(compiled).toBeTypeOf("function");
  });

  test("know the values of an open enum", () => {
    expectTypeOf<"CLIENT">().toExtend<OperandOf<Account, "type">>();
    expectTypeOf<OperandOf<Account, "active">>().toEqualTypeOf<boolean | RqlExpression | null>();
  });
});

describe("select", () => {
  test("narrows the items, and optional properties stay optional", () => {
    const narrow = () => list((a) => [a.eq("type", "CLIENT"), a.select("aps.id", "companyName", "techContact.email")]);
    expectTypeOf<ReturnType<typeof narrow>>().toEqualTypeOf<{
      aps: { id: string };
      companyName: string;
      techContact?: { email: string } | null;
    }>();
  });

  test("narrows as the only clause, and within arrays", () => {
    const narrow = () => list((a) => a.select("services.aps.id", "balance"));
    expectTypeOf<ReturnType<typeof narrow>>().toEqualTypeOf<{
      balance?: number | null;
      services: { aps: { id: string } }[];
    }>();
  });

  test("keeps a whole property that is selected together with a part of it", () => {
    const narrow = () => list((a) => [a.select("aps", "aps.id")]);
    expectTypeOf<ReturnType<typeof narrow>>().toEqualTypeOf<Pick<Account, "aps">>();
  });

  test("is not required: without it, the items have all properties", () => {
    const all = [
      () => list(),
      () => list("eq(a,b)"),
      () => list(rql.eq("a", "b")),
      () => list((a) => a.eq("companyName", "b")),
      () => list((a) => [a.eq("companyName", "b"), a.limit(0, 5)]),
    ];
    expectTypeOf<ReturnType<(typeof all)[number]>>().toEqualTypeOf<Account>();
  });

  test("does not compile with a wrong name", () => {
    // @ts-expect-error: a misspelt name
    const wrong = () => list((a) => [a.eq("companyNme", "x")]);
    expect(wrong).toBeTypeOf("function");
  });
});

describe("implementing", () => {
  test("types the items by its type id, at any position among the clauses", () => {
    const filters = [rql.eq("a", "b")];
    const known = [
      () => listAny((r) => [r.implementing("urn:account/1.2"), r.eq("whatever", 1)]),
      () => listAny((r) => [r.eq("whatever", 1), r.limit(0, 5), r.implementing("urn:account")]),
      () => listAny((r) => r.implementing("urn:account")),
      () => listAny((r) => [...filters, r.implementing("urn:account")]),
      () => listAny((r) => [r.implementing("urn:account"), ...filters]),
      () => listAny(() => [rql.implementing("urn:account")]),
      () => listAny((r) => [r.implementing("urn:unknown"), r.implementing("urn:account")]),
    ];
    expectTypeOf<ReturnType<(typeof known)[number]>>().toEqualTypeOf<Account>();
  });

  test("gives a union if the query contains one of two type ids", () => {
    const oneId = (id: "urn:account" | "urn:user") => listAny((r) => [r.implementing(id)]);
    const oneQuery = (isUser: boolean) =>
      listAny((r) => (isUser ? [r.implementing("urn:user")] : [r.eq("a", 1), r.implementing("urn:account")]));
    expectTypeOf<ReturnType<typeof oneId>>().toEqualTypeOf<Account | Types["urn:user"]>();
    expectTypeOf<ReturnType<typeof oneQuery>>().toEqualTypeOf<Account | Types["urn:user"]>();
  });

  test("does not change the type if it is not certainly in the query", () => {
    const open = [
      () => listAny(),
      () => listAny("implementing(urn:account)"),
      () => listAny(rql.implementing("urn:account")),
      () => listAny((r) => [r.implementing("urn:account/1.3")]),
      (id: string) => listAny((r) => [r.implementing(id)]),
      (id: "urn:account" | "urn:unknown") => listAny((r) => [r.implementing(id)]),
      () => listAny((r) => [r.and(r.implementing("urn:account"), r.eq("a", 1))]),
      () => listAny((r) => [r.not(r.implementing("urn:account"))]),
      () => listAny((r) => [r.composing("urn:account")]),
      (isAccount: boolean) => listAny((r) => (isAccount ? [r.implementing("urn:account")] : [r.eq("a", 1)])),
      (isAccount: boolean) => listAny((r) => [isAccount ? r.implementing("urn:account") : r.eq("a", 1)]),
      (either: RqlExpression | ImplementingClause<"urn:account">) => listAny(() => [either]),
      (isAccount: boolean) => listAny((r) => [...(isAccount ? [r.implementing("urn:account")] : []), r.eq("a", 1)]),
    ];
    expectTypeOf<ReturnType<(typeof open)[number]>>().toEqualTypeOf<Resource>();
  });

  test("gives a type that a select narrows", () => {
    const narrow = () =>
      listAny((r) => [r.select("aps.id", "techContact.email", "companyNme"), r.implementing("urn:account")]);
    expectTypeOf<ReturnType<typeof narrow>>().toEqualTypeOf<{
      aps: { id: string };
      techContact?: { email: string } | null;
    }>();
    const either = (id: "urn:account" | "urn:user") =>
      listAny((r) => [r.implementing(id), r.select("aps.id", "login")]);
    expectTypeOf<ReturnType<typeof either>>().toEqualTypeOf<
      { aps: { id: string } } | { aps: { id: string }; login: string }
    >();
  });

  test("changes nothing for a list of one type", () => {
    const ofAccounts = () => list((a) => [a.implementing("urn:user")]);
    expectTypeOf<ReturnType<typeof ofAccounts>>().toEqualTypeOf<Account>();
  });

  test("prints the same text as before", () => {
    const id = "http://parallels.com/aps/types/pa/account/1.2";
    const clause = operatorsFor<Resource, Types>().implementing(id);
    expect(String(clause)).toBe(`implementing(${id})`);
    expect(String(operatorsFor<Resource, Types>().implementing("a (b),c"))).toBe("implementing(a%20%28b%29%2Cc)");
    expect(clause.typeId).toBe(id);
  });
});
