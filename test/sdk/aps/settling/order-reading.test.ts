import { expect, test } from "vitest";
import { findFlaw, type ReadingOptions, readNewest } from "../../../../sdk/src/aps/settling/order-reading.js";
import { PAGE_SIZE, readOrder, type ShownOrder } from "../../../../sdk/src/aps/settling/shown-order.js";

const SENT = Date.parse("2026-05-01T12:00:00Z");
const sent = { earliest: SENT, latest: SENT };

/** Orders: the newest was created a number of minutes after sending, and each further one is a minute older. */
function minutesAfter(newest: number, count: number): readonly ShownOrder[] {
  return Array.from({ length: count }, (_, index) => {
    const creationDate = new Date(SENT + (newest - index) * 60_000).toISOString();
    return readOrder({ orderId: `o-${newest - index}`, creationDate });
  });
}

/** Platform that returns pages of this list, which may change before each page. */
function platform(listBefore: (page: number) => readonly ShownOrder[], { count = PAGE_SIZE, hasTotal = true } = {}) {
  const starts: number[] = [];
  const page = async (start: number) => {
    const list = listBefore(starts.push(start) - 1);
    return { orders: list.slice(start, start + count), total: hasTotal ? list.length : undefined, isCached: false };
  };
  return { page, starts };
}

async function flawed(page: ReadingOptions["page"], limit = 1_000): Promise<string> {
  const reading = await readNewest({ page, sent: () => sent, limit });
  return findFlaw(reading, sent) ?? "none";
}

test("reading goes back to older orders, and one page further", async () => {
  const { page, starts } = platform(() => minutesAfter(150, 1_000));
  expect(await flawed(page)).toBe("none");
  expect(starts).toEqual([0, 99, 198]);
});

test("a shorter list is complete if an empty page follows", async () => {
  const { page, starts } = platform(() => minutesAfter(150, 120));
  expect(await flawed(page)).toBe("none");
  expect(starts).toEqual([0, 99, 120]);
});

test.each([
  { what: "fewer orders per page than requested", count: 40 },
  { what: "one order per page", count: 1 },
])("$what: the list continues", async ({ count }) => {
  const list = minutesAfter(90, 130);
  const { page } = platform(() => list, { count, hasTotal: false });
  const reading = await readNewest({ page, sent: () => sent, limit: 1_000 });
  expect(findFlaw(reading, sent)).toBe(undefined);
  expect(reading.orders.slice(0, 91)).toEqual(list.slice(0, 91));
});

const far = minutesAfter(150, 400);
test.each<{ what: string; lists: (page: number) => readonly ShownOrder[]; want: string }>([
  { what: "oldest first", lists: () => far.toReversed(), want: "LIST_INCOMPLETE" },
  {
    what: "each page sorted separately, oldest page first",
    lists: () => [...far.slice(300), ...far.slice(200, 300), ...far.slice(100, 200), ...far.slice(0, 100)],
    want: "LIST_INCOMPLETE",
  },
  {
    what: "one order without a date",
    lists: () => far.with(3, readOrder({ orderId: "undated" })),
    want: "LIST_INCOMPLETE",
  },
  { what: "new orders during reading", lists: (page) => minutesAfter(150 + page, 400 + page), want: "none" },
  { what: "an order removed during reading", lists: (page) => far.toSpliced(5, page), want: "LIST_INCOMPLETE" },
  {
    what: "orders that are swapped across a page boundary",
    lists: (page) => (page === 0 ? far : far.toSpliced(99, 2, ...far.slice(99, 101).toReversed())),
    want: "LIST_INCOMPLETE",
  },
  { what: "the same order twice", lists: () => [...far.slice(0, 2), ...far], want: "LIST_INCOMPLETE" },
  { what: "some dates without a time zone", lists: () => mixed(far), want: "LIST_INCOMPLETE" },
])("$what: $want", async ({ lists, want }) => {
  expect(await flawed(platform(lists).page)).toBe(want);
});

function mixed(list: readonly ShownOrder[]): readonly ShownOrder[] {
  return list.map(({ order }, index) =>
    readOrder({
      ...order,
      creationDate: order.creationDate?.replace(index % 2 === 0 ? "Z" : "-", index % 2 === 0 ? "" : "-") ?? "",
    }),
  );
}

test.each([
  { what: "a single order", list: minutesAfter(5, 1) },
  { what: "a few orders", list: minutesAfter(5, 3) },
  { what: "a full page", list: minutesAfter(150, PAGE_SIZE) },
])("a first page that is repeated ($what) does not complete the list", async ({ list }) => {
  let asked = 0;
  const page = async () => {
    asked += 1;
    return { orders: list, total: undefined, isCached: false };
  };
  expect(await flawed(page)).toBe("LIST_INCOMPLETE");
  expect(asked).toBe(2);
});

test.each([
  { total: 5, want: "LIST_INCOMPLETE" },
  { total: 2, want: "LIST_INCOMPLETE" },
  { total: 3, want: "none" },
  { total: undefined, want: "none" },
])("a total of $total for three orders, none of them older: $want", async ({ total, want }) => {
  const list = minutesAfter(5, 3);
  expect(await flawed(async (start) => ({ orders: list.slice(start), total, isCached: false }))).toBe(want);
});

test("more orders than the limit", async () => {
  const { page, starts } = platform(() => minutesAfter(900, 1_000));
  expect(await flawed(page, 300)).toBe("TOO_MANY_ORDERS");
  expect(starts).toEqual([0, 99, 198, 297]);
});

test("orders that all have the same date do not show how the list is sorted", async () => {
  const date = { creationDate: new Date(SENT - 3_600_000).toISOString() };
  const list = Array.from({ length: 300 }, (_, index) => readOrder({ orderId: `o-${index}`, ...date }));
  expect(await flawed(platform(() => list, { hasTotal: false }).page)).toBe("LIST_INCOMPLETE");
});
