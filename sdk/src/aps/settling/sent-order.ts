import { OutcomeUnknownError } from "../../errors/index.js";
import { operations } from "../../generated/aps/index.js";
import type { OrderRequest } from "../../generated/aps/types.js";
import { findSentCall } from "../../http/index.js";
import { type Fields, getField, isFields } from "./comparison.js";

/** An order that was sent, for a program that was restarted since and has no error any more. */
export interface SentOrder {
  /** The order, as `orders.create` was given it. */
  readonly order: OrderRequest;
  /** Moment at which it was sent, or shortly before, by this machine's clock: when the journal recorded it. */
  readonly sentAt: Date | string;
  /** Reference of the call. It helps where the document marks a field of the order that carries it. */
  readonly reference?: string | undefined;
}

/** What is known of the call. */
export interface ReadSentOrder {
  readonly order: Fields;
  /** In milliseconds since 1970, by this machine's clock. */
  readonly sentAt: number;
  /** Field of the order that carries the reference, and its value; `undefined` where the document marks none. */
  readonly reference: { readonly path: readonly string[]; readonly value: unknown } | undefined;
}

/**
 * Reads what is known of a call whose outcome is not.
 *
 * @throws TypeError for the error of another operation or process, and for anything that is not an order and a date
 */
export function readSentOrder(sent: OutcomeUnknownError | SentOrder): ReadSentOrder {
  return sent instanceof OutcomeUnknownError ? fromError(sent) : fromJournal(sent);
}

function fromError(error: OutcomeUnknownError): ReadSentOrder {
  if (error.operation !== operations.createOrder.name) {
    throw new TypeError(`orders.settle settles orders.create, and this is the error of ${error.operation}.`);
  }
  const call = findSentCall(error);
  const order = typeof call?.body === "string" ? parsed(call.body) : undefined;
  if (call === undefined || order === undefined) {
    throw new TypeError(
      "The order of this error is not known to this process: the error comes from another one, or was copied. " +
        "Pass { order, sentAt } in its place, with error.sent.sentAt.",
    );
  }
  return {
    order,
    sentAt: Date.parse(error.sent.sentAt),
    reference: referenceOf(order, call.referencePath, error.reference),
  };
}

function fromJournal({ order, sentAt, reference }: SentOrder): ReadSentOrder {
  const moment = new Date(sentAt).getTime();
  if (Number.isNaN(moment)) throw new TypeError(`sentAt must be a date, and is ${JSON.stringify(sentAt)}.`);
  const body = parsed(JSON.stringify(order) ?? "");
  if (body === undefined) throw new TypeError("order must be the object that orders.create was given.");
  return { order: body, sentAt: moment, reference: referenceOf(body, operations.createOrder.reference, reference) };
}

/** What the field held, if the order was sent with it; otherwise the reference that the client puts there. */
function referenceOf(
  order: Fields,
  path: readonly string[] | undefined,
  reference: string | undefined,
): ReadSentOrder["reference"] {
  if (path === undefined || path.length === 0) return undefined;
  const value = valueAt(order, path) ?? reference;
  return value === undefined ? undefined : { path, value };
}

/** Value at a path of own properties. */
export function valueAt(fields: Fields, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isFields(value) ? getField(value, name) : undefined), fields);
}

/** The body as it was sent: what JSON leaves out was not. */
function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
