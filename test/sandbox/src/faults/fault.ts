/** Something that goes wrong between a client and a platform. Plain data, which a page can send. */
export type Fault = FaultScope & FaultKind;

/** Which requests a fault happens to: all of them, unless it says otherwise. */
export interface FaultScope {
  /** The platform that is called. @defaultValue both */
  readonly platform?: "aps" | "appdirect";
  /** Start of the paths that are called: `/aps/2/services/order-manager`. @defaultValue every path */
  readonly path?: string;
  /** How often it happens before it is over. @defaultValue always */
  readonly times?: number;
}

/** What goes wrong. */
export type FaultKind =
  | DelayFault
  | ResetFault
  | SilenceFault
  | LateFault
  | TruncatedFault
  | StatusFault
  | BodyFault
  | HtmlFault
  | UnboostedFault
  | ClockFault
  | RewrittenQueryFault
  | FiltersFault
  | HiddenPropertiesFault
  | RenamedPropertyFault
  | UnpagedFault
  | WrongTotalFault
  | DuplicateFault;

/** The answer takes its time. */
export interface DelayFault extends FaultMoment {
  readonly kind: "delay";
  readonly milliseconds: number;
}

/** The connection is reset instead of an answer. */
export interface ResetFault extends FaultMoment {
  readonly kind: "reset";
}

/** No answer comes, and the connection stays open. */
export interface SilenceFault extends FaultMoment {
  readonly kind: "silence";
}

/**
 * The connection is reset at once, and something on the way holds the request: the platform executes it later, by the
 * clock of the sandbox. There is no timer: whoever calls next after that time finds it executed, and dated then.
 */
export interface LateFault {
  readonly kind: "late";
  /** From the arrival to the execution. */
  readonly milliseconds: number;
}

/** The connection ends in the middle of the answer. The platform has acted by then. */
export interface TruncatedFault {
  readonly kind: "truncated";
}

/** An error in the platform's own form. */
export interface StatusFault extends FaultMoment {
  readonly kind: "status";
  /** From 400 to 599. */
  readonly status: number;
  /** Seconds that a `Retry-After` asks the client to wait. @defaultValue no such header */
  readonly retryAfter?: number;
}

/** A success with a wrong body: `{"error":"maintenance"}`, `[]`, `"queued"`, `null`. */
export interface BodyFault extends FaultMoment {
  readonly kind: "body";
  /** The body as it is sent, with the content type of JSON. */
  readonly body: string;
  /** From 200 to 299. @defaultValue 200 */
  readonly status?: number;
}

/** A page of HTML from a gateway, which no platform has seen. */
export interface HtmlFault extends FaultMoment {
  readonly kind: "html";
  /** From 200 to 599: gateways also answer with a login page and 200. @defaultValue 502 */
  readonly status?: number;
}

/**
 * The host is none of the platform's brand access points: it knows nothing of OAuth, and its 404 lacks the header
 * `X-APSBooster-Response`.
 */
export interface UnboostedFault {
  readonly kind: "unboosted";
}

/** The platform's clock is wrong, as it checks timestamps and as it writes `Date`. */
export interface ClockFault {
  readonly kind: "clock";
  /** How far it is ahead, in seconds; below zero where it is behind. */
  readonly seconds: number;
}

/** A gateway writes the query anew on its way to the platform. */
export interface RewrittenQueryFault {
  readonly kind: "rewritten-query";
  /**
   * - `encoded`: each part is encoded as a form is, parentheses too. The signature holds, since it covers what the parts
   *   mean; the platform finds no RQL.
   * - `sorted`: the parts stand in the order of their characters. The signature holds.
   * - `encoded-twice`: each `%` becomes `%25`. The signature fails where there is one.
   * - `extended`: a parameter of the gateway's own comes last. The signature fails.
   */
  readonly how: "encoded" | "sorted" | "encoded-twice" | "extended";
}

/**
 * The platform does not know the properties that a list is filtered by. `select`, `sort`, `limit` and the type of the
 * resources still count. No list without a filter is touched.
 */
export interface FiltersFault {
  readonly kind: "filters";
  /**
   * - `ignored`: the list shows everything.
   * - `empty`: the list shows nothing.
   * - `refused`: an error in the platform's own form.
   */
  readonly how: "ignored" | "empty" | "refused";
  /** Status of the error, from 400 to 599. @defaultValue 400 */
  readonly status?: number;
}

/** Resources and orders come without some of their properties, in lists and by themselves. */
export interface HiddenPropertiesFault {
  readonly kind: "hidden-properties";
  /** Names of the properties. In the header, they are separated by spaces. */
  readonly properties: readonly string[];
}

/** Resources and orders call a property by another name: `id` in the place of `orderId`. */
export interface RenamedPropertyFault {
  readonly kind: "renamed-property";
  /** The usual name. */
  readonly property: string;
  /** The name in its place. */
  readonly to: string;
}

/** A list ignores `limit`, so that every page is the first, and sends no `Content-Range`. */
export interface UnpagedFault {
  readonly kind: "unpaged";
}

