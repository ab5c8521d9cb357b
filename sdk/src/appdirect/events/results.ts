import type { EventResult } from "../../generated/appdirect/types.js";
import type { Event } from "./event.js";

/** Types of events that this version knows. */
export type EventType = Event["type"];

/** Why an event was not carried out. A code that is not known here may be answered as well. */
export type EventErrorCode = NonNullable<EventResult["errorCode"]>;

/** The vendor did what the event asked for. */
export interface Succeeded {
  readonly success: true;
  /** The vendor's own ID of the account: comes back in every later event, and usage is reported under it. */
  readonly accountIdentifier?: string;
  /** The vendor's own ID of the user that was assigned. */
  readonly userIdentifier?: string;
  /** For the marketplace's log. */
  readonly message?: string;
}

/** A subscription was provisioned: the marketplace has to know under which ID. */
export interface SucceededOrder extends Succeeded {
  /** The vendor's own ID of the new account: comes back in every later event, and usage is reported under it. */
  readonly accountIdentifier: string;
}

/** The vendor did not do what the event asked for. */
export interface Failed {
  readonly success: false;
  /** Why, for the marketplace: it says to the customer what the code stands for. */
  readonly errorCode: EventErrorCode;
  /** Shown to the customer, so it is written for them. */
  readonly message?: string;
}

/** What came of an event. */
export type Result = Succeeded | Failed;

/** The result is not known yet. */
export interface Later<R extends Result = Result> {
  readonly later: true;
  /** What is left to do, where the SDK is to see to it. */
  readonly work?: () => Promise<R>;
  /** For the marketplace's log. */
  readonly message?: string;
}

/**
 * What a handler may answer to an event of a type: a successful order names the account, and a notice is never answered
 * later.
 */
export type AnswerTo<T extends EventType> = T extends "SUBSCRIPTION_ORDER"
  ? SucceededOrder | Failed | Later<SucceededOrder | Failed>
  : T extends "SUBSCRIPTION_NOTICE"
    ? Result
    : Answer;

/** What a handler may answer in general. */
export type Answer = Result | Later;

/** What a success may say beside that it is one. */
export type SuccessDetails = Omit<Succeeded, "success">;

/** The vendor did it. */
export function succeeded(): Succeeded;
/**
 * The vendor did it.
 *
 * @param details For a `SUBSCRIPTION_ORDER` its `accountIdentifier`; for a `USER_ASSIGNMENT`, if there is one, its
 * `userIdentifier`.
 */
export function succeeded<const Details extends SuccessDetails>(details: Details): { readonly success: true } & Details;
export function succeeded(details: SuccessDetails = {}): Succeeded {
  return { ...details, success: true };
}

/**
 * The vendor did not do it.
 *
 * @param errorCode Why. `ACCOUNT_NOT_FOUND` where the account is not known, `USER_NOT_FOUND` for the user,
 * `MAX_USERS_REACHED` where no seat is left, `UNAUTHORIZED` for what may not be done, such as removing the creator.
 * @param message For the customer to read.
 * @see AppDirect's documentation, "Event error codes"
 */
export function failed(errorCode: EventErrorCode, message?: string): Failed {
  return { success: false, errorCode, ...(message === undefined ? {} : { message }) };
}

/**
 * The result follows: the marketplace is answered 202 at once, and keeps the subscription pending until it has one.
 *
 * With `work`, the SDK carries it out in this process, and sends what it comes to. Should the process end before, the
 * event is taken up anew when the marketplace delivers it again, which nothing promises: for work that must not be lost
 * keep `context.eventUrl` in a queue of your own, answer `later()`, and send the result by `events.settle`.
 *
 * A notice and an interactive event cannot be answered so: the handler's answer waits for `work` then.
 *
 * @param work What is left to do. One that throws is reported as `UNKNOWN_ERROR`.
 * @param message For the marketplace's log.
 */
export function later<R extends Result = never>(work?: () => Promise<R>, message?: string): Later<R> {
  return { later: true, ...(work && { work }), ...(message === undefined ? {} : { message }) };
}
