import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { oauth1Signer } from "apsdirect/oauth1";
import type { SandboxCredentials } from "../credentials.js";
import type { FaultBox } from "../faults/fault-switches.js";
import { type AnswerFinding, checkAnswer, checkResult, parseReturnedResult } from "./answer-findings.js";
import { type EventResult, parseEventResult } from "./event-result.js";
import type { EventForm, EventStore, StoredEvent } from "./event-store.js";
import { completeEvent, type EventDraft, returnPath } from "./event-templates.js";
import { eventPath } from "./marketplace.js";

/** Target and form of a notification. */
export interface SendEventOptions {
  /** Vendor's endpoint on this machine, such as `http://127.0.0.1:8080/events`. Its query stays unchanged. */
  readonly to: string | URL;
  /** Name of the query parameter for the event URL. @defaultValue `"eventUrl"` */
  readonly parameter?: string;
  /** Sends the event as a user's browser would: signed in the query, with a return URL. @defaultValue false */
  readonly interactive?: boolean;
  /** Media type that the marketplace prefers for the result. @defaultValue `"application/json"` */
  readonly accept?: string;
  /**
   * Event format. `2012` uses the obsolete XML. @defaultValue the current JSON or XML, depending on the vendor's
   * `Accept`
   */
  readonly form?: EventForm;
  /** Certificate to trust in PEM, for an https endpoint with a self-signed certificate. */
  readonly ca?: string;
  /** Timeout for the response in milliseconds. Applies again to a result that comes later. @defaultValue 10000 */
  readonly timeout?: number;
}

/** Event that was sent to the vendor, with the vendor's response. */
export interface SentEvent {
  /** Token of the event: the last segment of its URL. */
  readonly token: string;
  /** URL from which the vendor fetches the event. */
  readonly eventUrl: string;
  /** Status of the vendor's response. */
  readonly status: number;
  /** Headers of the vendor's response, with lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Redirect target for the browser that delivered the event. */
  readonly location: string | undefined;
  /** Result in the vendor's response. `undefined` if it contains none. */
  readonly body: EventResult | undefined;
  /** Body of the vendor's response. */
  readonly text: string;
  /** Violations of AppDirect's documented rules in the vendor's response. Empty if a marketplace would accept it. */
  readonly findings: readonly AnswerFinding[];
  /**
   * Returns the vendor's final result: from the response, from a later POST after a 202, or from the browser after a
   * redirect. Rejects if the response has no result, or if none arrives in time.
   */
  result(): Promise<EventResult>;
  /**
   * Returns violations of the documented rules in a final result that arrives after the response. Empty if the response
   * contains the result, because `findings` already covers it. Rejects like `result()`.
   */
  laterFindings(): Promise<readonly AnswerFinding[]>;
  /** Sends the same event again, as marketplaces do after losing the response. */
  again(): Promise<SentEvent>;
  /** Vendor's response to the second notification, if a fault duplicated this one. */
  readonly duplicate?: SentEvent;
}

/** Sends an event to a vendor's endpoint. */
export type SendEvent = (event: EventDraft, options: SendEventOptions) => Promise<SentEvent>;

/** Dependencies of the notifier. */
export interface NotifierOptions {
  readonly events: EventStore;
  /** URL of the marketplace. */
  readonly baseUrl: string;
  readonly credentials: SandboxCredentials;
  readonly faults: FaultBox;
  readonly now: () => number;
  /** Resolves once all changes are stored. */
  readonly written: () => Promise<void>;
  /** Aborts when the sandbox closes. */
  readonly closing: AbortSignal;
}

