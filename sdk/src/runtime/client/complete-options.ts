import type { Fetch } from "../../http/fetch.js";
import type { Hooks, Logger } from "../../http/hooks/index.js";
import { LONGEST_TIME } from "../../http/timing/index.js";
import { oauth1Signer } from "../../oauth1/sign/index.js";
import { assertHeaders, type Signer } from "../../oauth1/signers/index.js";
import type { ClientOptions } from "./options.js";

/** Limits of the duration and the retries of a call. */
export interface Limits {
  /** Timeout for one attempt, in milliseconds. */
  readonly timeout: number;
  /** Timeout for all attempts and pauses, in milliseconds. */
  readonly deadline: number;
  readonly maxRetries: number;
}

/** Options with all defaults filled in, for internal use. */
export interface CompleteOptions extends Limits {
  /** Origin and path prefix, without a trailing slash. */
  readonly baseUrl: string;
  readonly dangerouslyAllowHttp: boolean;
  readonly signer: Signer;
  readonly fetch: Fetch;
  /** Number of items per page. `undefined` means that the document decides. */
  readonly pageSize: number | undefined;
  readonly maxConcurrency: number;
  readonly validation: { readonly request: "strict" | "off"; readonly response: "strict" | "warn" | "off" };
  readonly logger: Logger | undefined;
  readonly hooks: Hooks;
  readonly headers: Readonly<Record<string, string>>;
}

/** Completes the options of a client. @throws TypeError if options are missing, contradictory or out of range */
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

/** Checks a logger early: one that lacks a method would fail after an order was placed. @throws TypeError */
function checkLogger(logger: Logger | undefined): Logger | undefined {
  if (logger === undefined) return undefined;
  const missing = (["debug", "info", "warn", "error"] as const).filter((level) => typeof logger[level] !== "function");
  if (missing.length === 0) return logger;
  throw new TypeError(`logger must have the methods debug, info, warn and error, but lacks ${missing.join(" and ")}`);
}

/** @throws TypeError for an unknown hook, or one that is not a function */
function checkHooks(hooks: Hooks): Hooks {
  const known: { readonly [H in keyof Hooks]-?: true } = { journal: true, request: true, response: true, retry: true };
  for (const [name, hook] of Object.entries(hooks)) {
    if (!Object.hasOwn(known, name)) {
      throw new TypeError(`hooks has no ${JSON.stringify(name)}: the hooks are ${Object.keys(known).join(", ")}`);
    }
    if (hook !== undefined && typeof hook !== "function") throw new TypeError(`hooks.${name} must be a function`);
  }
  return hooks;
}

/** Completes the limits of a client or a call with `defaults`. @throws TypeError if a limit is out of range */
export function resolveLimits(
  options: { readonly [L in keyof Limits]?: number | undefined },
  defaults: Limits,
): Limits {
  return {
    timeout: checkRange("timeout", options.timeout ?? defaults.timeout, 1, LONGEST_TIME),
    deadline: checkRange("deadline", options.deadline ?? defaults.deadline, 1, LONGEST_TIME),
    maxRetries: checkRange("maxRetries", options.maxRetries ?? defaults.maxRetries, 0),
  };
}

/** Returns the origin and path prefix, without a trailing slash. @throws TypeError if the URL must not be called */
export function resolveBaseUrl({
  baseUrl,
  dangerouslyAllowHttp = false,
}: Pick<ClientOptions, "baseUrl" | "dangerouslyAllowHttp">): string {
  if (baseUrl === undefined || baseUrl === "") throw new TypeError("baseUrl is missing: pass the URL of the platform");
  const url = parseBaseUrl("baseUrl", baseUrl);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new TypeError("baseUrl must not contain a user, a query or a fragment");
  }
  if (/[{}]|%7[bd]/i.test(url.href)) {
    throw new TypeError(
      `baseUrl contains a variable without a value: ${String(baseUrl)}. Use serverUrl() to fill it in`,
    );
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new TypeError(`baseUrl must be https, not ${url.protocol}`);
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !dangerouslyAllowHttp) {
    throw new TypeError("baseUrl must be https: over http, anyone on the network can read and change orders");
  }
  return url.href.replace(/\/+$/, "");
}

/** Returns true if a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function parseBaseUrl(option: string, value: string | URL): URL {
  if (!URL.canParse(String(value)))
    throw new TypeError(`${option} must be an absolute URL, not ${JSON.stringify(value)}`);
  return new URL(value);
}

function resolveSigner({ credentials, signer, signatureBaseUrl }: ClientOptions, baseUrl: string): Signer {
  if (signer !== undefined) {
    if (credentials !== undefined) throw new TypeError("Pass either credentials or a signer, not both");
    if (signatureBaseUrl !== undefined)
      throw new TypeError("signatureBaseUrl requires credentials: pass it to the signer instead");
    return signer;
  }
  if (credentials === undefined) throw new TypeError("credentials are missing: pass consumerKey and consumerSecret");
  if (signatureBaseUrl === undefined) return oauth1Signer(credentials);
  const signed = parseBaseUrl("signatureBaseUrl", signatureBaseUrl);
  return oauth1Signer(credentials, { signatureBaseUrl: rebaseUrl(baseUrl, signed) });
}

/** Returns a function that maps the URL of a request to the URL that the platform sees. */
function rebaseUrl(baseUrl: string, signed: URL): (url: URL) => URL {
  const { origin, pathname: basePath } = new URL(baseUrl);
  const prefix = basePath.replace(/\/$/, "");
  const signedPrefix = signed.pathname.replace(/\/$/, "");
  return (url) => {
    if (url.origin !== origin) return url; // a call to another server is signed with the URL it is sent to
    const { pathname, search } = url;
    const path = signedPrefix === "" ? pathname : signedPrefix + pathname.slice(prefix.length);
    return new URL(signed.origin + path + search);
  };
}

function checkRange(option: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const upTo = most === Number.MAX_SAFE_INTEGER ? "" : ` and at most ${most}`;
  throw new TypeError(`${option} must be a whole number of at least ${least}${upTo}, not ${String(value)}`);
}
