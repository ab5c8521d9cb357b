import { readFileSync } from "node:fs";
import { AppDirectClient } from "apsdirect";
import { operations, schemas } from "apsdirect/appdirect";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { credentials } from "../support/credentials.js";

const file = new URL("../../spec/appdirect-operations.md", import.meta.url);

/** Rows of the tables whose second column has one of these heads, as the names in that column. */
function namesUnder(head: string): readonly string[] {
  const lines = readFileSync(file, "utf8").split("\n");
  let isUnder = false;
  return lines.flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells.length < 4) isUnder = false;
    else if (cells[2] === head) isUnder = true;
    return isUnder ? [...(cells[2] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "") : [];
  });
}

const client = new AppDirectClient({ baseUrl: "https://marketplace.example", credentials });

function methodOf(name: string): unknown {
  const [group = "", method = ""] = name.split(".");
  const operations: unknown = Reflect.get(client, group);
  return typeof operations === "object" && operations !== null ? Reflect.get(operations, method) : undefined;
}

describe("the table of AppDirect's calls", () => {
  const names = namesUnder("in the client");

  test.each(names)("names a method that is there: %s", (name) => {
    expect(methodOf(name)).toBeTypeOf("function");
  });

  test("leaves no operation out", () => {
    expect(names).toEqual(expect.arrayContaining(Object.values(operations).map(({ name }) => name)));
  });
});

describe("the tables of AppDirect's types", () => {
  const names = namesUnder("schema");

  test.each(names)("name a schema that is there: %s", (name) => {
    expect(schemas).toHaveProperty(`${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`);
  });

  test("leave no type of event out", () => {
    const events = Object.keys(schemas).flatMap((key) => /^(\w+Event)Schema$/.exec(key)?.[1] ?? []);
    const types = names.map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);
    expect(types).toEqual(expect.arrayContaining(events));
    expect(events.length).toBeGreaterThan(18);
  });
});

test("the table of what the marketplace calls names every webhook of the document", () => {
  const document: unknown = parse(readFileSync(new URL("../../spec/appdirect.yaml", import.meta.url), "utf8"));
  expect(document).toHaveProperty("webhooks");
  expect(namesUnder("webhook")).toEqual(Object.keys(Reflect.get(Object(document), "webhooks")));
});
