import { ApsClient } from "apsdirect";
import { createMemoryNonceStore, verifyRequest } from "apsdirect/oauth1";
import { expect, test } from "vitest";
import { counted } from "../../../support/counts.js";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";

const CALLS = counted({ usual: 1_000, long: 10_000 });

test(`${CALLS} concurrent calls have unique nonces, and timestamps of the time of sending`, async () => {
  const server = await rawServer(json({ aps: { id: "one", type: "account" } }));
  const sdk = new ApsClient({ baseUrl: server.origin, credentials, deadline: 600_000 });
  const started = Math.floor(Date.now() / 1000);
  await Promise.all(Array.from({ length: CALLS }, (_, index) => sdk.accounts.get(`account-${index}`)));
  const ended = Math.floor(Date.now() / 1000);

  expect(server.requests).toHaveLength(CALLS);
  const nonceStore = createMemoryNonceStore();
  const nonces = new Set<string>();
  for (const { line, headers } of server.requests) {
    const request = { method: "GET", url: line.split(" ")[1] ?? "", headers: [...headers] };
    const given = { secretFor, nonceStore, publicUrl: server.origin, tolerance: ended - started + 300 };
    const { nonce, timestamp } = await verifyRequest(request, given);
    nonces.add(nonce);
    expect(nonce).toMatch(/^[A-Za-z0-9]{20,30}$/);
    expect(timestamp).toBeGreaterThanOrEqual(started);
    expect(timestamp).toBeLessThanOrEqual(ended);
  }
  expect(nonces.size).toBe(CALLS);
});
