import { OrderRefusedError } from "../errors/index.js";
import { isApplicationError, type RefusalReader, readBody } from "../http/index.js";

/**
 * Answers by which the order manager says that it did not place an order. It answers 500 to much that it refuses, and a
 * 500 proves nothing by itself, so each refusal is listed with its status and the words that identify it. Words that are
 * not listed leave the outcome unknown.
 */
const refusals: readonly { readonly status: number; readonly words: RegExp; readonly advice: string }[] = [
  {
    // Seen on platforms: "Cannot Upgrade/Downgrade Resources for Subscription #N: there is already an Upgrade/Downgrade
    // Order #CH… in status …(LO). This order prohibits placing an order of the same order type (per subscription)."
    status: 500,
    words:
      /there is already an? .{1,80} Order #\S{1,40} in status .*This order prohibits placing an order of the same order type/s,
    advice: "The subscription has an open order of this type: wait until that one is completed, then place this one",
  },
];

/** Reads an answer to `orders.create` as a refusal. */
export const readOrderRefusal: RefusalReader = (call, answer) => {
  if (call.operation !== "orders.create" || !isApplicationError(answer)) return undefined;
  const body = readBody(answer);
  const words = messageOf(body);
  const refusal = refusals.find(({ status, words: known }) => status === answer.status && known.test(words));
  if (refusal === undefined) return undefined;
  return new OrderRefusedError(call, { status: answer.status, headers: answer.headers, body }, refusal.advice);
};

/** Start of the platform's message. The words that identify a refusal come early. */
function messageOf(body: unknown): string {
  const LONGEST = 5_000;
  const message: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "message") : undefined;
  return typeof message === "string" ? message.slice(0, LONGEST) : "";
}
