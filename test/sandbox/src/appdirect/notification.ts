import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { oauth1Signer } from "apsdirect/oauth1";
import type { SandboxCredentials } from "../credentials.js";
import type { FaultBox } from "../faults/fault-switches.js";
import { type AnswerFinding, findingsOn, findingsOnResult, returnedResult } from "./answer-findings.js";
import { type EventResult, parseEventResult } from "./event-result.js";
import type { EventForm, EventStore, StoredEvent } from "./event-store.js";
import { completeEvent, type EventDraft, returnPath } from "./event-templates.js";
import { eventPath } from "./marketplace.js";

/** Where a notification goes, and how. */
export interface SendEventOptions {
  /** The vendor's endpoint, on this machine: `http://127.0.0.1:8080/events`. Its own query stays as it is. */
  readonly to: string | URL;
  /** Name under which the event URL is passed. @defaultValue `"eventUrl"` */
  readonly parameter?: string;
  /** Sends the event as a user's browser brings it: signed in the query, with a way back. @defaultValue false */
  readonly interactive?: boolean;
  /** What the marketplace would like the result in. @defaultValue `"application/json"` */
  readonly accept?: string;
  /** Writes the event as marketplaces did in 2012. @defaultValue today's JSON or XML, whichever the vendor asks for */
  readonly form?: EventForm;
  /** PEM of the certificate to trust, for an endpoint on https with one of its own. */
  readonly ca?: string;
  /** Milliseconds to wait for the answer, and once more for a result that comes later. @defaultValue 10000 */
  readonly timeout?: number;
}

/** An event that was announced to the vendor, and what the vendor said to it. */
export interface SentEvent {
  /** Identifies the event: the last segment of its URL. */
  readonly token: string;
  /** Where the vendor fetches the event. */
  readonly eventUrl: string;
  /** Status of the vendor's answer. */
  readonly status: number;
  /** Headers of the vendor's answer, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Where the vendor sends the browser that brought the event. */
  readonly location: string | undefined;
  /** The result in the vendor's answer; `undefined` where the text is none. */
  readonly body: EventResult | undefined;
  /** The vendor's answer as it came. */
  readonly text: string;
  /** What AppDirect's documented rules have against the vendor's answer; empty where a marketplace is content. */
  readonly findings: readonly AnswerFinding[];
  /**
   * The vendor's final result: the one in the answer, or the one that is posted later after a 202, or brought back by
   * the browser after a redirect. Rejects where the answer holds none, and where none came in time.
   */
  result(): Promise<EventResult>;
  /**
   * What the documented rules have against the final result, where that comes later than the answer; nothing where it is
   * in the answer, since `findings` has it then. Rejects as `result()` does.
   */
  laterFindings(): Promise<readonly AnswerFinding[]>;
  /** Announces the same event once more, as marketplaces do that lost the answer. */
  again(): Promise<SentEvent>;
  /** What the vendor said to the second announcement, where a fault made two of this one. */
  readonly duplicate?: SentEvent;
}

/** Announces an event to a vendor's endpoint. */
export type SendEvent = (event: EventDraft, options: SendEventOptions) => Promise<SentEvent>;

/** What the marketplace needs to send events. */
export interface NotifierOptions {
  readonly events: EventStore;
  /** The marketplace's own address. */
  readonly baseUrl: string;
  readonly credentials: SandboxCredentials;
  readonly faults: FaultBox;
  readonly now: () => number;
  /** Resolves when all that has changed is kept. */
  readonly written: () => Promise<void>;
  /** Aborted when the sandbox closes. */
  readonly closing: AbortSignal;
}

/** The marketplace's way to reach a vendor: store the event, send a signed notification, note the result. */
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
    const request = new Request(withParameter(loopbackUrl(to), parameter, eventUrl), { headers: { accept } });
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
        throw new Error(`The vendor answered ${status} without a result: ${text.slice(0, 200)}`);
      }
      return withDeadline(timeout, closing, (signal) => unlessAborted(settled, signal));
    }
    return {
      token,
      eventUrl,
      ...answer,
      body,
      findings: findingsOn(event.event, { ...answer, body }, interactive),
      result,
      laterFindings: async () => {
        const final = await result();
        return final === body || returnedResult(event.event, answer) !== undefined
          ? []
          : findingsOnResult(event.event, final);
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
    loopbackUrl(options.to); // before anything is stored
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

/** A sandbox that sent requests wherever it is told would be a way out of the machine. */
function loopbackUrl(to: string | URL): URL {
  const url = new URL(to);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (isWeb && loopbackHosts.has(url.hostname)) return url;
  throw new TypeError(`sendEvent goes to http(s) on this machine alone, not to ${url.origin}`);
}

/** Appended as text, because `URLSearchParams` would write the vendor's own query anew. */
function withParameter(endpoint: URL, name: string, value: string): URL {
  const url = new URL(endpoint);
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  url.search = url.search === "" ? pair : `${url.search}&${pair}`;
  return url;
}

type VendorAnswer = Pick<SentEvent, "status" | "headers" | "location" | "text">;

/** Node's own client, since Fetch cannot be told to trust a certificate. Redirects are not followed. */
function send(
  notification: Request,
  { ca, signal }: { ca: string | undefined; signal: AbortSignal },
): Promise<VendorAnswer> {
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

/** Gives work a signal that is aborted when its time is over or the sandbox closes, and leaves no timer behind. */
async function withDeadline<T>(
  milliseconds: number,
  closing: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  closing.throwIfAborted();
  const controller = new AbortController();
  const close = () => controller.abort(closing.reason);
  const timer = setTimeout(() => controller.abort(new Error(`Nothing came within ${milliseconds} ms`)), milliseconds);
  closing.addEventListener("abort", close);
  try {
    return await work(controller.signal);
  } catch (error) {
    // Node reports an aborted request by an error of its own; the reason says more.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    closing.removeEventListener("abort", close);
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
