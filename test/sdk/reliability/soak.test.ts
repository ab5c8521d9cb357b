import { expect, test } from "vitest";
import { counted } from "../../support/counts.js";
import { startProgram } from "./programs.js";

const MEGABYTE = 1024 * 1024;
const CALLS = counted({ usual: 6_000, long: 1_000_000 });
const EARLY = counted({ usual: 2_000, long: 10_000 });

test(`after ${CALLS} calls the heap is what it was after ${EARLY}`, { timeout: 3_600_000 }, async () => {
  const { exit, printed } = await startProgram("soak", String(CALLS), String(EARLY)).ended;
  expect(exit).toBe(0);
  const { early, late } = JSON.parse(printed) as { early: number; late: number };
  expect(late - early).toBeLessThan(10 * MEGABYTE);
});
