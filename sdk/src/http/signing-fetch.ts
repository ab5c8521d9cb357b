import type { Signer } from "../oauth1/index.js";

/**
 * What sends a request: called with one argument, a global `Request`, already signed. `globalThis.fetch` is one, and
 * so is what `nodeFetch` of `apsdirect/node` gives.
 */
export type Fetch = (request: Request) => Promise<Response>;

/** Tells what a request looked like when it left, signature and all. It is for redaction and must not be kept. */
export type OnSigned = (request: Request) => void;

/** What is to be signed: the request itself where nothing joins it, since to make another of it takes time. */
function requestOf(
  input: string | URL | Request,
  init: RequestInit | undefined,
  stream: ReadableStream<Uint8Array> | undefined,
): Request {
  if (stream === undefined && input instanceof Request && Object.keys(init ?? {}).length === 0) return input;
  // Fetch wants to be told that a stream is sent whole before the answer is read; the types do not know it yet.
  const body = stream === undefined ? {} : { body: stream, duplex: "half" };
  return new Request(input, { ...init, ...body });
}

/**
 * Signs each request just before it leaves. Signing stands here, innermost, because only here is the request exactly
 * what will be sent, and because this runs once per attempt, so that each carries a nonce of its own.
 *
 * @param stream A body that can be read once: it joins the request here.
 */
export function signingFetch(
  fetch: Fetch,
  signer: Signer,
  stream: ReadableStream<Uint8Array> | undefined,
  onSigned: OnSigned,
): typeof globalThis.fetch {
  return async (input, init) => {
    const signed = await signer.sign(requestOf(input, init, stream), true);
    onSigned(signed);
    return fetch(signed);
  };
}
