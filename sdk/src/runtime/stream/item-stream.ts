import type { AnswerStream } from "../../http/index.js";

/**
 * What an operation answers piece by piece, each as it comes. It is read once, and either read or closed: while it is
 * open it holds a connection and one of the client's places.
 *
 * ```ts
 * for await (const price of await feeds.watchPrices({ symbol: "EUR" })) console.log(price.amount);
 * ```
 *
 * Leaving the loop closes it. What breaks it off is thrown by the loop, as the call itself would have thrown it: a
 * stream that says nothing for the `timeout` of its call is a `TimeoutError`, or an `OutcomeUnknownError` where the call
 * is unsafe; so is a lost connection, a `ConnectionError` where it is not. The call's `deadline` ends with the head of
 * the answer: a stream may last.
 */
export interface Stream<Item> extends AsyncIterable<Item> {
  /** Ends it here, and closes its connection. Closing twice is closing once. */
  close(): void;
}

/** Makes a stream of items of the one they are read from. */
export function streamOf<Item>(source: AnswerStream, items: () => AsyncGenerator<Item>): Stream<Item> {
  let isTaken = false;
  return {
    close: () => source.close(),
    [Symbol.asyncIterator]() {
      if (isTaken) throw new TypeError("This stream is being read already, and can be read once. Keep the items");
      isTaken = true;
      return items();
    },
  };
}
