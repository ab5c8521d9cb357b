import { compareInterval, type Interval } from "./platform-time.js";
import { type OrderPage, PAGE_SIZE, type ShownOrder } from "./shown-order.js";

/** Reason for which a reading may lack an order. */
export type ReadingFlaw = "TOO_MANY_ORDERS" | "LIST_INCOMPLETE";

/** Orders that were read, the newest first as far as the platform sorts them. */
export interface OrderReading {
  readonly orders: readonly ShownOrder[];
  /** Every date can be read, and none is later than the one before it. */
  readonly isSorted: boolean;
  /** The platform gave an empty page after the last order, and its total agrees with their number. */
  readonly isWhole: boolean;
  /** Why the list cannot be trusted, in words; `undefined` where nothing speaks against it. */
  readonly doubt: string | undefined;
  /** Reading ended at the limit. */
  readonly isCut: boolean;
}

/** How far the list is read. */
export interface ReadingOptions {
  /** Reads the page that begins with this number. */
  readonly page: (start: number) => Promise<OrderPage>;
  /** Moment that reading goes back to, on the platform's clock, by what is known of that now. */
  readonly sent: () => Interval;
  /** Orders after which reading ends. */
  readonly limit: number;
}

/**
 * Reads the newest orders, back to those that are surely older than a moment, and a page further: a platform that sorts
 * each page by itself, and not the list, shows it there. Short pages do not end the list, since a platform may give
 * fewer orders than it was asked for; an empty one does.
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

/** States that one of the orders was surely created before a moment. */
export function hasOlder(orders: readonly ShownOrder[], sent: Interval): boolean {
  return orders.some(({ created }) => compareInterval(created, sent) === "before");
}

/**
 * Why the reading may lack an order that was created since a moment; `undefined` where it has all of them: the whole
 * list, or in the right order everything back to older ones.
 */
export function findFlaw(reading: OrderReading, sent: Interval): ReadingFlaw | undefined {
  const { orders, isSorted, isWhole, isCut, doubt } = reading;
  if (doubt !== undefined) return "LIST_INCOMPLETE";
  if (isWhole || (isSorted && hasOlder(orders, sent) && hasTwoDates(orders))) return undefined;
  return isCut ? "TOO_MANY_ORDERS" : "LIST_INCOMPLETE";
}

/** Orders of one date alone do not show in which direction the list is sorted. */
function hasTwoDates(orders: readonly ShownOrder[]): boolean {
  return new Set(orders.map(({ created }) => created?.at)).size > 1;
}

/** How reading ended. */
interface Ending {
  readonly hasEnded?: boolean;
  readonly isCut?: boolean;
  readonly total: number | undefined;
}

/**
 * A list that grows page by page. Each page begins with the last order of the one before it, so that orders which came
 * or went meanwhile are noticed.
 */
class GrowingList {
  readonly #orders: ShownOrder[] = [];
  readonly #keys = new Set<string>();
  #isLastPageShort = false;
  /** Why the list cannot be trusted, in words. */
  doubt: string | undefined;

  get orders(): readonly ShownOrder[] {
    return this.#orders;
  }

  get length(): number {
    return this.#orders.length;
  }

  /** After a short page there should be nothing, so nothing is asked for twice. */
  get nextStart(): number {
    return Math.max(0, this.length - (this.#isLastPageShort ? 0 : 1));
  }

  add(page: readonly ShownOrder[]): void {
    const isFirst = this.length === 0;
    const fresh = page.filter((order) => !this.#keys.has(keyOf(order)));
    this.doubt ??= isFirst ? undefined : this.#doubtOf(page, fresh);
    if (hasRepeatedId(page)) this.doubt ??= "a page holds the same order twice";
    this.#isLastPageShort = page.length < PAGE_SIZE;
    for (const order of fresh) this.#keys.add(keyOf(order));
    this.#orders.push(...fresh);
  }

  /** Orders that were read before come first in a page, the last of them among them, and then new ones. */
  #doubtOf(page: readonly ShownOrder[], fresh: readonly ShownOrder[]): string | undefined {
    const last = this.#orders.at(-1);
    const isOverlapping = !this.#isLastPageShort;
    if (fresh.length === 0 && !(isOverlapping && page.length === 1))
      return "the same orders came again: the platform may ignore limit(...)";
    if (isOverlapping && !page.some((order) => last !== undefined && keyOf(order) === keyOf(last))) {
      return "the list changed while it was read";
    }
    const firstNew = page.findIndex((order) => fresh.includes(order));
    const isMixed = firstNew !== -1 && page.slice(firstNew).some((order) => !fresh.includes(order));
    return isMixed ? "orders changed their places while the list was read" : undefined;
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

/** What tells an order from others; where it shows no ID, all of it. */
function keyOf({ id, fields }: ShownOrder): string {
  return id === undefined ? `order ${JSON.stringify(fields)}` : `id ${id}`;
}

function hasRepeatedId(page: readonly ShownOrder[]): boolean {
  const ids = page.flatMap(({ id }) => id ?? []);
  return new Set(ids).size < ids.length;
}

/** Dates without a time zone can be compared with each other alone. */
function isDescending(orders: readonly ShownOrder[]): boolean {
  const [first] = orders;
  return orders.every(({ created }, index) => {
    const previous = index === 0 ? created : orders[index - 1]?.created;
    if (created === undefined || previous === undefined) return false;
    return created.hasZone === first?.created?.hasZone && created.at <= previous.at;
  });
}