/** The total in `Content-Range` is not the number of items. */
export interface WrongTotalFault {
  readonly kind: "wrong-total";
  /** Added to the right number: below zero, the total is too low. */
  readonly by: number;
}

/**
 * The marketplace announces an event twice, both at once. The path is that of the vendor's endpoint, and
 * `SentEvent.duplicate` is what the vendor said to the second announcement.
 */
export interface DuplicateFault {
  readonly kind: "duplicate";
}

/** When a fault happens. */
export interface FaultMoment {
  /** Before the platform has acted on the request, or when it has. @defaultValue `"before"` */
  readonly when?: "before" | "after";
}

/** Reads faults that come from outside. Throws a `TypeError` that names what is wrong with which of them. */
export function readFaults(value: unknown): readonly Fault[] {
  if (!Array.isArray(value)) throw new TypeError("Faults are a list");
  return value.map((fault: unknown, index) => readFault(fault, `faults[${index}]`));
}

/** Reads one fault. Throws a `TypeError` that names what is wrong with it, and calls it `name`. */
export function readFault(value: unknown, name: string): Fault {
  if (typeof value !== "object" || value === null) throw new TypeError(`${name} is not an object`);
  const given = new Map<string, unknown>(Object.entries(value));
  const kind = given.get("kind");
  const own = Object.entries(membersByKind).find(([known]) => known === kind)?.[1];
  if (own === undefined) {
    throw new TypeError(`${name}.kind is ${shown(kind)}, not one of ${Object.keys(membersByKind).join(", ")}`);
  }
  const members: Members = { kind: required(String, "a text"), ...scopeMembers, ...own };
  for (const key of given.keys()) {
    if (!Object.hasOwn(members, key)) throw new TypeError(`${name}.${key} is not known with ${kind}`);
  }
  for (const [key, { isRight, isRequired, meaning }] of Object.entries(members)) {
    const member = given.get(key);
    if (member === undefined ? isRequired : !isRight(member)) {
      throw new TypeError(`${name}.${key} is ${shown(member)}, not ${meaning}`);
    }
  }
  // Every member of this kind was checked above, one by one, and no other is there.
  return Object.fromEntries(given) as unknown as Fault;
}

interface Member {
  readonly isRight: (value: unknown) => unknown;
  readonly isRequired: boolean;
  readonly meaning: string;
}

type Members = Readonly<Record<string, Member>>;

/** The longest time a timer of Node can wait, in milliseconds. */
const LONGEST_DELAY = 2 ** 31 - 1;

const moment: Members = { when: oneOf("before", "after") };

const scopeMembers: Members = {
  platform: oneOf("aps", "appdirect"),
  path: optional((value) => typeof value === "string" && value.startsWith("/"), "a text that starts with /"),
  times: optional(wholeNumber(1, Number.MAX_SAFE_INTEGER), "a whole number from 1 up"),
};

const membersByKind: { readonly [K in Fault["kind"]]: Members } = {
  delay: { ...moment, milliseconds: required(wholeNumber(0, LONGEST_DELAY), "a whole number from 0 up") },
  reset: moment,
  silence: moment,
  late: { milliseconds: required(wholeNumber(0, Number.MAX_SAFE_INTEGER), "a whole number from 0 up") },
  truncated: {},
  status: {
    ...moment,
    status: required(wholeNumber(400, 599), "a whole number from 400 to 599"),
    retryAfter: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER), "a whole number from 0 up"),
  },
  body: {
    ...moment,
    body: required((value) => typeof value === "string", "a text"),
    status: optional(wholeNumber(200, 299), "a whole number from 200 to 299"),
  },
  html: { ...moment, status: optional(wholeNumber(200, 599), "a whole number from 200 to 599") },
  unboosted: {},
  clock: { seconds: required(wholeNumber(-1e9, 1e9), "a whole number of seconds") },
  "rewritten-query": { how: { ...oneOf("encoded", "sorted", "encoded-twice", "extended"), isRequired: true } },
  filters: {
    how: { ...oneOf("ignored", "empty", "refused"), isRequired: true },
    status: optional(wholeNumber(400, 599), "a whole number from 400 to 599"),
  },
  "hidden-properties": { properties: required(isListOfNames, "a list of names") },
  "renamed-property": { property: required(isName, "a name"), to: required(isName, "a name") },
  unpaged: {},
  "wrong-total": { by: required(wholeNumber(-1e9, 1e9), "a whole number") },
  duplicate: {},
};

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isName);
}

function required(isRight: Member["isRight"], meaning: string): Member {
  return { isRight, isRequired: true, meaning };
}

function optional(isRight: Member["isRight"], meaning: string): Member {
  return { isRight, isRequired: false, meaning };
}

function oneOf(...words: readonly string[]): Member {
  return optional((value) => words.some((word) => word === value), `one of ${words.join(", ")}`);
}

function wholeNumber(least: number, most: number): Member["isRight"] {
  return (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function shown(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}
