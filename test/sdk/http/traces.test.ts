import { getEventListeners } from "node:events";
import { ApsClient } from "apsdirect";
import { expect, test } from "vitest";
import { credentials } from "../../support/credentials.js";
import { platform } from "../../support/platform.js";
import { answer, json, type RawAnswer, reset } from "../../support/raw-server.js";

const account = json({ aps: { id: "a-1", type: "t" } });

/** Number of active timers in this process. */
const timers = (): number => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;

test.each<{ ending: string; answers: readonly RawAnswer[] }>([
  { ending: "succeeded", answers: [account] },
  { ending: "was refused", answers: [answer("", { status: 404 })] },
  { ending: "was repeated", answers: [reset, account] },
  { ending: "failed for good", answers: [reset] },
])(
  "a call that $ending leaves no timer and no listener behind, although its timers would run for minutes",
  async ({ answers }) => {
    const { sdk } = await platform(answers);
    const { signal } = new AbortController();
    const before = timers();
    await sdk.accounts.get("a-1", { signal, maxRetries: 1 }).catch(() => undefined);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(timers()).toBeLessThanOrEqual(before);
  },
);

test("nor does a call whose transport never responds, once its time is up", async () => {
  const sdk = new ApsClient({
    baseUrl: "https://cp.provider.example",
    credentials,
    fetch: () => new Promise(() => {}),
  });
  const { signal } = new AbortController();
  const before = timers();
  await expect(sdk.accounts.get("a-1", { signal, timeout: 50, maxRetries: 0 })).rejects.toThrow("no complete response");
  expect(getEventListeners(signal, "abort")).toEqual([]);
  expect(timers()).toBeLessThanOrEqual(before);
});
