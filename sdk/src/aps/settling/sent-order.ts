import { OutcomeUnknownError } from "../../errors/index.js";
import { operations } from "../../generated/aps/index.js";
import type { OrderRequest } from "../../generated/aps/types.js";
import { findSentCall } from "../../http/index.js";
import { type Fields, getField, isFields } from "./comparison.js";

/** Sent order, for a program that was restarted and no longer has the error. */
export interface SentOrder {
  /** Order that was passed to `orders.create`. */
  readonly order: OrderRequest;
  /** Time of sending or shortly before, by this machine's clock, such as the time of the journal entry. */
  readonly sentAt: Date | string;
  /** Reference of the call. It helps if the document marks a field of the order that carries it. */
  readonly reference?: string | undefined;
}

/** Facts about the call that created an order. */
export interface ReadSentOrder {
  readonly order: Fields;
  /** Time of sending in milliseconds since 1970, by this machine's clock. */
  readonly sentAt: number;
  /** Field of the order that carries the reference, and its value; `undefined` if the document marks none. */
  readonly reference: { readonly path: readonly string[]; readonly value: unknown } | undefined;
}

/**
 * Reads the known facts about a call whose outcome is unknown.
 *
 * @throws TypeError for the error of another operation or process, or if the order or the date is invalid
 */
export function readSentOrder(sent: OutcomeUnknownError | SentOrder): ReadSentOrder {
  return sent instanceof OutcomeUnknownError ? readError(sent) : readJournal(sent);
}

function readError(error: OutcomeUnknownError): ReadSentOrder {
  if (error.operation !== operations.createOrder.name) {
    throw new TypeError(
      `orders.settle accepts only errors of orders.create, but this is an error of ${error.operation}.`,
    );
  }
  const call = findSentCall(error);
  const order = typeof call?.body === "string" ? parseFields(call.body) : undefined;
  if (call === undefined || order === undefined) {
    throw new TypeError(
      "This process does not know the order of this error: the error comes from another process, or was copied. " +
        "Pass { order, sentAt } instead, with the sentAt of error.sent.",
    );
  }
  return {
    order,
    sentAt: Date.parse(error.sent.sentAt),
    reference: findReference(order, call.referencePath, error.reference),
  };
}

function readJournal({ order, sentAt, reference }: SentOrder): ReadSentOrder {
  const moment = new Date(sentAt).getTime();
  if (Number.isNaN(moment)) throw new TypeError(`sentAt must be a date, but is ${JSON.stringify(sentAt)}.`);
  const body = parseFields(JSON.stringify(order) ?? "");
  if (body === undefined) throw new TypeError("order must be the object that was passed to orders.create.");
  return { order: body, sentAt: moment, reference: findReference(body, operations.createOrder.reference, reference) };
}

/** Finds the value of the reference field: the one that was sent, or the reference that the client inserts. */
function findReference(
  order: Fields,
  path: readonly string[] | undefined,
  reference: string | undefined,
): ReadSentOrder["reference"] {
  if (path === undefined || path.length === 0) return undefined;
  const value = getValueAt(order, path) ?? reference;
  return value === undefined ? undefined : { path, value };
}

/** Returns the value at a path of own properties. */
export function getValueAt(fields: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isFields(value) ? getField(value, name) : undefined), fields);
}

/** Parses the body as it was sent, without values that JSON omits. */
function parseFields(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
