import { Agent, type Dispatcher, ProxyAgent, request as send } from "undici";

/** How {@link nodeFetch} connects. */
export interface NodeFetchOptions {
  /** Certificates to trust, PEM: a lab's own, or that of its authority. They take the place of the usual ones. */
  readonly ca?: string | readonly string[] | undefined;
  /**
   * Trusts whoever answers. Anyone on the way can then read the calls and answer them; give `ca` instead wherever the
   * certificate can be had. Holds for this client alone, and says so once on the console.
   */
  readonly dangerouslyTrustAnyCertificate?: boolean | undefined;
  /** Connections to one host at once. @defaultValue 50 */
  readonly maxSockets?: number | undefined;
  /** Address of an HTTP proxy to go through. */
  readonly proxy?: string | URL | undefined;
}

/**
 * A `fetch` for the option of that name: faster than the platform's own, and with settings that one does not have.
 *
 * ```ts
 * const fetch = nodeFetch({ ca: sandbox.certificate }); // a lab's certificate, trusted by these two clients alone
 * ```
 */
export function nodeFetch(options: NodeFetchOptions = {}): (request: Request) => Promise<Response> {
  const dispatcher = dispatcherOf(options);
  if (options.dangerouslyTrustAnyCertificate) {
    console.warn("apsdirect: this client trusts any certificate, so anyone on the way can read and answer its calls");
  }
  return async (request) => {
    // undici's own fetch does not take the global Request, and its `request` is lighter besides.
    const { statusCode, headers, body } = await send(request.url, {
      dispatcher,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: request.body === null ? null : new Uint8Array(await request.arrayBuffer()),
      signal: request.signal,
    });
    return new Response(isBodiless(statusCode) ? null : streamOf(body), {
      status: statusCode,
      headers: headersOf(headers),
    });
  };
}

function dispatcherOf({
  ca,
  dangerouslyTrustAnyCertificate = false,
  maxSockets = 50,
  proxy,
}: NodeFetchOptions): Dispatcher {
  const trust = {
    rejectUnauthorized: !dangerouslyTrustAnyCertificate,
    ...(ca === undefined ? {} : { ca: typeof ca === "string" ? ca : [...ca] }),
  };
  if (proxy === undefined) return new Agent({ connections: maxSockets, connect: trust });
  return new ProxyAgent({ uri: String(proxy), connections: maxSockets, requestTls: trust });
}

/** Statuses that a `Response` may not be given a body with. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

/** A body as a web stream; what is cancelled closes its connection. */
function streamOf(body: Dispatcher.ResponseData["body"]): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const chunk = await chunks.next();
      if (chunk.done) controller.close();
      else controller.enqueue(chunk.value);
    },
    cancel() {
      body.destroy();
    },
  });
}

function headersOf(raw: Dispatcher.ResponseData["headers"]): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(raw)) {
    for (const value of [values ?? []].flat()) headers.append(name, value);
  }
  return headers;
}
