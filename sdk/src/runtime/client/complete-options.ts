import type { Fetch } from "../../http/fetch.js";
import type { Hooks, Logger } from "../../http/hooks/index.js";
import { LONGEST_TIME } from "../../http/timing/index.js";
import { oauth1Signer } from "../../oauth1/sign/index.js";
import { assertHeaders, type Signer } from "../../oauth1/signers/index.js";
import type { ClientOptions } from "./options.js";

/** How long a call may take, and how often it may be tried. */
export interface Limits {
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  /** Milliseconds for all attempts and pauses. */
  readonly deadline: number;
  readonly maxRetries: number;
}

/** Options without optional parts: what the inside reads. */
export interface CompleteOptions extends Limits {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  readonly dangerouslyAllowHttp: boolean;
  readonly signer: Signer;
  readonly fetch: Fetch;
  /** `undefined` leaves it to the document. */
  readonly pageSize: number | undefined;
  readonly maxConcurrency: number;
  readonly validation: { readonly request: "strict" | "off"; readonly response: "strict" | "warn" | "off" };
  readonly logger: Logger | undefined;
  readonly hooks: Hooks;
  readonly headers: Readonly<Record<string, string>>;
}

/** Completes the options of a client. @throws TypeError for what is missing, contradictory or out of range */
export function completeOptions(options: ClientOptions): CompleteOptions {
  const base = resolveBaseUrl(options);
  assertHeaders(options.headers ?? {});
  return {
    baseUrl: base,
    dangerouslyAllowHttp: options.dangerouslyAllowHttp ?? false,
    signer: resolveSigner(options, base),
    fetch: resolveFetch(options),
    ...resolveLimits(options, { timeout: 30_000, deadline: 120_000, maxRetries: 2 }),
    pageSize: options.pageSize === undefined ? undefined : checkRange("pageSize", options.pageSize, 1),
    maxConcurrency: checkRange("maxConcurrency", options.maxConcurrency ?? 50, 1),
    validation: {
      request: options.validation?.request ?? "strict",
      response: options.validation?.response ?? "warn",
    },
    logger: checkLogger(options.logger),
    hooks: checkHooks(options.hooks ?? {}),
    headers: options.headers ?? {},
  };
}

function resolveFetch({ fetch }: ClientOptions): Fetch {
  if (fetch === undefined) return (request) => globalThis.fetch(request);
  if (typeof fetch !== "function") throw new TypeError("fetch must be a function that sends a Request");
  return fetch;
}

/** A logger that lacks a method would fail after an order was placed. @throws TypeError */
function checkLogger(logger: Logger | undefined): Logger | undefined {
  if (logger === undefined) return undefined;
  const missing = (["debug", "info", "warn", "error"] as const).filter((level) => typeof logger[level] !== "function");
  if (missing.length === 0) return logger;
  throw new TypeError(`logger must have the methods debug, info, warn and error, and lacks ${missing.join(" and ")}`);
}

/** @throws TypeError for a hook that is not a function, or that there is not */
function checkHooks(hooks: Hooks): Hooks {
  const known: { readonly [H in keyof Hooks]-?: true } = { journal: true, request: true, response: true, retry: true };
  for (const [name, hook] of Object.entries(hooks)) {
    if (!Object.hasOwn(known, name)) {
      throw new TypeError(`hooks has no ${JSON.stringify(name)}: known are ${Object.keys(known).join(", ")}`);
    }
    if (hook !== undefined && typeof hook !== "function") throw new TypeError(`hooks.${name} must be a function`);
  }
  return hooks;
}

/** The limits of a client or of a call; what it leaves open is as in `otherwise`. @throws TypeError out of range */
export function resolveLimits(
  options: { readonly [L in keyof Limits]?: number | undefined },
  otherwise: Limits,
): Limits {
  return {
    timeout: checkRange("timeout", options.timeout ?? otherwise.timeout, 1, LONGEST_TIME),
    deadline: checkRange("deadline", options.deadline ?? otherwise.deadline, 1, LONGEST_TIME),
    maxRetries: checkRange("maxRetries", options.maxRetries ?? otherwise.maxRetries, 0),
  };
}

/** Origin and path prefix, without a slash at the end. @throws TypeError for what must not be called */
export function resolveBaseUrl({
  baseUrl,
  dangerouslyAllowHttp = false,
}: Pick<ClientOptions, "baseUrl" | "dangerouslyAllowHttp">): string {
  if (baseUrl === undefined || baseUrl === "") throw new TypeError("baseUrl is missing: the address of the platform");
  const url = parseBaseUrl("baseUrl", baseUrl);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new TypeError("baseUrl must be an address alone, without user, query or fragment");
  }
  if (/[{}]|%7[bd]/i.test(url.href)) {
    throw new TypeError(`baseUrl holds a variable without a value, ${String(baseUrl)}: serverUrl() fills it in`);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new TypeError(`baseUrl must be https, and ${url.protocol} was given`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !dangerouslyAllowHttp) {
    throw new TypeError("baseUrl must be https: over http, anyone on the way reads the orders and changes them");
  }
  return url.href.replace(/\/+$/, "");
}

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function parseBaseUrl(option: string, value: string | URL): URL {
  if (!URL.canParse(String(value)))
    throw new TypeError(`${option} must be an absolute URL, and is ${JSON.stringify(value)}`);
  return new URL(value);
}

function resolveSigner({ credentials, signer, signatureBaseUrl }: ClientOptions, baseUrl: string): Signer {
  if (signer !== undefined) {
    if (credentials !== undefined) throw new TypeError("give either credentials or a signer, not both");
    if (signatureBaseUrl !== undefined)
      throw new TypeError("signatureBaseUrl goes with credentials: give it to the signer");
    return signer;
  }
  if (credentials === undefined) throw new TypeError("credentials are missing: consumerKey and consumerSecret");
  if (signatureBaseUrl === undefined) return oauth1Signer(credentials);
  const signed = parseBaseUrl("signatureBaseUrl", signatureBaseUrl);
  return oauth1Signer(credentials, { signatureBaseUrl: rebaseUrl(baseUrl, signed) });
}

/** Maps the URL of a request to the one that the platform believes it was called by. */
function rebaseUrl(baseUrl: string, signed: URL): (url: URL) => URL {
  const { origin, pathname: basePath } = new URL(baseUrl);
  const prefix = basePath.replace(/\/$/, "");
  const signedPrefix = signed.pathname.replace(/\/$/, "");
  return (url) => {
    if (url.origin !== origin) return url; // a call that goes elsewhere is seen there as it was sent
    const { pathname, search } = url;
    const path = signedPrefix === "" ? pathname : signedPrefix + pathname.slice(prefix.length);
    return new URL(signed.origin + path + search);
  };
}

function checkRange(option: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const upTo = most === Number.MAX_SAFE_INTEGER ? "" : ` and at most ${most}`;
  throw new TypeError(`${option} must be a whole number of at least ${least}${upTo}, and is ${String(value)}`);
}
