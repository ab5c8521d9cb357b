import type { EventResult } from "../../generated/appdirect/types.js";
import type { Event } from "./event.js";

/** Event types that this version knows. */
export type EventType = Event["type"];

/** Reason why an event was not processed. Codes that are not listed are allowed, too. */
export type EventErrorCode = NonNullable<EventResult["errorCode"]>;

/** Result of an event that the vendor processed. */
export interface Succeeded {
  readonly success: true;
  /** Vendor's own ID of the account. Later events contain it, and usage is reported for it. */
  readonly accountIdentifier?: string;
  /** Vendor's own ID of the assigned user. */
  readonly userIdentifier?: string;
  /** Message for the marketplace's log. */
  readonly message?: string;
}

/** Result of a processed order. The marketplace needs the ID of the new account. */
export interface SucceededOrder extends Succeeded {
  /** Vendor's own ID of the new account. Later events contain it, and usage is reported for it. */
  readonly accountIdentifier: string;
}

/** Result of an event that the vendor did not process. */
export interface Failed {
  readonly success: false;
  /** Reason. The marketplace shows the customer a text for the code. */
  readonly errorCode: EventErrorCode;
  /** Message that the customer sees. */
  readonly message?: string;
}

/** Result of an event. */
export type Result = Succeeded | Failed;

/** Response to an event whose result is not known yet. */
export interface Later<R extends Result = Result> {
  readonly later: true;
  /** Remaining work that the SDK runs in the background. */
  readonly work?: () => Promise<R>;
  /** Message for the marketplace's log. */
  readonly message?: string;
}

/**
 * Answers that a handler may return for an event type. A successful order includes the account, and a notice cannot be
 * answered later.
 */
export type AnswerTo<T extends EventType> = T extends "SUBSCRIPTION_ORDER"
  ? SucceededOrder | Failed | Later<SucceededOrder | Failed>
  : T extends "SUBSCRIPTION_NOTICE"
    ? Result
    : Answer;

/** Answer that a handler may return. */
export type Answer = Result | Later;

/** Details of a success. */
export type SuccessDetails = Omit<Succeeded, "success">;

/** Creates the result of an event that the vendor processed. */
export function succeeded(): Succeeded;
/**
 * Creates the result of an event that the vendor processed.
 *
 * @param details `accountIdentifier` for a `SUBSCRIPTION_ORDER`; optionally `userIdentifier` for a `USER_ASSIGNMENT`.
 */
export function succeeded<const Details extends SuccessDetails>(details: Details): { readonly success: true } & Details;
export function succeeded(details: SuccessDetails = {}): Succeeded {
  return { ...details, success: true };
}

/**
 * Creates the result of an event that the vendor did not process.
 *
 * @param errorCode Reason: `ACCOUNT_NOT_FOUND` or `USER_NOT_FOUND` if the vendor does not know the account or user,
 * `MAX_USERS_REACHED` if no seat is left, `UNAUTHORIZED` if the change is not allowed, such as removing the creator.
 * @param message Message that the customer sees.
 * @see AppDirect's documentation, "Event error codes"
 */
export function failed(errorCode: EventErrorCode, message?: string): Failed {
  return { success: false, errorCode, ...(message === undefined ? {} : { message }) };
}

/**
 * Creates an answer for an event whose result follows later. The marketplace receives 202 immediately, and keeps the
 * subscription pending until it has the result.
 *
 * The SDK runs `work` in this process and sends its result. If the process ends first, the work is lost unless the
 * marketplace happens to deliver the event again. If the work must not be lost, put `context.eventUrl` in your own
 * queue, return `later()`, and send the result with `events.settle`.
 *
 * Notices and interactive events cannot be answered later: for them, the response waits for `work`.
 *
 * @param work Remaining work. If it throws, the result is `UNKNOWN_ERROR`.
 * @param message Message for the marketplace's log.
 */
export function later<R extends Result = never>(work?: () => Promise<R>, message?: string): Later<R> {
  return { later: true, ...(work && { work }), ...(message === undefined ? {} : { message }) };
}
