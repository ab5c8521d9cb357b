import { ApsClient } from "apsdirect";
import type { ClientOptions } from "apsdirect/runtime";
import { onTestFinished } from "vitest";
import { credentials } from "./credentials.js";
import { type RawAnswer, type RawServer, startRawServer } from "./raw-server.js";

/** A server that gives these answers in turn and the last one from then on, and a client of it; both end with the test. */
export async function platform(
  answers: readonly RawAnswer[],
  options: ClientOptions = {},
): Promise<{ readonly server: RawServer; readonly sdk: ApsClient }> {
  const server = await rawServer(...answers);
  return { server, sdk: new ApsClient({ baseUrl: server.origin, credentials, ...options }) };
}

/** A server that ends with the test. */
export async function rawServer(...answers: readonly RawAnswer[]): Promise<RawServer> {
  const server = await startRawServer(...answers);
  onTestFinished(() => server.close());
  return server;
}
