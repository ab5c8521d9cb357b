import { setTimeout as wait } from "node:timers/promises";
import { createMemoryInbox, type EventInbox } from "apsdirect/appdirect";
import { expect, onTestFinished, test, vi } from "vitest";
import type { InboxProblem, Work, WorkResult } from "../../../../sdk/src/appdirect/inbox/delivery-coordinator.js";
import { OncePerEvent, type OncePerEventOptions } from "../../../../sdk/src/appdirect/inbox/once-per-event.js";
import { againWhereBusy } from "../../../support/time.js";

/** One process, and the problems that it reports. */
function runner(inbox: EventInbox, options: Partial<OncePerEventOptions> = {}) {
  const problems: InboxProblem[] = [];
  const onProblem = (problem: InboxProblem) => void problems.push(problem);
  const once = new OncePerEvent({ inbox, leaseSeconds: 0.6, keepSeconds: 60, onProblem, ...options });
  return { once, problems, kinds: () => problems.map(({ kind }) => kind) };
}

/** Promise with the functions that settle it. */
function deferred<Result>() {
  let resolve: (result: Result) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<Result>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}

/** Work that a test ends. */
function openWork() {
  const begun = deferred<Work>();
  const result = deferred<WorkResult>();
  let runs = 0;
  return {
    begun: begun.promise,
    runs: () => runs,
    work: (work: Work) => {
      runs += 1;
      begun.resolve(work);
      return result.promise;
    },
    end: (answer: string, isKept = true) => result.resolve({ answer, isKept }),
    fail: (error: Error) => result.reject(error),
  };
}

const done = (answer: string) => async (): Promise<WorkResult> => ({ answer, isKept: true });
const never = async (): Promise<never> => {
  throw new Error("must not run");
};

/** Inbox that a test can make unavailable or silent. */
function unsteady(inbox: EventInbox) {
  const state = { isAway: false, isSilent: false, asked: 0 };
  const through = async <Result>(step: () => Promise<Result>): Promise<Result> => {
    state.asked += 1;
    if (state.isSilent) await new Promise(() => {});
    if (state.isAway) throw new Error("the inbox is away");
    return step();
  };
  const between: EventInbox = {
    claim: (...step) => through(() => inbox.claim(...step)),
    extend: (...step) => through(() => inbox.extend(...step)),
    answer: (...step) => through(() => inbox.answer(...step)),
    release: (...step) => through(() => inbox.release(...step)),
  };
  return { inbox: between, state };
}

const faults = [
  { fault: "isAway", says: "rejects" },
  { fault: "isSilent", says: "does not respond" },
] as const;

/** Inbox whose extensions take some milliseconds. */
function distant(inbox: EventInbox, duration: number): EventInbox {
  return {
    claim: (...step) => inbox.claim(...step),
    extend: async (...step) => {
      await wait(duration);
      return inbox.extend(...step);
    },
    answer: (...step) => inbox.answer(...step),
    release: (...step) => inbox.release(...step),
  };
}

test("concurrent deliveries share one run, and later ones get its answer", async () => {
  const { once } = runner(createMemoryInbox());
  const { work, runs, end, begun } = openWork();
  const deliveries = Array.from({ length: 20 }, () => once.run("e", work));
  await begun;
  end("done");
  expect(new Set(await Promise.all(deliveries))).toEqual(new Set(["done"]));
  expect(runs()).toBe(1);
  expect(await once.run("e", never)).toBe("done");
});

test("events do not wait for each other", async () => {
  const { once } = runner(createMemoryInbox());
  const slow = openWork();
  const first = once.run("slow", slow.work);
  expect(await once.run("quick", done("quick"))).toBe("quick");
  slow.end("slow");
  expect(await first).toBe("slow");
});

test("another process waits for the answer instead of working", async () => {
  const inbox = createMemoryInbox();
  const [here, there] = [runner(inbox), runner(inbox)];
  const { work, begun, end } = openWork();
  const first = here.once.run("e", work);
  await begun;
  const second = there.once.run("e", never);
  await wait(200);
  end("done");
  expect(await Promise.all([first, second])).toEqual(["done", "done"]);
});

