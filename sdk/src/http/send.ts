import ky, { type KyInstance } from "ky";
import type { Signer } from "../oauth1/signers/index.js";
import type { UnsignedRequest } from "./body/index.js";
import type { Fetch } from "./fetch.js";
import type { TimedSignal } from "./timing/index.js";

/** Sends a request, and passes the signed request to `onSigned` before it leaves. */
export type Send = (request: UnsignedRequest, connection: TimedSignal, onSigned: OnSigned) => Promise<Response>;

type OnSigned = (request: Request) => void;

/**
 * Creates the function that sends requests, through ky unless `fetch` has a direct variant. ky evens out differences
 * between the `fetch` of different platforms. Signing is innermost: only there is the request exactly what will be
 * sent, and only there does each attempt get its own nonce.
 */
export function createSend(fetch: Fetch, signer: Signer): Send {
  const sign: SignRequest = async (request, connection, onSigned) => {
    const signed = await signer.sign(request, true);
    // An aborted call reports that nothing was sent, and not every `fetch` respects a signal.
    if (connection.aborted) throw connection.reason;
    onSigned(signed);
    return signed;
  };
  const { direct } = fetch;
  return direct === undefined ? sendThroughKy(fetch, sign) : sendDirectly(direct, sign);
}

type SignRequest = (request: Request, connection: TimedSignal, onSigned: OnSigned) => Promise<Request>;

function sendDirectly(fetch: NonNullable<Fetch["direct"]>, sign: SignRequest): Send {
  return async ({ url, method, headers, body }, connection, onSigned) => {
    const content = body === undefined ? {} : { body };
    const request = new Request(url, { method, headers, redirect: "manual", ...content, ...duplexOption(body) });
    return fetch(await sign(request, connection, onSigned), connection);
  };
}

/**
 * Uses only the features that both supported major versions of ky have, without ky's own retries, timeout and errors
 * for a status. The URL is passed as finished text, because `searchParams` would rewrite RQL.
 */
function sendThroughKy(fetch: Fetch, sign: SignRequest): Send {
  const client: KyInstance = ky.create({ retry: 0, timeout: false, throwHttpErrors: false, redirect: "manual" });
  return async ({ url, method, headers, body }, connection, onSigned) => {
    // ky would tee the stream and buffer the unread branch in memory.
    const stream = body instanceof ReadableStream ? body : undefined;
    const content = body === undefined || stream ? {} : { body };
    return client(url, {
      method,
      headers,
      signal: connection.signal,
      fetch: async (input, init) => fetch(await sign(toRequest(input, init, stream), connection, onSigned)),
      ...content,
    });
  };
}

/** Returns the request to sign. Reuses the given request if nothing is added to it, because a copy takes time. */
function toRequest(
  input: string | URL | Request,
  init: RequestInit | undefined,
  stream: ReadableStream<Uint8Array> | undefined,
): Request {
  if (stream === undefined && input instanceof Request && Object.keys(init ?? {}).length === 0) return input;
  return new Request(input, stream === undefined ? init : { ...init, body: stream, ...duplexOption(stream) });
}

/** The Fetch standard requires `duplex: "half"` for a stream as the body; the types do not know the option yet. */
function duplexOption(body: unknown): { readonly duplex?: "half" } {
  return body instanceof ReadableStream ? { duplex: "half" } : {};
}
