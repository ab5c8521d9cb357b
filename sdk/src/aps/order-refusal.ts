import { OrderRefusedError } from "../errors/index.js";
import { isApplicationError, type RefusalReader, readBody } from "../http/index.js";

/**
 * Responses with which the order manager states that it did not place an order. It refuses many orders with a 500,
 * which proves nothing by itself, so each refusal is listed with its status and the words that identify it. For any
 * other words, the outcome is unknown.
 */
const refusals: readonly { readonly status: number; readonly words: RegExp; readonly advice: string }[] = [
  {
    // Observed on platforms: "Cannot Upgrade/Downgrade Resources for Subscription #N: there is already an Upgrade/Downgrade
    // Order #CH… in status …(LO). This order prohibits placing an order of the same order type (per subscription)."
    status: 500,
    words:
      /there is already an? .{1,80} Order #\S{1,40} in status .*This order prohibits placing an order of the same order type/s,
    advice: "The subscription has an open order of this type: wait until it is completed, then place this order",
  },
];

/** Reads a response to `orders.create` as a refusal. */
export const readOrderRefusal: RefusalReader = (call, response) => {
  if (call.operation !== "orders.create" || !isApplicationError(response)) return undefined;
  const body = readBody(response);
  const message = readMessage(body);
  const refusal = refusals.find(({ status, words }) => status === response.status && words.test(message));
  if (refusal === undefined) return undefined;
  return new OrderRefusedError(call, { status: response.status, headers: response.headers, body }, refusal.advice);
};

/** Returns the start of the platform's message. The words that identify a refusal come early. */
function readMessage(body: unknown): string {
  const LONGEST = 5_000;
  const message: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "message") : undefined;
  return typeof message === "string" ? message.slice(0, LONGEST) : "";
}
