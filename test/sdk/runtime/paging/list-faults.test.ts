import { ResponseValidationError } from "apsdirect";
import type { ClientOptions } from "apsdirect/runtime";
import { describe, expect, test } from "vitest";
import { json, type RawAnswer } from "../../../support/raw-server.js";
import { faultyPlatform, rejectionOf } from "../../reliability/faulty-platform.js";

/** Warnings of a client, and a client that gives them. */
async function listing(answerTo: (start: number, count: number) => RawAnswer, options: ClientOptions = {}) {
  const warnings: string[] = [];
  const logger = { debug() {}, info() {}, error() {}, warn: (line: string): void => void warnings.push(line) };
  const { platform, sdk } = await faultyPlatform(
    [
      ({ socket, request }) => {
        const [, start = "0", count = "0"] = /limit\((\d+),(\d+)\)/.exec(request.line) ?? [];
        socket.write(String(answerTo(Number(start), Number(count))));
      },
    ],
    { logger, pageSize: 2, ...options },
  );
  return { platform, sdk, warnings };
}

function accounts(...ids: readonly number[]): readonly object[] {
  return ids.map((id) => ({
    aps: { id: `a-${id}`, type: "http://parallels.com/aps/types/pa/account/1.2" },
    id,
    type: "CLIENT",
  }));
}

/** Answers a window of five accounts. */
function window(start: number, count: number): readonly object[] {
  return accounts(1, 2, 3, 4, 5).slice(start, start + count);
}

function counted(total: number): { headers: Record<string, string> } {
  return { headers: { "content-range": `items 0-1/${total}` } };
}

describe("F5: a list that is not one is an error that names the operation and what came", () => {
  test.each([
    { body: { items: [] }, found: '{"items":[]}' },
    { body: { error: "maintenance" }, found: '{"error":"maintenance"}' },
    { body: null, found: "null" },
    { body: "accounts", found: '"accounts"' },
    { body: 7, found: "7" },
    { body: false, found: "false" },
  ])("$found", async ({ body, found }) => {
    for (const response of ["strict", "warn", "off"] as const) {
      const { sdk } = await listing(() => json(body), { validation: { response } });
      for (const list of [() => sdk.accounts.list(), () => sdk.accounts.list("limit(0,5)"), () => sdk.orders.list()]) {
        const error = await rejectionOf(list().all({ max: 10 }));
        expect(error).toBeInstanceOf(ResponseValidationError);
        if (response !== "strict") expect(String(error)).toContain(`$: expected a list, found ${found}`);
      }
    }
  });
});

describe("F14: a list whose platform ignores limit", () => {
  test("and counts nothing ends with an error at the second page, in every validation mode", async () => {
    for (const response of ["strict", "warn", "off"] as const) {
      const { platform, sdk } = await listing(() => json(accounts(1, 2)), { validation: { response } });
      const error = await rejectionOf(sdk.accounts.list().all({ max: 1_000_000 }));
      expect(error).toBeInstanceOf(ResponseValidationError);
      expect(String(error)).toContain("$: expected another page, but the same was returned again");
      expect(platform.requests.length).toBe(2);
    }
  });

  test("and alternates between two orders of the same items ends at the page that was the first", async () => {
    let asked = 0;
    const { platform, sdk } = await listing(() => json(asked++ % 2 === 0 ? accounts(1, 2) : accounts(2, 1)));
    await rejectionOf(sdk.accounts.list().all({ max: 1_000_000 }));
    expect(platform.requests.length).toBe(3);
  });

  test("ends whatever the depth of its items", async () => {
    const deep = `[${"[".repeat(50_000)}${"]".repeat(50_000)},{}]`;
    const { platform, sdk } = await listing(
      () => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${deep.length}\r\n\r\n${deep}`,
      { validation: { response: "off" } },
    );
    await rejectionOf(sdk.accounts.list().all({ max: 1_000_000 }));
    expect(platform.requests.length).toBe(2);
  });

  test("may show different items alike where the query selects what they share", async () => {
    const { sdk } = await listing((start, count) => json(window(start, count).map(() => ({ type: "CLIENT" }))));
    expect((await sdk.accounts.list("select(type)").all({ max: 10 })).length).toBe(5);
  });

  test("is noticed as well where the query selects what tells its items apart", async () => {
    const { platform, sdk } = await listing(() => json([{ id: 1 }, { id: 2 }]));
    await rejectionOf(sdk.accounts.list("select(id)").all({ max: 10 }));
    expect(platform.requests.length).toBe(2);
  });
});

describe("F14: a total that is not the number of items", () => {
  test("does not end the list early where it is too low, and is said once", async () => {
    const { sdk, warnings } = await listing((start, count) => json(window(start, count), counted(1)));
    for (let i = 0; i < 2; i++) expect((await sdk.accounts.list().all({ max: 10 })).length).toBe(5);
    expect(warnings).toEqual(["accounts.list: the header Content-Range states 1 items, but 2 were received"]);
  });

  test("is said where it is too high, which ends with an empty page", async () => {
    const { sdk, warnings } = await listing((start, count) => json(window(start, count), counted(9)));
    expect((await sdk.accounts.list().all({ max: 10 })).length).toBe(5);
    expect(warnings).toEqual(["accounts.list: the header Content-Range states 9 items, but 5 were received"]);
  });

  test("is an error where responses are validated strictly", async () => {
    const { sdk } = await listing((start, count) => json(window(start, count), counted(9)), {
      validation: { response: "strict" },
    });
    const error = await rejectionOf(sdk.accounts.list().all({ max: 10 }));
    expect(error).toMatchObject({ code: "RESPONSE_INVALID", operation: "accounts.list" });
    expect(String(error)).toContain("states 9 items, but 5 were received");
  });

  test("is no matter where the caller leaves the list before its end", async () => {
    const { sdk, warnings } = await listing((start, count) => json(window(start, count), counted(9)));
    await sdk.accounts.list().all({ max: 3 });
    expect(warnings).toEqual([]);
  });
});
