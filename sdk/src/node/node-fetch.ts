import { Agent, buildConnector, type Dispatcher, Pool, ProxyAgent } from "undici";
import { readableEncodings } from "./content-encoding.js";
import { type Ending, Exchange } from "./exchange.js";
import { provenConnector } from "./proven-connector.js";
import { type Lookup, publicConnector } from "./public-addresses.js";

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
  /**
   * Connects to addresses of the public internet alone, and refuses a host that is, or whose name leads to, any other:
   * this machine, its network, the metadata service of a cloud. For addresses that strangers give, such as the event
   * URLs of notifications. The address that was checked is the one that is connected to. Not with `proxy`, which looks
   * names up by itself. @defaultValue false: a lab's platform is often on a private address
   */
  readonly publicAddressesOnly?: boolean | undefined;
  /** Looks host names up for `publicAddressesOnly`. @defaultValue `dns.lookup` */
  readonly lookup?: Lookup | undefined;
}

/** What {@link nodeFetch} gives. */
export interface NodeFetch {
  /**
   * Sends a request as the global `fetch` would, without following redirects. Bodies in gzip, deflate and br are
   * decoded. One that is damaged, incomplete or in another coding rejects with a {@link ContentEncodingError} while it
   * is read.
   */
  (request: Request): Promise<Response>;
  /**
   * The same for a client, which ends the request by less than an `AbortSignal`: nothing need stand between the two.
   *
   * @param ending Ends the request, in the place of its own signal.
   */
  direct(request: Request, ending: Ending): Promise<Response>;
}

/**
 * A `fetch` for the option of that name: faster than the platform's own, and with settings that one does not have.
 *
 * ```ts
 * const fetch = nodeFetch({ ca: sandbox.certificate }); // a lab's certificate, trusted by these two clients alone
 * ```
 *
 * @throws TypeError on a runtime that has no working `undici`, such as Bun: leave the `fetch` option out there. Also
 * when `publicAddressesOnly` is combined with `proxy`
 */
export function nodeFetch(options: NodeFetchOptions = {}): NodeFetch {
  assertRuntime();
  const dispatcher = dispatcherOf(options);
  if (options.dangerouslyTrustAnyCertificate) {
    console.warn("apsdirect: this client trusts any certificate, so anyone on the way can read and answer its calls");
  }
  const direct = async (request: Request, ending: Ending): Promise<Response> => {
    const { origin, pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set("accept-encoding", readableEncodings(headers.get("accept-encoding")));
    const method = request.method as Dispatcher.HttpMethod; // undici takes every method and names the usual ones
    const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
    // undici's own fetch does not take the global Request.
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(ending, resolve, reject);
      dispatcher.dispatch({ origin, path: pathname + search, method, headers, body }, exchange);
    });
  };
  return Object.assign((request: Request) => direct(request, request.signal), { direct });
}

/** Bun puts an `undici` of its own in the place of the package: it has the classes, and they send nothing. */
function assertRuntime(): void {
  if (typeof Agent?.prototype.dispatch === "function") return;
  throw new TypeError(
    "nodeFetch() does not work here: this runtime replaces the package undici by one that sends nothing, as Bun does. " +
      "Leave the fetch option out, and the client uses the runtime's own fetch.",
  );
}

function dispatcherOf({
  ca,
  dangerouslyTrustAnyCertificate = false,
  maxSockets = 50,
  proxy,
  publicAddressesOnly = false,
  lookup,
}: NodeFetchOptions): Dispatcher {
  if (proxy !== undefined && publicAddressesOnly) {
    throw new TypeError("publicAddressesOnly cannot be kept through a proxy: it is the proxy that connects");
  }
  const trust = {
    rejectUnauthorized: !dangerouslyTrustAnyCertificate,
    ...(ca === undefined ? {} : { ca: typeof ca === "string" ? ca : [...ca] }),
  };
  if (proxy === undefined) {
    const connect = publicAddressesOnly ? publicConnector(trust, lookup) : buildConnector(trust);
    return new Agent({ connections: maxSockets, connect: provenConnector(connect) });
  }
  return new ProxyAgent({
    uri: String(proxy),
    connections: maxSockets,
    requestTls: trust,
    // ProxyAgent passes the connector that makes its tunnels; undici declares these options as `object`.
    factory: (origin, options) => tunnelPool(origin, options as { readonly connect: buildConnector.connector }),
  });
}

/** Connections to one origin through a proxy. */
function tunnelPool(origin: string | URL, options: { readonly connect: buildConnector.connector }): Pool {
  return new Pool(origin, { ...options, connect: provenConnector(options.connect) });
}
