import type { EventHandler } from "./event-handlers.js";

/** Part of Node's `IncomingMessage` that `nodeListener` reads. Express requests have it, too. */
export interface NodeRequest {
  /** HTTP method. */
  readonly method?: string | undefined;
  /** Raw request target, exactly as it was sent. */
  readonly url?: string | undefined;
  /** Request target in Express, before a router removed its prefix. */
  readonly originalUrl?: string | undefined;
  /** Names and values alternating, as they were received. */
  readonly rawHeaders: readonly string[];
  /** Socket, which has the IP address of the peer. */
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** Part of Node's `ServerResponse` that `nodeListener` uses. */
export interface NodeResponse {
  /** Sends the status line and the headers. */
  writeHead(status: number, headers: Record<string, string | string[]>): unknown;
  /** Sends the body and ends the response. */
  end(body?: Uint8Array): unknown;
  /** True once `end` has been called. */
  readonly writableEnded: boolean;
  /** Calls a listener when the connection closes. */
  once(event: "close", listener: () => void): unknown;
}

/**
 * Adapts an event handler to Node's `http` server or an Express route. The handler needs `publicUrl` or
 * `trustedProxies`, because the target of such a request contains neither scheme nor host.
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
    const raw = { method, url: originalUrl, headers: pairHeaders(rawHeaders) };
    const { remoteAddress } = socket;
    const result = await handler.answer(raw, { remoteAddress, signal: closing.signal });
    try {
      const body = new Uint8Array(await result.arrayBuffer());
      response.writeHead(result.status, toNodeHeaders(result));
      response.end(body);
    } catch {
      // The body of the vendor's own page failed. An unresult rejection would end the process.
      response.writeHead(500, {});
      response.end();
    }
  };
}

/** Converts headers to Node's form. Each cookie needs its own header, because browsers cannot read a joined one. */
function toNodeHeaders({ headers }: Response): Record<string, string | string[]> {
  const cookies = headers.getSetCookie();
  return { ...Object.fromEntries(headers), ...(cookies.length > 0 && { "set-cookie": cookies }) };
}

function pairHeaders(raw: readonly string[]): [name: string, value: string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""]] : []));
}
