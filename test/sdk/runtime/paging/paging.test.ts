import { ResponseValidationError } from "apsdirect";
import type { ClientOptions, List, PagedCall } from "apsdirect/runtime";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { type Entry, type EntryPage, PagingApi } from "../../../codegen/golden/paging/client/index.js";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json, type RawAnswer, type RawServer } from "../../../support/raw-server.js";

async function client(
  answers: readonly RawAnswer[],
  options: ClientOptions = {},
): Promise<{ readonly server: RawServer; readonly api: PagingApi }> {
  const server = await rawServer(...answers);
  return { server, api: new PagingApi({ baseUrl: server.origin, credentials, ...options }) };
}

function entries(from: number, to: number): Entry[] {
  return Array.from({ length: to - from }, (_, index) => ({ id: from + index }));
}

async function ids(list: AsyncIterable<Entry>): Promise<number[]> {
  const found: number[] = [];
  for await (const { id } of list) found.push(id);
  return found;
}

const targets = ({ requests }: RawServer): string[] => requests.map(({ line }) => line.split(" ")[1] ?? "");

describe("a paged call is the call that it was", () => {
  test("awaited, it gives the documented body of one request", async () => {
    const { server, api } = await client([json({ total: 9, entries: entries(0, 2) })]);
    const page = await api.seen.page({ perPage: 2 });
    expectTypeOf(page).toEqualTypeOf<EntryPage>();
    expect(page).toEqual({ total: 9, entries: entries(0, 2) });
    expect(targets(server)).toEqual(["/seen/page?per_page=2"]);
  });

  test("with what came beside the body", async () => {
    const { server, api } = await client([json(entries(0, 2), { headers: { "x-beside": "1" } })]);
    const { data, headers, attempts } = await api.seen.offset().withResponse();
    expect([data, headers.get("x-beside"), attempts]).toEqual([entries(0, 2), "1", 1]);
    expect(server.requests.length).toBe(1);
  });

  test("and its request is the first of the iteration, however often that begins", async () => {
    const { server, api } = await client([
      json({ total: 3, entries: entries(0, 2) }),
      json({ total: 3, entries: entries(2, 3) }),
    ]);
    const call = api.seen.page();
    expect((await call).entries).toEqual(entries(0, 2));
    expect(await ids(call)).toEqual([0, 1, 2]);
    expect(await ids(call)).toEqual([0, 1, 2]);
    expect(targets(server)).toEqual(["/seen/page", "/seen/page?page=2", "/seen/page?page=2"]);
  });

  test("its items have their exact type", () => {
    expectTypeOf<ReturnType<PagingApi["seen"]["page"]>>().toEqualTypeOf<PagedCall<EntryPage, Entry>>();
    expectTypeOf<ReturnType<PagingApi["said"]["page"]>>().toEqualTypeOf<PagedCall<string[], string>>();
    expectTypeOf<ReturnType<PagingApi["seen"]["page"]>>().toExtend<List<Entry>>();
    expectTypeOf<ReturnType<PagingApi["neither"]["ways"]>>().not.toExtend<AsyncIterable<unknown>>();
  });
});

describe("by offset, pages go on", () => {
  test("from where the caller began, by as many items as came, to the total", async () => {
    const said = (from: number, to: number) => json({ data: { entries: entries(from, to), meta: { count: 8 } } });
    const { server, api } = await client([said(3, 5), said(5, 6), said(6, 8)]);
    expect(await ids(api.said.offset({ startAt: 3, pageSizeParam: 100 }))).toEqual([3, 4, 5, 6, 7]);
    expect(targets(server)).toEqual([
      "/said/offset?start-at=3&pageSize=100",
      "/said/offset?start-at=5&pageSize=100",
      "/said/offset?start-at=6&pageSize=100",
    ]);
  });

  test("to an empty page where no total is known, since a short one may be all that the platform gives", async () => {
    const { server, api } = await client([json(entries(0, 2)), json(entries(2, 3)), json([])]);
    expect(await ids(api.seen.offset({ limit: 100 }))).toEqual([0, 1, 2]);
    expect(targets(server).at(-1)).toBe("/seen/offset?offset=3&limit=100");
  });

  test("to the total of Content-Range, where the answer is a list", async () => {
    const headers = { "content-range": "items 0-1/2" };
    const { server, api } = await client([json(entries(0, 2), { headers })]);
    expect(await ids(api.seen.offset())).toEqual([0, 1]);
    expect(server.requests.length).toBe(1);
  });

  test("and an empty page ends, whatever the total says; a list that is null is empty", async () => {
    const { server, api } = await client([
      json({ data: { entries: entries(0, 2), meta: { count: 9 } } }),
      json({ data: { entries: null, meta: { count: 9 } } }),
    ]);
    expect(await ids(api.said.offset())).toEqual([0, 1]);
    expect(server.requests.length).toBe(2);
  });

  test("and a platform that does not heed the number is not asked for ever", async () => {
    const { server, api } = await client([json(entries(0, 2))]);
    const found: number[] = [];
    const iterated = (async () => {
      for await (const { id } of api.seen.offset()) found.push(id);
    })();
    await expect(iterated).rejects.toMatchObject({
      name: "ResponseValidationError",
      operation: "seen.offset",
      issues: [{ path: "$", message: expect.stringContaining("the same was returned again") }],
    });
    expect(found).toEqual([0, 1]);
    expect(server.requests.length).toBe(2);
  });
});

