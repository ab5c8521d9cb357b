import { compareInterval, type Interval } from "./platform-time.js";
import { type OrderPage, PAGE_SIZE, type ShownOrder } from "./shown-order.js";

/** Reason why a reading may lack an order. */
export type ReadingFlaw = "TOO_MANY_ORDERS" | "LIST_INCOMPLETE";

/** Orders that were read, newest first if the platform sorts them. */
export interface OrderReading {
  readonly orders: readonly ShownOrder[];
  /** True if every date can be read and none is later than the one before it. */
  readonly isSorted: boolean;
  /** True if the platform returned an empty page after the last order, and its total equals the number of orders. */
  readonly isWhole: boolean;
  /** Reason not to trust the list, in words; `undefined` if there is none. */
  readonly doubt: string | undefined;
  /** True if reading stopped at the limit. */
  readonly isCut: boolean;
}

/** Options of {@link readNewest}. */
export interface ReadingOptions {
  /** Reads the page that starts at this index. */
  readonly page: (start: number) => Promise<OrderPage>;
  /** Moment to read back to, on the platform's clock, as precisely as it is known so far. */
  readonly sent: () => Interval;
  /** Number of orders after which reading stops. */
  readonly limit: number;
}

/**
 * Reads the newest orders, back to those that are definitely older than a moment, and one page further, which reveals
 * a platform that sorts each page separately instead of the whole list. Short pages do not end the list, because a
 * platform may return fewer orders than requested. An empty page does.
 */
export async function readNewest({ page, sent, limit }: ReadingOptions): Promise<OrderReading> {
  const list = new GrowingList();
  let total: number | undefined;
  for (let reachesBack = false; ; ) {
    const { orders, total: counted, isCached } = await page(list.nextStart);
    if (isCached) list.doubt ??= "the list comes from a cache";
    if (orders.length === 0) return list.reading({ hasEnded: true, total: total ?? counted });
    total = counted ?? total;
    list.add(orders);
    if (list.doubt !== undefined || reachesBack) return list.reading({ total });
    if (list.length >= limit) return list.reading({ isCut: true, total });
    reachesBack = hasOlder(list.orders, sent());
  }
}

/** Returns true if at least one order was definitely created before a moment. */
export function hasOlder(orders: readonly ShownOrder[], sent: Interval): boolean {
  return orders.some(({ created }) => compareInterval(created, sent) === "before");
}

/**
 * Returns the reason why the reading may lack an order that was created since a moment. Returns `undefined` if it has
 * all of them: either the whole list, or, in the right order, everything back to older orders.
 */
export function findFlaw(reading: OrderReading, sent: Interval): ReadingFlaw | undefined {
  const { orders, isSorted, isWhole, isCut, doubt } = reading;
  if (doubt !== undefined) return "LIST_INCOMPLETE";
  if (isWhole || (isSorted && hasOlder(orders, sent) && hasTwoDates(orders))) return undefined;
  return isCut ? "TOO_MANY_ORDERS" : "LIST_INCOMPLETE";
}

/** Orders that all have the same date do not show in which direction the list is sorted. */
function hasTwoDates(orders: readonly ShownOrder[]): boolean {
  return new Set(orders.map(({ created }) => created?.at)).size > 1;
}

/** End of a reading. */
interface Ending {
  readonly hasEnded?: boolean;
  readonly isCut?: boolean;
  readonly total: number | undefined;
}

/**
 * List that grows page by page. Each page overlaps the previous one by one order, so that orders which were added or
 * removed meanwhile are noticed.
 */
class GrowingList {
  readonly #orders: ShownOrder[] = [];
  readonly #keys = new Set<string>();
  #isLastPageShort = false;
  /** Reason not to trust the list, in words. */
  doubt: string | undefined;

  get orders(): readonly ShownOrder[] {
    return this.#orders;
  }

  get length(): number {
    return this.#orders.length;
  }

  /** Start of the next page. After a short page, nothing more is expected, so there is no overlap. */
  get nextStart(): number {
    return Math.max(0, this.length - (this.#isLastPageShort ? 0 : 1));
  }

  add(page: readonly ShownOrder[]): void {
    const isFirst = this.length === 0;
    const fresh = page.filter((order) => !this.#keys.has(toKey(order)));
    this.doubt ??= isFirst ? undefined : this.#findDoubt(page, fresh);
    if (hasRepeatedId(page)) this.doubt ??= "a page contains the same order twice";
    this.#isLastPageShort = page.length < PAGE_SIZE;
    for (const order of fresh) this.#keys.add(toKey(order));
    this.#orders.push(...fresh);
  }

  /** A page must start with orders that were read before, including the last one, followed by new orders. */
  #findDoubt(page: readonly ShownOrder[], fresh: readonly ShownOrder[]): string | undefined {
    const last = this.#orders.at(-1);
    const isOverlapping = !this.#isLastPageShort;
    if (fresh.length === 0 && !(isOverlapping && page.length === 1))
      return "the same orders were returned again: the platform may ignore limit(...)";
    if (isOverlapping && !page.some((order) => last !== undefined && toKey(order) === toKey(last))) {
      return "the list changed while it was read";
    }
    const firstNew = page.findIndex((order) => fresh.includes(order));
    const isMixed = firstNew !== -1 && page.slice(firstNew).some((order) => !fresh.includes(order));
    return isMixed ? "orders changed position while the list was read" : undefined;
  }

  reading({ hasEnded = false, isCut = false, total }: Ending): OrderReading {
    const orders = this.#orders;
    const addsUp = total === undefined || total === orders.length;
    return {
      orders,
      isSorted: isDescending(orders),
      isWhole: hasEnded && addsUp && this.doubt === undefined,
      doubt: this.doubt,
      isCut,
    };
  }
}

/** Key that identifies an order: its ID, or its whole content if it shows no ID. */
function toKey({ id, fields }: ShownOrder): string {
  return id === undefined ? `order ${JSON.stringify(fields)}` : `id ${id}`;
}

function hasRepeatedId(page: readonly ShownOrder[]): boolean {
  const ids = page.flatMap(({ id }) => id ?? []);
  return new Set(ids).size < ids.length;
}

/** Dates without a time zone can only be compared with each other. */
function isDescending(orders: readonly ShownOrder[]): boolean {
  const [first] = orders;
  return orders.every(({ created }, index) => {
    const previous = index === 0 ? created : orders[index - 1]?.created;
    if (created === undefined || previous === undefined) return false;
    return created.hasZone === first?.created?.hasZone && created.at <= previous.at;
  });
}
