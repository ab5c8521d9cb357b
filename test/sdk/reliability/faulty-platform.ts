import type { Socket } from "node:net";
import { ApsClient, type OrderRequest } from "apsdirect";
import type { ClientOptions } from "apsdirect/runtime";
import { onTestFinished } from "vitest";
import { credentials } from "../../support/credentials.js";
import { json, type RawRequest, type RawServerOptions, startRawServerOn } from "../../support/raw-server.js";

/** A request that has come, and what the platform can do about it. */
export interface Exchange {
  readonly socket: Socket;
  readonly request: RawRequest;
  /** Executes the request and gives the answer that it should have, as it stands on the wire. */
  readonly execute: () => string;
}

/** What the platform does with one request. */
export type Turn = (exchange: Exchange) => void;

/** Does what a platform should. */
export const healthy: Turn = ({ socket, execute }) => void socket.write(execute());

/** An order manager and a resource bus that fail as they are told, and know what they have executed. */
export interface FaultyPlatform {
  readonly origin: string;
  /** As they stood on the wire. */
  readonly requests: readonly RawRequest[];
  /** IDs of the orders that were placed. */
  readonly orders: readonly string[];
  /** How many requests that change something were executed, orders among them. */
  readonly executions: () => number;
  /** Nonces that came more than once. */
  readonly reusedNonces: () => readonly string[];
  readonly connections: () => number;
  readonly mostConnections: () => number;
  close(): Promise<void>;
}

/**
 * Starts a platform on loopback, which does with each request what the next turn says, and with all that follow what the
 * last one says.
 */
export async function startFaultyPlatform(
  turns: readonly Turn[],
  options: RawServerOptions = {},
): Promise<FaultyPlatform> {
  const orders: string[] = [];
  const changes: RawRequest[] = [];
  let taken = 0;
  const server = await startRawServerOn(options, (socket, request) => {
    const turn = turns[Math.min(taken, turns.length - 1)] ?? healthy;
    taken += 1;
    turn({ socket, request, execute: () => execute(request) });
  });

  function execute(request: RawRequest): string {
    const [method, target = ""] = request.line.split(" ");
    if (method !== "GET") changes.push(request);
    if (method === "POST") return json({ orderId: orders[orders.push(`o-${orders.length + 1}`) - 1] });
    if (/\/orders(\?|$)/.test(target)) return json(orders.map((orderId) => ({ orderId, accountId: "a-1" })));
    const [id] = target.split("/").slice(-1);
    return json({ orderId: id, provisioningStatus: "COMPLETED", aps: { id, type: "http://example.test/type/1.0" } });
  }

  const { origin, requests, connections, mostConnections, close } = server;
  return {
    origin,
    requests,
    orders,
    executions: () => changes.length,
    reusedNonces: () => repeated(requests.map(nonceOf)),
    connections,
    mostConnections,
    close,
  };
}

/** A platform that ends with the test, and a client of it. */
export async function faultyPlatform(
  turns: readonly Turn[],
  options: ClientOptions = {},
): Promise<{ readonly platform: FaultyPlatform; readonly sdk: ApsClient }> {
  const platform = await startFaultyPlatform(turns);
  onTestFinished(() => platform.close());
  return { platform, sdk: clientOf(platform, options) };
}

/** A client of a platform. */
export function clientOf({ origin }: Pick<FaultyPlatform, "origin">, options: ClientOptions = {}): ApsClient {
  return new ApsClient({ baseUrl: origin, credentials, ...options });
}

/** An order that the platform takes. */
export const order: OrderRequest = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};

/** The nonce that a request carried in its header. */
export function nonceOf({ headers }: RawRequest): string {
  return /oauth_nonce="([^"]*)"/.exec(headers.get("authorization") ?? "")?.[1] ?? "none";
}

/** What a call was rejected with. */
export async function rejectionOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (result) => {
      throw new Error(`expected an error, and the result is ${JSON.stringify(result)}`);
    },
    (error: unknown) => error,
  );
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
