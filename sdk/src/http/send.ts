import ky, { type KyInstance } from "ky";
import type { Signer } from "../oauth1/signers/index.js";
import type { UnsignedRequest } from "./body/index.js";
import type { Fetch } from "./fetch.js";
import type { TimedSignal } from "./timing/index.js";

/** Sends a request, and tells what it looked like when it left, signature and all. */
export type Send = (request: UnsignedRequest, connection: TimedSignal, onSigned: OnSigned) => Promise<Response>;

type OnSigned = (request: Request) => void;

/**
 * How requests are sent: through ky, which evens out what the `fetch` of one platform has and that of another has not.
 * Signing stands innermost, because only there is the request exactly what will be sent, and because that runs once per
 * attempt, so that each carries a nonce of its own.
 */
export function createSend(fetch: Fetch, signer: Signer): Send {
  const signed: SignRequest = async (request, connection, onSigned) => {
    const result = await signer.sign(request, true);
    // Whoever ended the call has been told that nothing was sent, and not every `fetch` heeds a signal.
    if (connection.aborted) throw connection.reason;
    onSigned(result);
    return result;
  };
  const { direct } = fetch;
  return direct === undefined ? sendThroughKy(fetch, signed) : sendDirectly(direct, signed);
}

type SignRequest = (request: Request, connection: TimedSignal, onSigned: OnSigned) => Promise<Request>;

function sendDirectly(fetch: NonNullable<Fetch["direct"]>, signed: SignRequest): Send {
  return async ({ url, method, headers, body }, connection, onSigned) => {
    const content = body === undefined ? {} : { body };
    const request = new Request(url, { method, headers, redirect: "manual", ...content, ...duplexOption(body) });
    return fetch(await signed(request, connection, onSigned), connection);
  };
}

/**
 * Of ky only what its two major versions agree on is used: no retry of its own, no timeout, no error for a status, and
 * the URL as a finished text. `searchParams` would rewrite RQL.
 */
function sendThroughKy(fetch: Fetch, signed: SignRequest): Send {
  const client: KyInstance = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });
  return async ({ url, method, headers, body }, connection, onSigned) => {
    // ky would split a stream in two and keep in memory what the unread half has not passed on.
    const stream = body instanceof ReadableStream ? body : undefined;
    const content = body === undefined || stream ? {} : { body };
    return client(url, {
      method,
      headers,
      signal: connection.signal,
      fetch: async (input, init) => fetch(await signed(toRequest(input, init, stream), connection, onSigned)),
      ...content,
    });
  };
}

/** What is to be signed: the request itself where nothing joins it, since to make another of it takes time. */
function toRequest(
  input: string | URL | Request,
  init: RequestInit | undefined,
  stream: ReadableStream<Uint8Array> | undefined,
): Request {
  if (stream === undefined && input instanceof Request && Object.keys(init ?? {}).length === 0) return input;
  return new Request(input, stream === undefined ? init : { ...init, body: stream, ...duplexOption(stream) });
}

/** Fetch wants to be told that a stream is sent whole before the answer is read; the types do not know it yet. */
function duplexOption(body: unknown): { readonly duplex?: "half" } {
  return body instanceof ReadableStream ? { duplex: "half" } : {};
}
