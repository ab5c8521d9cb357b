import { ApsDirectError, OutcomeUnknownError } from "apsdirect";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Fault, faults, timeoutFor } from "./faults.js";
import { clientOf, type FaultyPlatform, healthy, order, startFaultyPlatform } from "./faulty-platform.js";
import { sideBySide } from "./side-by-side.js";

const safeties = ["safe", "idempotent", "unsafe"] as const;
const retries = [0, 2, 5] as const;
const spells = ["once", "always"] as const;

/** A call, what it met with, and what came of it. */
interface Trial {
  readonly safety: (typeof safeties)[number];
  readonly maxRetries: number;
  readonly spell: (typeof spells)[number];
  readonly platform: FaultyPlatform;
  readonly error: unknown;
}

const trials = new Map<Fault, readonly Trial[]>();

beforeAll(() => sideBySide(faults, async (fault) => void trials.set(fault, await trialsOf(fault))));
afterAll(() => Promise.all([...trials.values()].flat().map(({ platform }) => platform.close())));

function trialsOf(fault: Fault): Promise<Trial[]> {
  const cases = safeties.flatMap((safety) =>
    retries.flatMap((maxRetries) => spells.map((spell) => ({ safety, maxRetries, spell }))),
  );
  return Promise.all(cases.map((each) => trialOf(fault, each)));
}

async function trialOf(fault: Fault, given: Pick<Trial, "safety" | "maxRetries" | "spell">): Promise<Trial> {
  const platform = await startFaultyPlatform(given.spell === "once" ? [fault.turn, healthy] : [fault.turn]);
  const sdk = clientOf(platform, { timeout: timeoutFor(fault), maxRetries: given.maxRetries });
  const calls = {
    safe: () => sdk.orders.get("o-1"),
    idempotent: () => sdk.resources.update("r-1", { name: "n" }),
    unsafe: () => sdk.orders.create(order),
  };
  const error: unknown = await calls[given.safety]().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { ...given, platform, error };
}

describe.each(faults)("$row: $name, whatever is called and however often it may be repeated", (fault) => {
  const of = (safety: Trial["safety"]): readonly Trial[] =>
    (trials.get(fault) ?? []).filter((trial) => trial.safety === safety);

  test("places no second order, and says so where it may have placed one", () => {
    expect(of("unsafe")).toHaveLength(retries.length * spells.length);
    for (const { platform, error } of of("unsafe")) {
      expect(platform.orders.length).toBeLessThanOrEqual(1);
      if (error === undefined) expect(platform.orders.length).toBe(1);
      else if (platform.orders.length > 0) expect(error).toBeInstanceOf(OutcomeUnknownError);
      // Without the proof that makes it another error, the caller must look.
      if (fault.order === "OUTCOME_UNKNOWN") expect(error).toBeInstanceOf(OutcomeUnknownError);
    }
  });

  test("does not say that a change was not made where it may have been", () => {
    for (const { platform, error } of of("idempotent")) {
      const isReported = error !== undefined && !(error instanceof OutcomeUnknownError);
      // What is repeated harmlessly and answered with an unusable success is known to have been executed.
      const isAnswered = error instanceof ApsDirectError && error.code === "RESPONSE_INVALID";
      if (isReported && !isAnswered) expect(platform.executions()).toBe(0);
    }
  });

  test("does not leave unknown what changes nothing", () => {
    for (const { error } of of("safe")) expect(error).not.toBeInstanceOf(OutcomeUnknownError);
  });

  test("keeps to the number of repetitions, and to a nonce for each attempt", () => {
    for (const { platform, maxRetries, error } of [...safeties].flatMap(of)) {
      expect(platform.requests.length).toBeGreaterThan(0);
      expect(platform.requests.length).toBeLessThanOrEqual(maxRetries + 1);
      expect(platform.reusedNonces()).toEqual([]);
      if (error !== undefined) expect(error).toBeInstanceOf(ApsDirectError);
    }
  });
});
