import { readFileSync } from "node:fs";
import { AppDirectClient, ApsClient } from "apsdirect";
import { operations as appdirectOperations, schemas } from "apsdirect/appdirect";
import { operations as apsOperations } from "apsdirect/aps";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { credentials } from "../support/credentials.js";
import { calledRows } from "./called.js";

const platforms = [
  {
    chapter: "APS bus",
    client: new ApsClient({ baseUrl: "https://cp.provider.example", credentials }),
    operations: Object.values(apsOperations).map(({ name }) => name),
    atLeast: { rows: 55, operations: 80 },
  },
  {
    chapter: "AppDirect",
    client: new AppDirectClient({ baseUrl: "https://marketplace.example", credentials }),
    operations: Object.values(appdirectOperations).map(({ name }) => name),
    atLeast: { rows: 12, operations: 8 },
  },
] as const;

describe.each(platforms)("the rows of $chapter", ({ chapter, client, operations, atLeast }) => {
  const rows = calledRows(chapter, "in the client");

  test.each(rows)("$platform", ({ names }) => {
    expect(names).not.toEqual([]);
    expect(names.map((name) => [name, typeof methodOf(client, name)])).toEqual(names.map((name) => [name, "function"]));
  });

  test("leave no operation of the document out", () => {
    const mapped = new Set(rows.flatMap(({ names }) => names));
    expect(operations.filter((name) => !mapped.has(name))).toEqual([]);
    expect(operations.length).toBeGreaterThanOrEqual(atLeast.operations);
    expect(rows.length).toBeGreaterThanOrEqual(atLeast.rows);
  });
});

describe("the rows of AppDirect's types", () => {
  const rows = calledRows("AppDirect", "schema");

  test.each(rows)("$platform", ({ names }) => {
    expect(names).not.toEqual([]);
    for (const name of names) expect(schemas).toHaveProperty(schemaOf(name));
  });

  test("leave no type of event out", () => {
    const events = Object.keys(schemas).filter((key) => /^\w+EventSchema$/.test(key));
    expect(rows.flatMap(({ names }) => names.map(schemaOf))).toEqual(expect.arrayContaining(events));
    expect(events.length).toBeGreaterThan(18);
  });
});

test("the rows of what the marketplace calls name every webhook of the document", () => {
  const document: unknown = parse(readFileSync(new URL("../../spec/appdirect.yaml", import.meta.url), "utf8"));
  const webhooks = Object.keys(Object(Reflect.get(Object(document), "webhooks")));
  expect(webhooks.length).toBeGreaterThan(0);
  expect(calledRows("AppDirect", "webhook").flatMap(({ names }) => names)).toEqual(webhooks);
});

function methodOf(client: object, name: string): unknown {
  const [group = "", method = ""] = name.split(".");
  return Reflect.get(Object(Reflect.get(client, group)), method);
}

function schemaOf(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`;
}
