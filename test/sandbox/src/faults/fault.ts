/** Fault between a client and a platform. Plain data that can be sent as JSON. */
export type Fault = FaultScope & FaultKind;

/** Requests that a fault applies to. By default, all of them. */
export interface FaultScope {
  /** Platform that the fault applies to. @defaultValue both */
  readonly platform?: "aps" | "appdirect";
  /**
   * Prefix of the paths that the fault applies to, such as `/aps/2/services/order-manager`. @defaultValue every path
   */
  readonly path?: string;
  /** Number of times it happens. @defaultValue unlimited */
  readonly times?: number;
}

/** Kind of fault. */
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

/** Delays the response. */
export interface DelayFault extends FaultMoment {
  readonly kind: "delay";
  readonly milliseconds: number;
}

/** Resets the connection instead of responding. */
export interface ResetFault extends FaultMoment {
  readonly kind: "reset";
}

/** Sends no response and keeps the connection open. */
export interface SilenceFault extends FaultMoment {
  readonly kind: "silence";
}

/**
 * Resets the connection immediately and holds the request, which the platform executes later by the sandbox's clock.
 * There is no timer: the first call after that time finds the request executed, dated at the time it was due.
 */
export interface LateFault {
  readonly kind: "late";
  /** Time from arrival to execution, in milliseconds. */
  readonly milliseconds: number;
}

/** Ends the connection in the middle of the response, after the platform has acted. */
export interface TruncatedFault {
  readonly kind: "truncated";
}

/** Responds with an error in the platform's format. */
export interface StatusFault extends FaultMoment {
  readonly kind: "status";
  /** Status from 400 to 599. */
  readonly status: number;
  /** Value of the `Retry-After` header in seconds. @defaultValue no header */
  readonly retryAfter?: number;
}

/** Responds with success and a wrong body: `{"error":"maintenance"}`, `[]`, `"queued"`, `null`. */
export interface BodyFault extends FaultMoment {
  readonly kind: "body";
  /** Response body. The content type is JSON. */
  readonly body: string;
  /** Status from 200 to 299. @defaultValue 200 */
  readonly status?: number;
}

/** Responds with an HTML page from a gateway. The request never reaches the platform. */
export interface HtmlFault extends FaultMoment {
  readonly kind: "html";
  /** Status from 200 to 599. Some gateways return a login page with 200. @defaultValue 502 */
  readonly status?: number;
}

/**
 * Simulates a host that is not one of the platform's brand access points: it does not support OAuth, and its 404 lacks
 * the header `X-APSBooster-Response`.
 */
export interface UnboostedFault {
  readonly kind: "unboosted";
}

/** Sets the platform's clock wrong, both for checking timestamps and for the `Date` header. */
export interface ClockFault {
  readonly kind: "clock";
  /** Offset in seconds. Negative if the clock is slow. */
  readonly seconds: number;
}

/** Simulates a gateway that rewrites the query before it reaches the platform. */
export interface RewrittenQueryFault {
  readonly kind: "rewritten-query";
  /**
   * - `encoded`: form-encodes each part, including parentheses. The signature stays valid because it covers the
   *   decoded values, but the platform finds no RQL.
   * - `sorted`: sorts the parts. The signature stays valid.
   * - `encoded-twice`: replaces each `%` with `%25`. The signature becomes invalid if there is one.
   * - `extended`: appends a parameter. The signature becomes invalid.
   */
  readonly how: "encoded" | "sorted" | "encoded-twice" | "extended";
}

/**
 * Simulates a platform that does not know the properties in a list's filter. `select`, `sort`, `limit` and the resource
 * type still apply. Lists without a filter are unaffected.
 */
export interface FiltersFault {
  readonly kind: "filters";
  /**
   * - `ignored`: the list contains everything.
   * - `empty`: the list is empty.
   * - `refused`: the platform returns an error.
   */
  readonly how: "ignored" | "empty" | "refused";
  /** Status of the error, from 400 to 599. @defaultValue 400 */
  readonly status?: number;
}

/** Removes properties from resources and orders, in lists and single responses. */
export interface HiddenPropertiesFault {
  readonly kind: "hidden-properties";
  /** Names of the properties. Separated by spaces in the header. */
  readonly properties: readonly string[];
}

/** Renames a property of resources and orders, such as `orderId` to `id`. */
export interface RenamedPropertyFault {
  readonly kind: "renamed-property";
  /** Original name. */
  readonly property: string;
  /** New name. */
  readonly to: string;
}

/** Ignores `limit`, so that every page is the first one, and sends no `Content-Range`. */
export interface UnpagedFault {
  readonly kind: "unpaged";
}

/** Sends a wrong total in `Content-Range`. */
export interface WrongTotalFault {
  readonly kind: "wrong-total";
  /** Number to add to the correct total. May be negative. */
  readonly by: number;
}

/**
 * Sends each event twice at the same time. `path` refers to the vendor's endpoint, and `SentEvent.duplicate` is the
 * response to the second notification.
 */
export interface DuplicateFault {
  readonly kind: "duplicate";
}

/** Time at which a fault happens. */
export interface FaultMoment {
  /** Happens before or after the platform acts on the request. @defaultValue `"before"` */
  readonly when?: "before" | "after";
}

/** Validates faults from outside. Throws a `TypeError` that describes the problem. */
export function parseFaults(value: unknown): readonly Fault[] {
  if (!Array.isArray(value)) throw new TypeError("Faults must be a list");
  return value.map((fault: unknown, index) => parseFault(fault, `faults[${index}]`));
}

/** Validates one fault. Throws a `TypeError` that describes the problem and refers to the fault as `name`. */
export function parseFault(value: unknown, name: string): Fault {
  if (typeof value !== "object" || value === null) throw new TypeError(`${name} is not an object`);
  const given = new Map<string, unknown>(Object.entries(value));
  const kind = given.get("kind");
  const own = Object.entries(membersByKind).find(([known]) => known === kind)?.[1];
  if (own === undefined) {
    throw new TypeError(`${name}.kind is ${formatValue(kind)}, not one of ${Object.keys(membersByKind).join(", ")}`);
  }
  const members: Members = { kind: required(String, "a string"), ...scopeMembers, ...own };
  for (const key of given.keys()) {
    if (!Object.hasOwn(members, key)) throw new TypeError(`${name}.${key} is unknown for ${kind}`);
  }
  for (const [key, { isRight, isRequired, meaning }] of Object.entries(members)) {
    const member = given.get(key);
    if (member === undefined ? isRequired : !isRight(member)) {
      throw new TypeError(`${name}.${key} is ${formatValue(member)}, not ${meaning}`);
    }
  }
  // All members of this kind were checked above, and there are no others.
  return Object.fromEntries(given) as unknown as Fault;
}

interface Member {
  readonly isRight: (value: unknown) => unknown;
  readonly isRequired: boolean;
  readonly meaning: string;
}

type Members = Readonly<Record<string, Member>>;

/** Maximum delay of a timer in Node, in milliseconds. */
const LONGEST_DELAY = 2 ** 31 - 1;

const moment: Members = { when: oneOf("before", "after") };

const scopeMembers: Members = {
  platform: oneOf("aps", "appdirect"),
  path: optional((value) => typeof value === "string" && value.startsWith("/"), "a string that starts with /"),
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
    body: required((value) => typeof value === "string", "a string"),
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

function formatValue(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}
