import type { EventHandler } from "./event-handlers.js";

/** As much of Node's `IncomingMessage` as is read; Express's request is one. */
export interface NodeRequest {
  /** Of HTTP. */
  readonly method?: string | undefined;
  /** The raw target, as it stands on the wire. */
  readonly url?: string | undefined;
  /** Express: the target before a router cut its own part off. */
  readonly originalUrl?: string | undefined;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  /** Who is at the other end of the connection. */
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** As much of Node's `ServerResponse` as is written to. */
export interface NodeResponse {
  /** Sends the head. */
  writeHead(status: number, headers: Record<string, string | string[]>): unknown;
  /** Sends the body and ends the answer. */
  end(body?: Uint8Array): unknown;
  /** Whether all that there is to say has been said. */
  readonly writableEnded: boolean;
  /** Tells that the connection is over. */
  once(event: "close", listener: () => void): unknown;
}

/**
 * An event handler as a listener of Node's `http` server and as a route of Express. The handler needs `publicUrl` or
 * `trustedProxies`: the target of such a request says neither scheme nor host.
 *
 * ```ts
 * server.on("request", nodeListener(vendor));
 * ```
 */
export function nodeListener(handler: EventHandler): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const { method = "GET", url = "/", originalUrl = url, rawHeaders, socket } = request;
    const closing = new AbortController();
    response.once("close", () => {
      if (!response.writableEnded) closing.abort();
    });
    const raw = { method, url: originalUrl, headers: headerList(rawHeaders) };
    const { remoteAddress } = socket;
    const answer = await handler.answer(raw, { remoteAddress, signal: closing.signal });
    try {
      const body = new Uint8Array(await answer.arrayBuffer());
      response.writeHead(answer.status, headersOf(answer));
      response.end(body);
    } catch {
      // A page of the vendor's own whose body broke off. Unheard, that would end the process.
      response.writeHead(500, {});
      response.end();
    }
  };
}

/** Cookies are set by a header each: joined, as others may be, they would be one that no browser understands. */
function headersOf({ headers }: Response): Record<string, string | string[]> {
  const cookies = headers.getSetCookie();
  return { ...Object.fromEntries(headers), ...(cookies.length > 0 && { "set-cookie": cookies }) };
}

function headerList(raw: readonly string[]): [name: string, value: string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""]] : []));
}
