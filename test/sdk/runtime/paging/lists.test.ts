import { describe, expect, test } from "vitest";
import { platform } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";

interface Item {
  readonly aps: { readonly id: string; readonly type: string };
}

function items(from: number, to: number): Item[] {
  return Array.from({ length: to - from }, (_, index) => ({ aps: { id: String(from + index), type: "t" } }));
}

function page(from: number, to: number, total?: number): string {
  const headers: Record<string, string> =
    total === undefined ? {} : { "content-range": `items ${from}-${to - 1}/${total}` };
  return json(items(from, to), { status: 206, headers });
}

async function ids(list: AsyncIterable<Item>): Promise<string[]> {
  const found: string[] = [];
  for await (const item of list) found.push(item.aps.id);
  return found;
}

const queries = (server: { requests: readonly { line: string }[] }): string[] =>
  server.requests.map(({ line }) => line.split(" ")[1]?.split("?")[1] ?? "");

describe("a list without a limit goes on to its end", () => {
  test("which is the total, where the platform says it", async () => {
    const { server, sdk } = await platform([page(0, 2, 5), page(2, 4, 5), page(4, 5, 5)], { pageSize: 2 });
    expect(await ids(sdk.accounts.list())).toEqual(["0", "1", "2", "3", "4"]);
    expect(queries(server)).toEqual(["limit(0,2)", "limit(2,2)", "limit(4,2)"]);
  });

  test("also where a page is shorter than asked for, since the platform may cap it", async () => {
    const { server, sdk } = await platform([page(0, 3, 4), page(3, 4, 4)], { pageSize: 100 });
    expect(await ids(sdk.accounts.list())).toEqual(["0", "1", "2", "3"]);
    expect(queries(server)).toEqual(["limit(0,100)", "limit(3,100)"]);
  });

  test("which is the first short page, where the platform does not say the total", async () => {
    const { server, sdk } = await platform([page(0, 2), page(2, 3)], { pageSize: 2 });
    expect(await ids(sdk.accounts.list())).toEqual(["0", "1", "2"]);
    expect(server.requests.length).toBe(2);
  });

  test("which is an empty page, whatever the total says", async () => {
    const { server, sdk } = await platform([page(0, 2, 9), json([], { headers: { "content-range": "items 2-1/9" } })], {
      pageSize: 2,
    });
    expect(await ids(sdk.accounts.list())).toEqual(["0", "1"]);
    expect(server.requests.length).toBe(2);
  });

  test("and the limit stands behind what the caller asked for; no sort is added", async () => {
    const { server, sdk } = await platform([page(0, 1, 1)]);
    await ids(sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.sort("-aps.modified")]));
    expect(queries(server)).toEqual(["eq(type,CLIENT),sort(-aps.modified),limit(0,100)"]);
  });
});

describe("a list with a limit is a window", () => {
  test.each(["eq(type,CLIENT),limit(10,5)", "limit(10,5),eq(type,CLIENT)", "and(eq(type,CLIENT),limit(10,5))"])(
    "exactly one request, and nothing added: %s",
    async (rql) => {
      const { server, sdk } = await platform([page(10, 15, 100)]);
      expect(await ids(sdk.accounts.list(rql))).toEqual(["10", "11", "12", "13", "14"]);
      expect(queries(server)).toEqual([rql]);
    },
  );
});

test("nothing is asked for before a list is used, and each use asks anew", async () => {
  const { server, sdk } = await platform([page(0, 1, 1)]);
  const list = sdk.accounts.list();
  expect(server.requests.length).toBe(0);
  await ids(list);
  await ids(list);
  expect(server.requests.length).toBe(2);
});

test("a list that is left early asks for no further page", async () => {
  const { server, sdk } = await platform([page(0, 2, 100)], { pageSize: 2 });
  for await (const account of sdk.accounts.list()) {
    expect(account.aps.id).toBe("0");
    break;
  }
  expect(await sdk.accounts.list().all({ max: 2 })).toHaveLength(2);
  expect(server.requests.length).toBe(2);
});

test("the page size of a call goes before the client's, and the client's before the document's", async () => {
  const { server, sdk } = await platform([page(0, 1, 1)], { pageSize: 20 });
  await ids(sdk.accounts.list(undefined, { pageSize: 7 }));
  await ids(sdk.accounts.list());
  expect(queries(server)).toEqual(["limit(0,7)", "limit(0,20)"]);
});

test("a page says where it starts and how long the whole list is", async () => {
  const { sdk } = await platform([page(0, 2, 3), page(2, 3, 3)], { pageSize: 2 });
  const pages: { start: number; total: number | undefined; count: number }[] = [];
  for await (const { items: found, start, total } of sdk.accounts.list().pages()) {
    pages.push({ start, total, count: found.length });
  }
  expect(pages).toEqual([
    { start: 0, total: 3, count: 2 },
    { start: 2, total: 3, count: 1 },
  ]);
});

test("an empty list has one empty page", async () => {
  const { sdk } = await platform([json([], { headers: { "content-range": "items */0" } })]);
  const pages = [];
  for await (const found of sdk.accounts.list().pages()) pages.push(found);
  expect(pages).toEqual([{ items: [], start: 0, total: 0 }]);
});