test("work that takes several leases stays with its process", againWhereBusy, async () => {
  const inbox = createMemoryInbox();
  const [here, there] = [runner(inbox, { leaseSeconds: 0.3 }), runner(inbox, { leaseSeconds: 0.3 })];
  const { work, begun, end } = openWork();
  const first = here.once.run("e", work);
  const { signal } = await begun;
  const second = there.once.run("e", never);
  await wait(1_000);
  expect(signal.aborted).toBe(false);
  end("done");
  expect(await Promise.all([first, second])).toEqual(["done", "done"]);
  expect(here.problems).toEqual([]);
});

test("an answer that is not kept is returned, and the next delivery starts the work again", async () => {
  const { once } = runner(createMemoryInbox());
  const { work, begun, end } = openWork();
  const deliveries = [once.run("e", work), once.run("e", work)];
  await begun;
  end("failed", false);
  expect(await Promise.all(deliveries)).toEqual(["failed", "failed"]);
  expect(await once.run("e", done("done"))).toBe("done");
});

test("work that throws rejects all waiting deliveries, and the next delivery starts it again, in any process", async () => {
  const inbox = createMemoryInbox();
  const [here, there] = [runner(inbox), runner(inbox)];
  const { work, begun, fail } = openWork();
  const deliveries = [here.once.run("e", work), here.once.run("e", work)];
  await begun;
  const elsewhere = there.once.run("e", done("done"));
  fail(new Error("no"));
  for (const delivery of deliveries) await expect(delivery).rejects.toThrow("no");
  expect(await elsewhere).toBe("done");
  expect(await here.once.run("e", never)).toBe("done");
  expect(here.problems).toEqual([]);
});

test("work that throws synchronously rejects, too", async () => {
  const { once } = runner(createMemoryInbox());
  const work = () => {
    throw new Error("at once");
  };
  await expect(once.run("e", work)).rejects.toThrow("at once");
  expect(await once.run("e", done("done"))).toBe("done");
});

test("an event whose process died is processed after its lease has expired", async () => {
  const inbox = createMemoryInbox();
  await inbox.claim("e", "dead", 0.3);
  const { once } = runner(inbox);
  const startedAt = performance.now();
  expect(await once.run("e", done("done"))).toBe("done");
  expect(performance.now() - startedAt).toBeGreaterThan(290);
  expect(performance.now() - startedAt).toBeLessThan(2_500);
});

test("a failed claim rejects the deliveries, and the next delivery tries again", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const { once } = runner(inbox);
  state.isAway = true;
  await expect(once.run("e", never)).rejects.toThrow("away");
  state.isAway = false;
  expect(await once.run("e", done("done"))).toBe("done");
});

test("an event is released if its claim succeeded without a response", async () => {
  const memory = createMemoryInbox();
  let isLost = true;
  const inbox: EventInbox = {
    claim: async (...step) => {
      const claim = await memory.claim(...step);
      if (isLost) throw new Error("the connection was lost");
      return claim;
    },
    extend: (...step) => memory.extend(...step),
    answer: (...step) => memory.answer(...step),
    release: (...step) => memory.release(...step),
  };
  const { once } = runner(inbox, { leaseSeconds: 3_600 });
  await expect(once.run("e", never)).rejects.toThrow("lost");
  isLost = false;
  expect(await once.run("e", done("done"))).toBe("done");
});

