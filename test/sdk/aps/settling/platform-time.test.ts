import { describe, expect, test } from "vitest";
import {
  combineOffsets,
  compareInterval,
  computeOffset,
  readDate,
  toPlatformTime,
} from "../../../../sdk/src/aps/settling/platform-time.js";

const noon = Date.parse("2026-05-01T12:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("the offset of the platform's clock", () => {
  test("is as precise as a whole second plus the time of the exchange", () => {
    expect(computeOffset(noon, noon + 200, noon + 500)).toEqual({ earliest: -500, latest: 800 });
  });

  test("is a day in both directions without a Date header", () => {
    expect(computeOffset(undefined, noon, noon)).toEqual({ earliest: -DAY, latest: DAY });
    expect(combineOffsets([])).toEqual({ earliest: -DAY, latest: DAY });
  });

  test("allows for this machine's clock being set back during the exchange", () => {
    expect(computeOffset(noon, noon + 500, noon - 500)).toEqual({ earliest: -500, latest: 1_500 });
  });

  test("fits all responses, or covers all of them if they contradict each other", () => {
    const [first, second, third] = [
      { earliest: 0, latest: 1_000 },
      { earliest: 700, latest: 1_700 },
      { earliest: 5_000, latest: 6_000 },
    ];
    expect(combineOffsets([first, second])).toEqual({ earliest: 700, latest: 1_000 });
    expect(combineOffsets([first, second, third])).toEqual({ earliest: 0, latest: 6_000 });
  });
});

describe("a date of an order", () => {
  const SECOND = 1_000;
  test.each([
    { text: "2026-05-01T12:00:00Z", at: noon, before: SECOND, after: 2 * SECOND },
    { text: "2026-05-01T14:00:00+02:00", at: noon, before: SECOND, after: 2 * SECOND },
    { text: "2026-05-01T14:00:00+0200", at: noon, before: SECOND, after: 2 * SECOND },
    { text: "2026-05-01T12:00:00.250Z", at: noon + 250, before: SECOND, after: SECOND + 1 },
    { text: "2026-05-01T12:00Z", at: noon, before: SECOND, after: 61 * SECOND },
    { text: "2026-05-01T12:00:00", at: noon, before: SECOND + 14 * HOUR, after: 2 * SECOND + 14 * HOUR },
    { text: "2026-05-01 12:00:00", at: noon, before: SECOND + 14 * HOUR, after: 2 * SECOND + 14 * HOUR },
    { text: "2026-05-01", at: noon - 12 * HOUR, before: SECOND + 14 * HOUR, after: DAY + SECOND + 14 * HOUR },
  ])("$text is read with the uncertainty of the parts that it omits", ({ text, at, before, after }) => {
    expect(readDate(text)).toMatchObject({ at, earliest: at - before, latest: at + after });
  });

  test.each([
    "",
    "yesterday",
    "2026-13-01T12:00:00Z",
    "01/05/2026",
    "1777636800000",
    1_777_636_800_000,
    null,
    undefined,
    {},
  ])("%j cannot be read", (value) => {
    expect(readDate(value)).toBeUndefined();
  });
});

test("an order is older or younger only if no uncertainty can reverse the result", () => {
  const sent = toPlatformTime(noon, { earliest: -300, latest: 700 });
  const created = (earliest: number, latest: number) => ({ earliest: noon + earliest, latest: noon + latest });
  expect(compareInterval(created(-9_000, -301), sent)).toBe("before");
  expect(compareInterval(created(-9_000, -300), sent)).toBe("unclear");
  expect(compareInterval(created(700, 9_000), sent)).toBe("unclear");
  expect(compareInterval(created(701, 9_000), sent)).toBe("after");
  expect(compareInterval(undefined, sent)).toBe("unclear");
});
