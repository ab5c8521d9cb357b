import { inspect } from "node:util";
import { ApsClient } from "apsdirect";
import { expect, test, vi } from "vitest";
import { rawServer } from "../support/platform.js";
import { answer, json, type RawAnswer, type RawRequest, reset, silence } from "../support/raw-server.js";

const SECRET = "canary-secret-Jp7Qw2";

/** All that a log, a debugger or an error tracker might show of a value. */
function everythingOf(value: unknown): string {
  const seen: string[] = [String(value), inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value) ?? ""];
  for (let error = value; error instanceof Error; error = error.cause) {
    seen.push(error.message, error.stack ?? "", JSON.stringify(Object.getOwnPropertyDescriptors(error)));
  }
  return seen.join("\n");
}

/** A platform that repeats the header it was sent. */
const echo: RawAnswer = (socket, request: RawRequest) => {
  socket.write(json({ error: "E", message: `refused: ${request.headers.get("authorization")}` }, { status: 401 }));
};

test.each<{ fault: string; with: RawAnswer }>([
  { fault: "a 401 that repeats our header", with: echo },
  { fault: "a reset", with: reset },
  { fault: "silence", with: silence },
  { fault: "500", with: answer("<html>", { status: 500 }) },
  { fault: "something that is not JSON", with: answer("{", { headers: { "content-type": "application/json" } }) },
  { fault: "a redirect", with: answer("", { status: 302, headers: { location: "https://evil.example/?a=b" } }) },
])("neither the secret nor a signature is seen anywhere after $fault", async ({ with: fault }) => {
  const server = await rawServer(fault);
  const lines: unknown[] = [];
  const log = (...args: unknown[]): void => void lines.push(...args);
  const methods = ["debug", "info", "warn", "error", "log"] as const;
  const spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(log));
  const sdk = new ApsClient({
    baseUrl: server.origin,
    credentials: { consumerKey: "canary-key", consumerSecret: SECRET },
    timeout: 300,
    logger: { debug: log, info: log, warn: log, error: log },
    hooks: { journal: log, request: log, response: log, retry: log },
  });
  const call = { type: "CANCELLATION", subscriptionId: "s-1" } as const;
  const errors = [
    await sdk.orders.create(call).catch((reason: unknown) => reason),
    await sdk.accounts.get("a-1", { maxRetries: 0 }).catch((reason: unknown) => reason),
  ];
  for (const spy of spies) spy.mockRestore();

  const signatures = server.requests.map(({ headers }) => {
    return /oauth_signature="([^"]+)"/.exec(headers.get("authorization") ?? "")?.[1] ?? "none";
  });
  expect(signatures.length).toBeGreaterThanOrEqual(2);
  const seen = [...errors, ...lines, sdk, sdk.core].map(everythingOf).join("\n");
  for (const proof of [SECRET, ...signatures, ...signatures.map(decodeURIComponent)]) {
    expect(seen.includes(proof)).toBe(false);
  }
});
