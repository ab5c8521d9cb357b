import ky, { type KyInstance } from "ky";
import type { Signer } from "../oauth1/index.js";
import type { UnsignedRequest } from "./unsigned-request.js";

/**
 * What sends a request: called with one argument, a global `Request`, already signed. `globalThis.fetch` is one, and
 * so is what `nodeFetch` of `apsdirect/node` gives.
 */
export interface Fetch {
  (request: Request): Promise<Response>;
  /** Set by one that is made for the client: then nothing else stands between the two. */
  readonly direct?: true;
}

/** Sends a request, and tells what it looked like when it left, signature and all. */
export type Send = (
  request: UnsignedRequest,
  signal: AbortSignal,
  onSigned: (request: Request) => void,
) => Promise<Response>;

/**
 * How requests are sent: through ky, which evens out what the `fetch` of one platform has and that of another has not.
 * Signing stands innermost, because only there is the request exactly what will be sent, and because that runs once per
 * attempt, so that each carries a nonce of its own.
 */
export function sendingThrough(fetch: Fetch, signer: Signer): Send {
  const transmit = async (request: Request, onSigned: (request: Request) => void): Promise<Response> => {
    const signed = await signer.sign(request, true);
    onSigned(signed);
    return fetch(signed);
  };
  return fetch.direct === true ? directly(transmit) : throughKy(transmit);
}

type Transmit = (request: Request, onSigned: (request: Request) => void) => Promise<Response>;

function directly(transmit: Transmit): Send {
  return async ({ url, method, headers, body }, signal, onSigned) => {
    const content = body === undefined ? {} : { body };
    const request = new Request(url, { method, headers, signal, redirect: "manual", ...content, ...halfDuplex(body) });
    return transmit(request, onSigned);
  };
}

/**
 * Of ky only what its two major versions agree on is used: no retry of its own, no timeout, no error for a status, and
 * the URL as a finished text. `searchParams` would rewrite RQL.
 */
function throughKy(transmit: Transmit): Send {
  const client: KyInstance = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });
  return async ({ url, method, headers, body }, signal, onSigned) => {
    // ky would split a stream in two and keep in memory what the unread half has not passed on.
    const stream = body instanceof ReadableStream ? body : undefined;
    const content = body === undefined || stream ? {} : { body };
    return client(url, {
      method,
      headers,
      signal,
      fetch: (input, init) => transmit(requestOf(input, init, stream), onSigned),
      ...content,
    });
  };
}

/** What is to be signed: the request itself where nothing joins it, since to make another of it takes time. */
function requestOf(
  input: string | URL | Request,
  init: RequestInit | undefined,
  stream: ReadableStream<Uint8Array> | undefined,
): Request {
  if (stream === undefined && input instanceof Request && Object.keys(init ?? {}).length === 0) return input;
  return new Request(input, stream === undefined ? init : { ...init, body: stream, ...halfDuplex(stream) });
}

/** Fetch wants to be told that a stream is sent whole before the answer is read; the types do not know it yet. */
function halfDuplex(body: unknown): { readonly duplex?: "half" } {
  return body instanceof ReadableStream ? { duplex: "half" } : {};
}