describe("by page number, pages go on", () => {
  test("from the first page of the document", async () => {
    const { server, api } = await client([json(["a"]), json(["b"]), json([])]);
    expect(await api.said.page("x/y").all({ max: 10 })).toEqual(["a", "b"]);
    expect(targets(server)).toEqual(["/said/page/x%2Fy", "/said/page/x%2Fy?p=1", "/said/page/x%2Fy?p=2"]);
  });

  test("from the caller's page to the total, of which the pages before it are a part", async () => {
    const { server, api } = await client([
      json({ total: 5, entries: entries(2, 4) }),
      json({ total: 5, entries: entries(4, 5) }),
    ]);
    const pages = [];
    // The platform gives two a page, whatever it was asked for.
    for await (const page of api.seen.page({ page: 2, perPage: 100 }).pages()) pages.push(page);
    expect(pages).toEqual([
      { items: entries(2, 4), start: 2, total: 5 },
      { items: entries(4, 5), start: 4, total: 5 },
    ]);
    expect(targets(server)).toEqual(["/seen/page?page=2&per_page=100", "/seen/page?page=3&per_page=100"]);
  });
});

describe("by cursor, pages go on", () => {
  test.each([[null], [undefined], [""]])("until the next cursor is %j, and the body goes along", async (last) => {
    const found = (id: string, next: unknown) => json({ found: [{ id }], paging: { next } });
    const { server, api } = await client([found("a", "c/1"), found("b", "c&2"), found("c", last)]);
    const all = await api.said.cursor({ text: "t" }, { headers: { "x-own": "1" } }).all({ max: 10 });
    expectTypeOf(all).toEqualTypeOf<{ id: string }[]>();
    expect(all).toEqual([{ id: "a" }, { id: "b" }, { id: "c" }]);
    expect(targets(server)).toEqual(["/said/cursor", "/said/cursor?after=c%2F1", "/said/cursor?after=c%262"]);
    const sent = server.requests.map(({ body, headers }) => [body, headers.get("x-own")]);
    expect(sent).toEqual(Array(3).fill(['{"text":"t"}', "1"]));
  });

  test("and one that came before is an error, also where others came between", async () => {
    const page = (id: number, next_cursor: string) => json({ entries: entries(id, id + 1), next_cursor });
    const { server, api } = await client([page(0, "a"), page(1, "b"), page(2, "a")]);
    const error = await ids(api.seen.cursor()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ResponseValidationError", issues: [{ path: "$.next_cursor" }] });
    expect(server.requests.length).toBe(3);
  });

  test("and one that is neither text nor a number is an error", async () => {
    const logger = { debug() {}, info() {}, warn() {}, error() {} };
    const { api } = await client([json({ entries: entries(0, 1), next_cursor: { a: 1 } })], { logger });
    await expect(ids(api.seen.cursor())).rejects.toBeInstanceOf(ResponseValidationError);
  });

  test("and an empty page ends, whatever it names", async () => {
    const { server, api } = await client([json({ entries: [], next_cursor: "a" })]);
    expect(await ids(api.seen.cursor())).toEqual([]);
    expect(server.requests.length).toBe(1);
  });
});

describe("by link, pages go on", () => {
  const linked = (id: number, link: string) => json(entries(id, id + 1), { headers: link === "" ? {} : { link } });

  test("to where rel=next leads, with its query as it is, until no link leads on", async () => {
    const { server, api } = await client([
      linked(0, '</said/link?q=(a,b)&token=%7e>; rel="prev next", </said/link?last>; rel=last'),
      linked(1, '<?page=3>; title="a, <b>; rel=next"; rel=NEXT'),
      linked(2, '</said/link>; rel="first"; rel="next", <?x>; rel=next; anchor="/other", <?y>'),
    ]);
    expect(await ids(api.said.link({ q: "a b" }))).toEqual([0, 1, 2]);
    expect(targets(server)).toEqual(["/said/link?q=a%20b", "/said/link?q=(a,b)&token=%7e", "/said/link?page=3"]);
  });

  test.each([
    { leads: "to another host", link: "http://localhost:9/gateway/said" },
    { leads: "to another port", link: "http://127.0.0.1:9/gateway/said" },
    { leads: "to the same host with a user", link: "USER/gateway/said" },
    { leads: "out of the path of the client", link: "/other/said" },
    { leads: "out of it by dots", link: "/gateway/../said" },
    { leads: "beside it", link: "/gateway-2/said" },
    { leads: "to no address", link: "http://[" },
  ])("but never $leads, since they are signed", async ({ link }) => {
    const server = await rawServer((socket) => {
      const target = link.replace("USER", server.origin.replace("//", "//user@"));
      socket.write(linked(0, `<${target}>; rel=next`));
    });
    const api = new PagingApi({ baseUrl: `${server.origin}/gateway`, credentials });
    const error = await ids(api.said.link()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ResponseValidationError", issues: [{ path: "Link" }] });
    expect(server.requests.length).toBe(1);
  });

  test("also below the path of the client", async () => {
    const { server } = await client([linked(0, "</gateway/said/link?page=2#there>; rel=next"), linked(1, "")]);
    const api = new PagingApi({ baseUrl: `${server.origin}/gateway`, credentials });
    expect(await ids(api.said.link())).toEqual([0, 1]);
    expect(targets(server)).toEqual(["/gateway/said/link", "/gateway/said/link?page=2"]);
  });

  test("and one that leads back is an error", async () => {
    const { server, api } = await client([linked(0, "<?page=2>; rel=next"), linked(1, "<?page=2>; rel=next")]);
    await expect(ids(api.said.link())).rejects.toBeInstanceOf(ResponseValidationError);
    expect(server.requests.length).toBe(2);
  });
});

describe("each further page", () => {
  test("keeps the caller's other options and has a signature of its own", async () => {
    const references: string[] = [];
    const hooks = { request: ({ reference }: { reference: string }) => void references.push(reference) };
    const answers = [entries(0, 1), entries(1, 2), null].map((each) => json({ data: { entries: each } }));
    const { server, api } = await client(answers, { hooks });
    await ids(api.said.offset({ xTenant: "t", headers: { "x-own": "1" }, reference: "r" }));
    const sent = (name: string) => server.requests.map(({ headers }) => headers.get(name));
    expect(sent("x-tenant")).toEqual(["t", "t", "t"]);
    expect(sent("x-own")).toEqual(["1", "1", "1"]);
    expect(references).toEqual(["r", "r", "r"]);
    expect(new Set(sent("authorization").map((value) => /oauth_nonce="[^"]+"/.exec(value ?? "")?.[0])).size).toBe(3);
  });

  test("keeps them along links, too", async () => {
    const { server, api } = await client([
      json(entries(0, 1), { headers: { link: "<?page=2>; rel=next" } }),
      json(entries(1, 2)),
    ]);
    await ids(api.said.link({ xTenant: "t", headers: { "x-own": "1" } }));
    expect(server.requests.map(({ headers }) => [headers.get("x-tenant"), headers.get("x-own")])).toEqual([
      ["t", "1"],
      ["t", "1"],
    ]);
  });

  test("ends with the caller's signal", async () => {
    const { server, api } = await client([json(entries(0, 1)), () => {}]);
    const controller = new AbortController();
    const found: number[] = [];
    const iterated = (async () => {
      for await (const { id } of api.seen.offset({ signal: controller.signal })) found.push(id);
    })();
    await vi.waitFor(() => expect(server.requests.length).toBe(2));
    controller.abort(new Error("enough"));
    await expect(iterated).rejects.toThrow("enough");
    expect(found).toEqual([0]);
  });

  test("is not asked for before it is come to", async () => {
    const { server, api } = await client([json(entries(0, 2))]);
    for await (const { id } of api.seen.offset()) if (id === 1) break;
    expect(await api.seen.offset().all({ max: 2 })).toHaveLength(2);
    expect(server.requests.length).toBe(2);
  });

  test("fails the iteration where it fails, after the items that came", async () => {
    const { api } = await client([json(entries(0, 1)), json({ message: "no" }, { status: 403 })]);
    const found: number[] = [];
    const iterated = (async () => {
      for await (const { id } of api.seen.offset()) found.push(id);
    })();
    await expect(iterated).rejects.toMatchObject({ name: "PermissionError", operation: "seen.offset" });
    expect(found).toEqual([0]);
  });
});

test("a first page that fails is an error once, whether the call is awaited or iterated over", async () => {
  const { api } = await client([json({ message: "no" }, { status: 404 })]);
  await expect(api.seen.offset()).rejects.toMatchObject({ status: 404 });
  await expect(ids(api.seen.offset())).rejects.toMatchObject({ status: 404 });
});

test("an answer whose items are no list is an error of the iteration, and the answer to the call", async () => {
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const { api } = await client([json({ total: 1, entries: { id: 1 } })], { logger });
  const call = api.seen.page();
  expect(await call).toEqual({ total: 1, entries: { id: 1 } });
  await expect(ids(call)).rejects.toMatchObject({ issues: [{ path: "$.entries" }] });
});
