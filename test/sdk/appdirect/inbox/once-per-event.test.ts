import { setTimeout as wait } from "node:timers/promises";
import { createMemoryInbox, type EventInbox } from "apsdirect/appdirect";
import { expect, onTestFinished, test, vi } from "vitest";
import type { InboxProblem, Work, WorkResult } from "../../../../sdk/src/appdirect/inbox/delivery-coordinator.js";
import { OncePerEvent, type OncePerEventOptions } from "../../../../sdk/src/appdirect/inbox/once-per-event.js";
import { againWhereBusy } from "../../../support/time.js";

/** One process, with what it reports. */
function runner(inbox: EventInbox, options: Partial<OncePerEventOptions> = {}) {
  const problems: InboxProblem[] = [];
  const onProblem = (problem: InboxProblem) => void problems.push(problem);
  const once = new OncePerEvent({ inbox, leaseSeconds: 0.6, keepSeconds: 60, onProblem, ...options });
  return { once, problems, kinds: () => problems.map(({ kind }) => kind) };
}

/** A promise, and what settles it. */
function deferred<Result>() {
  let resolve: (result: Result) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<Result>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}

/** Work that ends when it is told to. */
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

/** An inbox that is away, or silent, while it is told to be. */
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
  { fault: "isSilent", says: "says nothing" },
] as const;

/** An inbox whose extensions take so many milliseconds. */
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

test("deliveries at the same time share one run, and later ones its answer", async () => {
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

test("another process waits for the answer, and does not work", async () => {
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

test("work that goes on for several leases stays with who does it", againWhereBusy, async () => {
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

test("what is not kept is answered with, and the next delivery works again", async () => {
  const { once } = runner(createMemoryInbox());
  const { work, begun, end } = openWork();
  const deliveries = [once.run("e", work), once.run("e", work)];
  await begun;
  end("failed", false);
  expect(await Promise.all(deliveries)).toEqual(["failed", "failed"]);
  expect(await once.run("e", done("done"))).toBe("done");
});

test("work that throws rejects all who wait, and the next delivery works again, there as well", async () => {
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

test("work that throws at once is work that throws", async () => {
  const { once } = runner(createMemoryInbox());
  const work = () => {
    throw new Error("at once");
  };
  await expect(once.run("e", work)).rejects.toThrow("at once");
  expect(await once.run("e", done("done"))).toBe("done");
});

test("an event whose process died is worked on when its lease has ended", async () => {
  const inbox = createMemoryInbox();
  await inbox.claim("e", "dead", 0.3);
  const { once } = runner(inbox);
  const startedAt = performance.now();
  expect(await once.run("e", done("done"))).toBe("done");
  expect(performance.now() - startedAt).toBeGreaterThan(290);
  expect(performance.now() - startedAt).toBeLessThan(2_500);
});

test("a claim that rejects rejects the deliveries, and the next one tries again", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  const { once } = runner(inbox);
  state.isAway = true;
  await expect(once.run("e", never)).rejects.toThrow("away");
  state.isAway = false;
  expect(await once.run("e", done("done"))).toBe("done");
});

test("an event that was claimed although the client heard nothing of it is given back", async () => {
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

test("a signal ends the waiting of its delivery alone", async () => {
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

test("work goes on when all who waited have left, and its answer is there for the next", async () => {
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

test("who waits for another process asks no more once all have left", async () => {
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

test("a delivery that comes at the moment when the last one leaves is answered all the same", async () => {
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

test("a claim that comes through after all have left is given back", async () => {
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

test("a delivery whose signal is aborted already does nothing", async () => {
  const { inbox, state } = unsteady(createMemoryInbox());
  await expect(runner(inbox).once.run("e", never, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  expect(state.asked).toBe(0);
});

test("an interim answer goes to all who wait, and the work's answer takes its place", async () => {
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

test("an interim answer holds as long as the work, and no lease longer", againWhereBusy, async () => {
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

test("an interim answer that the inbox did not take is given here, and stored with the next extension", async () => {
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

test("an interim answer after the work takes no lease", async () => {
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

test(
  "an extension that is under way when the work ends takes no event that is given back",
  againWhereBusy,
  async () => {
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
  },
);

test("an inbox that is away for a while does not end the work", againWhereBusy, async () => {
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

test.each(faults)("an inbox that $says until the lease must be over ends it", async ({ fault }) => {
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

test(
  "own deadlines are counted on the clock that is given, whatever the time of day does",
  againWhereBusy,
  async () => {
    const { inbox, state } = unsteady(createMemoryInbox());
    const clock = { time: 0 };
    const { once, kinds } = runner(inbox, { now: () => clock.time });
    const { work, begun, end } = openWork();
    const first = once.run("e", work);
    const { signal } = await begun;
    state.isAway = true;
    await wait(900); // by this clock, no time at all
    expect(signal.aborted).toBe(false);
    clock.time = 600;
    await expect.poll(() => signal.aborted, { timeout: 3_000 }).toBe(true);
    expect(kinds()).toEqual(["lease-lost"]);
    state.isAway = false;
    end("done");
    await first;
  },
);

test("a process that was stopped for longer than its lease goes on where nobody else works", async () => {
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

test("a lost lease ends the work, and all get the answer of who has the event now", async () => {
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

test("work that heeds no lost lease answers with what the other has answered", async () => {
  const inbox = createMemoryInbox();
  const { work, begun, end } = openWork();
  const { first, second, other, kinds } = await lostToAnother(inbox, work, begun);
  end("ours");
  await wait(50);
  other.end("theirs");
  expect(await Promise.all([first, second])).toEqual(["theirs", "theirs"]);
  expect(kinds()).toEqual(["lease-lost", "answer-not-stored"]);
});

test("where the other gives the event back, the answer of who has finished is kept", async () => {
  const inbox = createMemoryInbox();
  const { work, begun, end } = openWork();
  const { first, second, other } = await lostToAnother(inbox, work, begun);
  end("ours");
  await wait(50);
  other.end("failed", false);
  expect(await Promise.all([first, second])).toEqual(["ours", "failed"]);
  expect(await runner(inbox).once.run("e", never)).toBe("ours");
});

test("a failure after a lost lease gives back no event of another", async () => {
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

test("an answer that the inbox takes at the third try is stored before it is given", async () => {
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
  "an answer is given though the inbox %s, and stored later",
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
    if (fault === "isSilent") return; // a client that answers nothing at all is asked but once
    expect(await runner(memory).once.run("e", never)).toBe("done");
    expect(problems).toEqual([]);
  },
);

test("an answer that cannot be stored is reported, and the event is worked on again", async () => {
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

test("an event that cannot be given back is free when its lease has ended", async () => {
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

test("what is told of problems may throw", async () => {
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

test("nothing is left of an event: no timer, and nothing under way", async () => {
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
])("%j is a TypeError", (options) => {
  expect(() => runner(createMemoryInbox(), options)).toThrow(TypeError);
});

/** Work here that lost its lease to work there: the first process was held up, and its inbox away, for longer than that. */
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