test("a signal ends only the wait of its own delivery", async () => {
  const { once } = runner(createMemoryInbox());
  const { work, begun, end } = openWork();
  const leaving = new AbortController();
  const first = once.run("e", work, leaving.signal);
  const second = once.run("e", never, new AbortController().signal);
  const { signal } = await begun;
  leaving.abort(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  expect(signal.aborted).toBe(false);
  end("done");
  expect(await second).toBe("done");
});

test("work continues after all deliveries stopped waiting, and the next one gets its answer", async () => {
  const { once } = runner(createMemoryInbox());
  const { work, begun, end } = openWork();
  const leaving = new AbortController();
  const first = once.run("e", work, leaving.signal);
  await begun;
  leaving.abort(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  const second = once.run("e", never);
  end("done");
  expect(await second).toBe("done");
});

test("waiting for another process ends when no delivery waits any more", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  await inbox.claim("e", "somebody", 60);
  const { once } = runner(inbox);
  const signal = AbortSignal.timeout(200);
  const deliveries = [once.run("e", never, signal), once.run("e", never, signal)];
  for (const delivery of deliveries) await expect(delivery).rejects.toThrow("timeout");
  await once.idle();
  const { asked } = state;
  await wait(700);
  expect(state.asked).toBe(asked);
});

test("a delivery that arrives just when the last one stops waiting is answered", async () => {
  const inbox = createMemoryInbox();
  const { once } = runner(inbox);
  for (let moment = 0; moment < 20; moment += 1) {
    const key = `e-${moment}`;
    await inbox.claim(key, "somebody", 60);
    const leaving = new AbortController();
    const first = once.run(key, done("done"), leaving.signal);
    await wait(1);
    leaving.abort(new Error("gone"));
    first.catch(() => {});
    for (let turns = 0; turns < moment; turns += 1) await Promise.resolve();
    const second = once.run(key, done("done"));
    await inbox.release(key, "somebody");
    expect(await second).toBe("done");
    await expect(first).rejects.toThrow("gone");
  }
});

test("an event is released if its claim succeeds after all deliveries stopped waiting", async () => {
  const memory = createMemoryInbox();
  const gate = deferred<void>();
  const inbox: EventInbox = {
    claim: async (...step) => {
      await gate.promise;
      return memory.claim(...step);
    },
    extend: (...step) => memory.extend(...step),
    answer: (...step) => memory.answer(...step),
    release: (...step) => memory.release(...step),
  };
  const { once } = runner(inbox, { leaseSeconds: 3_600 });
  await expect(once.run("e", never, AbortSignal.timeout(50))).rejects.toThrow("timeout");
  await once.idle();
  gate.resolve();
  expect(await once.run("e", done("done"), AbortSignal.timeout(5_000))).toBe("done");
});

test("a delivery with an aborted signal does nothing", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  await expect(runner(inbox).once.run("e", never, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  expect(state.asked).toBe(0);
});

test("an interim answer goes to all waiting deliveries, and the final answer replaces it", async () => {
  const inbox = createMemoryInbox();
  const [here, there] = [runner(inbox), runner(inbox)];
  const { work, begun, end } = openWork();
  const first = here.once.run("e", work);
  const { interim } = await begun;
  const second = there.once.run("e", never);
  await interim("soon");
  expect(await Promise.all([first, second])).toEqual(["soon", "soon"]);
  expect(await here.once.run("e", never)).toBe("soon");
  expect(await there.once.run("e", never)).toBe("soon");
  end("done");
  await here.once.idle();
  expect(await here.once.run("e", never)).toBe("done");
  expect(await there.once.run("e", never)).toBe("done");
});

test("an interim answer lasts as long as the work, and no lease longer", againWhereBusy, async () => {
  const inbox = createMemoryInbox();
  const [here, there] = [runner(inbox, { leaseSeconds: 0.3 }), runner(inbox)];
  const { work, begun, fail } = openWork();
  const first = here.once.run("e", work);
  await (await begun).interim("soon");
  expect(await first).toBe("soon");
  await wait(700);
  expect(await there.once.run("e", never)).toBe("soon");
  fail(new Error("no"));
  await here.once.idle();
  expect(here.problems).toMatchObject([{ kind: "failed-after-interim", key: "e", cause: { message: "no" } }]);
  expect(await there.once.run("e", done("done"))).toBe("done");
});

test("an interim answer that the inbox refused is returned here, and stored with the next extension", async () => {
  const memory = createMemoryInbox();
  const { inbox, state } = unsteady(memory);
  const { once } = runner(inbox);
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  const { interim } = await begun;
  state.isAway = true;
  await interim("soon");
  expect(await first).toBe("soon");
  state.isAway = false;
  expect(await runner(memory).once.run("e", never)).toBe("soon");
  end("done");
  await once.idle();
  expect(await runner(memory).once.run("e", never)).toBe("done");
});

test("an interim answer after the work does not take a lease", async () => {
  const inbox = createMemoryInbox();
  const { once } = runner(inbox);
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  const { interim } = await begun;
  end("failed", false);
  await first;
  await expect(interim("soon")).rejects.toThrow("ended");
  expect(await inbox.claim("e", "next", 60)).toEqual({ state: "claimed" });
});

test("an extension in progress when the work ends does not take a released event", againWhereBusy, async () => {
  const memory = createMemoryInbox();
  const { once } = runner(distant(memory, 300));
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  await begun;
  await wait(300);
  end("failed", false);
  expect(await first).toBe("failed");
  await wait(400);
  expect(await memory.claim("e", "next", 60)).toEqual({ state: "claimed" });
});

test("a temporary outage of the inbox does not end the work", againWhereBusy, async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const { once, problems } = runner(inbox);
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  const { signal } = await begun;
  state.isAway = true;
  await wait(400);
  state.isAway = false;
  await wait(600);
  expect(signal.aborted).toBe(false);
  end("done");
  expect(await first).toBe("done");
  expect(problems).toEqual([]);
});

test.each(faults)("an inbox that $says until the lease must have expired ends it", async ({ fault }) => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const { once, kinds } = runner(inbox);
  const { work, begun, fail } = openWork();
  const startedAt = performance.now();
  const first = once.run("e", work);
  const { signal } = await begun;
  state[fault] = true;
  await expect.poll(() => signal.aborted, { timeout: 3_000 }).toBe(true);
  expect(performance.now() - startedAt).toBeGreaterThan(590);
  expect(signal.reason).toMatchObject({ message: expect.stringContaining("not extend") });
  state[fault] = false;
  fail(new Error("stopped"));
  await expect(first).rejects.toThrow("stopped");
  expect(kinds()).toEqual(["lease-lost"]);
  expect(await once.run("e", done("done"))).toBe("done");
});

