import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { oauth1Signer } from "apsdirect/oauth1";
import type { SandboxCredentials } from "../credentials.js";
import { type EventResult, parseEventResult } from "./event-result.js";
import type { EventStore } from "./event-store.js";
import { completeEvent, type EventDraft } from "./event-templates.js";
import { eventPath } from "./marketplace.js";

/** Where a notification goes, and how. */
export interface SendEventOptions {
  /** The vendor's endpoint, on this machine: `http://127.0.0.1:8080/events`. Its own query stays as it is. */
  readonly to: string | URL;
  /** Name under which the event URL is passed. @defaultValue `"eventUrl"` */
  readonly parameter?: string;
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
  /** The result in the vendor's answer; `undefined` where the text is none. */
  readonly body: EventResult | undefined;
  /** The vendor's answer as it came. */
  readonly text: string;
  /**
   * The vendor's final result: the one in the answer, or after a 202 the one that is posted later. Rejects where the
   * answer holds none, and where none was posted in time.
   */
  result(): Promise<EventResult>;
}

/** Announces an event to a vendor's endpoint. */
export type SendEvent = (event: EventDraft, options: SendEventOptions) => Promise<SentEvent>;

/** What the marketplace needs to send events. */
export interface NotifierOptions {
  readonly events: EventStore;
  /** The marketplace's own address. */
  readonly baseUrl: string;
  readonly credentials: SandboxCredentials;
  readonly now: () => number;
  /** Aborted when the sandbox closes. */
  readonly closing: AbortSignal;
}

/** The marketplace's way to reach a vendor: store the event, send a signed notification, note the result. */
export function createNotifier({ events, baseUrl, credentials, now, closing }: NotifierOptions): SendEvent {
  const signer = oauth1Signer(credentials, { now });
  return async (draft, { to, parameter = "eventUrl", ca, timeout = 10_000 }) => {
    const endpoint = loopbackUrl(to);
    const { token, settled, settle } = events.add(completeEvent(draft, baseUrl));
    const eventUrl = baseUrl + eventPath(token);
    const notification = await signer.sign(new Request(withParameter(endpoint, parameter, eventUrl)));
    const { status, text } = await withDeadline(timeout, closing, (signal) => send(notification, { ca, signal }));
    const body = parseEventResult(text);
    const isFinal = status === 200 || status === 201;
    if (isFinal && body) settle(body);
    return {
      token,
      eventUrl,
      status,
      body,
      text,
      result: async () => {
        if (isFinal && body) return body;
        if (status === 202) return withDeadline(timeout, closing, (signal) => unlessAborted(settled, signal));
        throw new Error(`The vendor answered ${status} without a result: ${text.slice(0, 200)}`);
      },
    };
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

/** Node's own client, since Fetch cannot be told to trust a certificate. Redirects are not followed. */
function send(
  notification: Request,
  { ca, signal }: { ca: string | undefined; signal: AbortSignal },
): Promise<{ status: number; text: string }> {
  const { protocol } = new URL(notification.url);
  const request = protocol === "https:" ? requestHttps : requestHttp;
  const options = { headers: Object.fromEntries(notification.headers), agent: false, signal, ca };
  return new Promise((resolve, reject) => {
    const sent = request(notification.url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
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
