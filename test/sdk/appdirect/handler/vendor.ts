import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "@apsdirect/sandbox";
import {
  AppDirectClient,
  createEventHandler,
  type EventHandler,
  type EventHandlerOptions,
  nodeListener,
} from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import { onTestFinished } from "vitest";

/** Vendor on a real socket, for the duration of a test. */
export interface Vendor {
  /** URL for the notifications of the marketplace. */
  readonly endpoint: string;
  readonly client: AppDirectClient;
  /** Reports of the handler, in order. */
  readonly log: readonly { readonly what: string; readonly error: unknown }[];
  /** Waits for results that are sent later. */
  idle(): Promise<void>;
}

const silent = { warn: () => {}, error: () => {} };

/** Starts a vendor of a marketplace. */
export async function vendorOf(
  { appdirect, certificate }: Pick<Sandbox, "appdirect" | "certificate">,
  options: Partial<EventHandlerOptions> & Pick<EventHandlerOptions, "on">,
): Promise<Vendor> {
  const { baseUrl, credentials } = appdirect;
  const client = new AppDirectClient({ credentials, marketplaces: [baseUrl], fetch: nodeFetch({ ca: certificate }) });
  const log: { what: string; error: unknown }[] = [];
  let handler: EventHandler | undefined;
  const endpoint = await vendorServer((publicUrl) => {
    handler = createEventHandler({
      client,
      publicUrl,
      secretFor: (key) => (key === credentials.consumerKey ? credentials.consumerSecret : undefined),
      logger: silent,
      onError: (error, what) => log.push({ what, error }),
      ...options,
    });
    return handler;
  });
  return { endpoint, client, log, idle: async () => handler?.idle() };
}

/** Starts a server with a handler for the duration of a test. Returns its URL for marketplaces. */
export async function vendorServer(handlerAt: (publicUrl: string) => EventHandler): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handler = handlerAt(publicUrl);
  server.on("request", nodeListener(handler));
  onTestFinished(async () => {
    await handler.idle();
    server.closeAllConnections();
    server.close();
  });
  return `${publicUrl}/events`;
}