/** Creates the function that sends events: it stores the event, sends a signed notification and records the result. */
export function createNotifier(options: NotifierOptions): SendEvent {
  const { events, baseUrl, credentials, faults, now, written, closing } = options;
  const signers = {
    server: oauth1Signer(credentials, { now }),
    browser: oauth1Signer(credentials, { now, placement: "query" }),
  };

  async function deliver(event: StoredEvent, options: SendEventOptions): Promise<SentEvent> {
    const { token, settled, settle } = event;
    const {
      to,
      parameter = "eventUrl",
      interactive = false,
      accept = "application/json",
      ca,
      timeout = 10_000,
    } = options;
    const eventUrl = baseUrl + eventPath(event);
    const request = new Request(appendParameter(loopbackUrl(to), parameter, eventUrl), { headers: { accept } });
    const notification = await signers[interactive ? "browser" : "server"].sign(request);
    const answer = await withDeadline(timeout, closing, (signal) => send(notification, { ca, signal }));
    const { status, text, location } = answer;
    const body = parseEventResult(text);
    const isFinal = status === 200 || status === 201;
    if (isFinal && body) {
      settle(body);
      await written();
    }
    async function result(): Promise<EventResult> {
      if (isFinal && body) return body;
      if (status !== 202 && location === undefined) {
        throw new Error(`The vendor responded with ${status} and no result: ${text.slice(0, 200)}`);
      }
      return withDeadline(timeout, closing, (signal) => rejectOnAbort(settled, signal));
    }
    return {
      token,
      eventUrl,
      ...answer,
      body,
      findings: checkAnswer(event.event, { ...answer, body }, interactive),
      result,
      laterFindings: async () => {
        const final = await result();
        return final === body || parseReturnedResult(event.event, answer) !== undefined
          ? []
          : checkResult(event.event, final);
      },
      again: () => announce(event, options),
    };
  }

  async function announce(event: StoredEvent, options: SendEventOptions): Promise<SentEvent> {
    const { pathname } = loopbackUrl(options.to);
    const isDouble =
      faults.take({ platform: "appdirect", path: pathname }, ({ kind }) => kind === "duplicate").length > 0;
    if (!isDouble) return deliver(event, options);
    const [sent, duplicate] = await Promise.all([deliver(event, options), deliver(event, options)]);
    return { ...sent, duplicate };
  }

  return async (draft, options) => {
    loopbackUrl(options.to); // check the URL before storing anything
    const stored = events.add((token) => {
      const event = completeEvent(draft, baseUrl);
      const returnUrl = options.interactive ? baseUrl + returnPath(event.type, token) : null;
      return { ...event, returnUrl: event.returnUrl ?? returnUrl };
    }, options.form);
    await written();
    return announce(stored, options);
  };
}

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Returns a loopback URL. Rejects others, because otherwise the sandbox could send requests to other machines. */
function loopbackUrl(to: string | URL): URL {
  const url = new URL(to);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (isWeb && loopbackHosts.has(url.hostname)) return url;
  throw new TypeError(`sendEvent only sends to http(s) on this machine, not to ${url.origin}`);
}

/** Appends the parameter as text, because `URLSearchParams` would rewrite the vendor's own query. */
function appendParameter(endpoint: URL, name: string, value: string): URL {
  const url = new URL(endpoint);
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  url.search = url.search === "" ? pair : `${url.search}&${pair}`;
  return url;
}

type VendorResponse = Pick<SentEvent, "status" | "headers" | "location" | "text">;

/**
 * Sends a request with Node's own client, because `fetch` has no option to trust a certificate. Does not follow
 * redirects.
 */
function send(
  notification: Request,
  { ca, signal }: { ca: string | undefined; signal: AbortSignal },
): Promise<VendorResponse> {
  const { protocol } = new URL(notification.url);
  const request = protocol === "https:" ? requestHttps : requestHttp;
  const options = { headers: Object.fromEntries(notification.headers), agent: false, signal, ca };
  return new Promise((resolve, reject) => {
    const sent = request(notification.url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      const { statusCode: status = 0, headers } = response;
      const { location } = headers;
      response.on("end", () => resolve({ status, headers, location, text: Buffer.concat(chunks).toString() }));
      response.on("error", reject);
    });
    sent.on("error", reject).end();
  });
}

/** Runs work with a signal that aborts on timeout or when the sandbox closes. Leaves no timer behind. */
async function withDeadline<T>(
  milliseconds: number,
  closing: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  closing.throwIfAborted();
  const controller = new AbortController();
  const close = () => controller.abort(closing.reason);
  const timer = setTimeout(() => controller.abort(new Error(`No response within ${milliseconds} ms`)), milliseconds);
  closing.addEventListener("abort", close);
  try {
    return await work(controller.signal);
  } catch (error) {
    // Node reports an aborted request with its own error. The abort reason is more specific.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    closing.removeEventListener("abort", close);
  }
}

function rejectOnAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