test("deadlines use the given clock, even if the time of day changes", againWhereBusy, async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const clock = { time: 0 };
  const { once, kinds } = runner(inbox, { now: () => clock.time });
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  const { signal } = await begun;
  state.isAway = true;
  await wait(900); // no time passes on this clock
  expect(signal.aborted).toBe(false);
  clock.time = 600;
  await expect.poll(() => signal.aborted, { timeout: 3_000 }).toBe(true);
  expect(kinds()).toEqual(["lease-lost"]);
  state.isAway = false;
  end("done");
  await first;
});

test("a process that was suspended for longer than its lease continues if the event is free", async () => {
  const { once, problems } = runner(distant(createMemoryInbox(), 5), { leaseSeconds: 0.3 });
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  const { signal } = await begun;
  const until = performance.now() + 800;
  while (performance.now() < until);
  await wait(200);
  expect(signal.aborted).toBe(false);
  end("done");
  expect(await first).toBe("done");
  expect(problems).toEqual([]);
});

test("a lost lease ends the work, and all deliveries get the answer of the new owner", async () => {
  const inbox = createMemoryInbox();
  const { work, begun, fail } = openWork();
  const { first, second, signal, interim, other, kinds } = await lostToAnother(inbox, work, begun);
  expect(signal.aborted).toBe(true);
  await expect(interim("soon")).rejects.toThrow("another process");
  fail(new Error("stopped"));
  await wait(50);
  other.end("theirs");
  expect(await Promise.all([first, second])).toEqual(["theirs", "theirs"]);
  expect(kinds()).toEqual(["lease-lost"]);
});

test("work that ignores a lost lease is answered with the new owner's answer", async () => {
  const inbox = createMemoryInbox();
  const { work, begun, end } = openWork();
  const { first, second, other, kinds } = await lostToAnother(inbox, work, begun);
  end("ours");
  await wait(50);
  other.end("theirs");
  expect(await Promise.all([first, second])).toEqual(["theirs", "theirs"]);
  expect(kinds()).toEqual(["lease-lost", "answer-not-stored"]);
});

test("if the new owner releases the event, the answer of the finished work is kept", async () => {
  const inbox = createMemoryInbox();
  const { work, begun, end } = openWork();
  const { first, second, other } = await lostToAnother(inbox, work, begun);
  end("ours");
  await wait(50);
  other.end("failed", false);
  expect(await Promise.all([first, second])).toEqual(["ours", "failed"]);
  expect(await runner(inbox).once.run("e", never)).toBe("ours");
});

