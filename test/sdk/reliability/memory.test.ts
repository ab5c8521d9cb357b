import { expect, test } from "vitest";
import { counted, isLongRun } from "../../support/counts.js";
import { againWhereBusy } from "../../support/time.js";
import { healthy, startFaultyPlatform } from "./faulty-platform.js";
import { startProgram } from "./programs.js";
import { pours, sendsPacked } from "./turns.js";

const MEGABYTE = 1024 * 1024;
/** Above what the process has when it idles. */
const MOST = 50 * MEGABYTE;

test.each([
  { what: "512 MiB", turn: pours(512 * MEGABYTE), by: "the global fetch" },
  { what: "512 MiB", turn: pours(512 * MEGABYTE), by: "nodeFetch" },
  {
    what: "a few kilobytes that unpack to hundreds of megabytes",
    turn: sendsPacked(counted({ usual: 64, long: 512 }) * MEGABYTE),
    by: "the global fetch",
  },
])("19: an answer of $what leaves memory flat, by $by", againWhereBusy, async ({ turn, by }) => {
  const platform = await startFaultyPlatform([healthy, turn]);
  const { exit, printed } = await startProgram("read-large-answer", platform.origin, by).ended;
  await platform.close();
  expect(exit).toBe(0);
  const { idle, most, code } = JSON.parse(printed) as { idle: number; most: number; code: string };
  expect(code).toBe("RESPONSE_INVALID");
  expect(most - idle).toBeLessThan(MOST);
});

// Ten thousand calls of fetch as it is take this much, and as many connections.
test.runIf(isLongRun).each(["the global fetch", "nodeFetch"])(
  "42: ten thousand calls at once take less than 423 MiB, by %s",
  async (by) => {
    const platform = await startFaultyPlatform([healthy]);
    const { printed } = await startProgram("call-at-once", platform.origin, by, "10000").ended;
    await platform.close();
    const { idle, most, answered } = JSON.parse(printed) as { idle: number; most: number; answered: number };
    expect(answered).toBe(10_000);
    expect(platform.mostConnections()).toBeLessThanOrEqual(50);
    expect(most - idle).toBeLessThan(423 * MEGABYTE);
  },
);