test("a failure after a lost lease does not release the new owner's event", async () => {
  const inbox = createMemoryInbox();
  const { work, begun, end } = openWork();
  const gone = new AbortController();
  const { first, second, other } = await lostToAnother(inbox, work, begun, gone.signal);
  gone.abort(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  end("failed", false);
  await wait(50);
  expect(await inbox.claim("e", "third", 60)).toEqual({ state: "busy" });
  other.end("theirs");
  expect(await second).toBe("theirs");
});

test("an answer that the inbox accepts at the third attempt is stored before it is returned", async () => {
  const memory = createMemoryInbox();
  const { inbox, state } = unsteady(memory);
  const { once, problems } = runner(inbox);
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  await begun;
  state.isAway = true;
  end("done");
  await wait(200);
  state.isAway = false;
  expect(await first).toBe("done");
  expect(await runner(memory).once.run("e", never)).toBe("done");
  expect(problems).toEqual([]);
});

test.each(["isAway", "isSilent"] as const)(
  "an answer is returned although the inbox %s, and stored later",
  async (fault) => {
    const memory = createMemoryInbox();
    const { inbox, state } = unsteady(memory);
    const { once, problems } = runner(inbox, { leaseSeconds: 4 });
    const { work, begun, end } = openWork();
    const first = once.run("e", work);
    await begun;
    state[fault] = true;
    end("done");
    const startedAt = performance.now();
    expect(await first).toBe("done");
    expect(performance.now() - startedAt).toBeLessThan(1_900);
    expect(await once.run("e", never)).toBe("done");
    state[fault] = false;
    await once.idle();
    if (fault === "isSilent") return; // a client that never responds is asked only once
    expect(await runner(memory).once.run("e", never)).toBe("done");
    expect(problems).toEqual([]);
  },
);

test("an answer that cannot be stored is reported, and the event is processed again", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const { once, problems } = runner(inbox);
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  await begun;
  state.isAway = true;
  end("done");
  expect(await first).toBe("done");
  await once.idle();
  expect(problems).toMatchObject([{ kind: "answer-not-stored", key: "e", cause: { message: "the inbox is away" } }]);
  expect(problems[0]?.message).toContain("start the work again");
  state.isAway = false;
  expect(await once.run("e", done("again"))).toBe("again");
});

test("an event that cannot be released is free after its lease has expired", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const { once } = runner(inbox);
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  await begun;
  state.isAway = true;
  end("failed", false);
  expect(await first).toBe("failed");
  state.isAway = false;
  expect(await once.run("e", done("done"))).toBe("done");
});

test("errors of the problem callback are ignored", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const onProblem = () => {
    throw new Error("no log");
  };
  const { once } = runner(inbox, { leaseSeconds: 0.2, onProblem });
  const { work, begun, end } = openWork();
  const first = once.run("e", work);
  await begun;
  state.isAway = true;
  end("done");
  expect(await first).toBe("done");
  await once.idle();
});

test("nothing is left of an event: no timer, and no pending work", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { once } = runner(createMemoryInbox());
  await once.run("kept", done("done"), new AbortController().signal);
  await once.run("not kept", async () => ({ answer: "failed", isKept: false }));
  await once.run("thrown", never).catch(() => {});
  await once.run("interim", async ({ interim }) => {
    await interim("soon");
    return { answer: "done", isKept: true };
  });
  await once.idle();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  { leaseSeconds: 0 },
  { leaseSeconds: Number.NaN },
  { leaseSeconds: 2_147_484 },
  { keepSeconds: 0 },
  { keepSeconds: Number.POSITIVE_INFINITY },
])("%j throws a TypeError", (options) => {
  expect(() => runner(createMemoryInbox(), options)).toThrow(TypeError);
});

/** Sets up work that lost its lease to another process, because its inbox was unavailable for too long. */
async function lostToAnother(
  memory: EventInbox,
  work: (work: Work) => Promise<WorkResult>,
  begun: Promise<Work>,
  leaving?: AbortSignal,
) {
  const { inbox, state } = unsteady(memory);
  const { once, kinds } = runner(inbox, { leaseSeconds: 0.3, now: () => 0 });
  const first = once.run("e", work, leaving);
  const { signal, interim } = await begun;
  state.isAway = true;
  const other = openWork();
  const second = runner(memory, { leaseSeconds: 60 }).once.run("e", other.work);
  await other.begun;
  state.isAway = false;
  await expect.poll(() => signal.aborted, { timeout: 3_000 }).toBe(true);
  return { first, second, signal, interim, other, kinds };
}
