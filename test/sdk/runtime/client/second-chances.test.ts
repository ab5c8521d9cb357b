import { AuthenticationError, type CredentialsSource, type OrderRequest, oauth1Signer } from "apsdirect";
import { describe, expect, test } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { platform } from "../../../support/platform.js";
import { answer, json, type RawAnswer, type RawRequest, type RawServer } from "../../../support/raw-server.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const account = json({ aps: { id: "a-1", type: "account" } });
const placed = json({ orderId: "o-1" });
const order: OrderRequest = {
  type: "SALES",
  accountId: "a-1",
  products: [{ planId: "p-1", period: { unit: "MONTHS", duration: 1 } }],
};

type Answerer = Exclude<RawAnswer, string>;

/** Waits for this many requests, then answers all of them. */
function answerTogether(count: number, answerRequest: Answerer): RawAnswer {
  const waiting: (() => void)[] = [];
  return (socket, request) => {
    waiting.push(() => answerRequest(socket, request));
    if (waiting.length === count) for (const go of waiting.splice(0)) go();
  };
}

/** Body and headers of a refusal. */
interface RefusalParts {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers like a platform with a clock ahead of ours. It refuses timestamps that are more than five minutes off. */
function aheadBy(by: number, success: string, describeRefusal: (now: number) => RefusalParts = withDate): Answerer {
  return (socket, request) => {
    const now = Date.now() + by;
    const isInTime = Math.abs(timestampOf(request) - now) <= 5 * MINUTE;
    const { body = "Unauthorized", headers = {} } = describeRefusal(now);
    socket.write(isInTime ? success : answer(body, { status: 401, headers }));
  };
}

/** Refusal with only a `Date` header, as most servers send it. */
function withDate(now: number): RefusalParts {
  return { headers: { date: new Date(now).toUTCString() } };
}

function timestampOf({ headers }: RawRequest): number {
  return Number(/oauth_timestamp="(\d+)"/.exec(headers.get("authorization") ?? "")?.[1]) * 1000;
}

function keysOf({ requests }: RawServer): readonly (string | undefined)[] {
  return requests.map(({ headers }) => /oauth_consumer_key="([^"]*)"/.exec(headers.get("authorization") ?? "")?.[1]);
}

/** Dates that no platform's clock can show. */
const wrongDates = [
  "Mon, 01 Jan 1900 00:00:00 GMT",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "Thu, 31 Dec 2099 23:59:59 GMT",
  "Fri, 31 Dec 9999 23:59:59 GMT",
];

describe("F10: a 401 with a date that is more than a day off", () => {
  test.each(wrongDates)("F10: %s corrects nothing, and the next call succeeds at its first attempt", async (date) => {
    const wrongDate = answer("Unauthorized", { status: 401, headers: { date } });
    const { server, sdk } = await platform([wrongDate, aheadBy(0, account)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
    expect(server.requests).toHaveLength(2);
    for (const request of server.requests) expect(Math.abs(timestampOf(request) - Date.now())).toBeLessThan(5 * MINUTE);
  });

  test.each(wrongDates)("F10: %s after a correction costs one call, and the next one succeeds", async (date) => {
    const wrongDate = answer("Unauthorized", { status: 401, headers: { date } });
    const right = aheadBy(HOUR, account);
    const { server, sdk } = await platform([right, right, wrongDate, right]);
    await sdk.accounts.get("a-1");
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
    for (const request of server.requests) expect(Math.abs(timestampOf(request) - Date.now())).toBeLessThan(2 * HOUR);
  });

  test("F10: or with such acceptable timestamps corrects nothing", async () => {
    for (const range of ["0-1", "99999999998-99999999999", "1-99999999999"]) {
      const body = `oauth_problem=timestamp_refused&oauth_acceptable_timestamps=${range}`;
      const { server, sdk } = await platform([answer(body, { status: 401 }), aheadBy(0, account)]);
      await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
      await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
      expect(server.requests).toHaveLength(2);
    }
  });

  test("F10: a correction by a wrong date within a day is undone after the next refusal", async () => {
    const wrongDate = answer("Unauthorized", { status: 401, headers: withDate(Date.now() + 23 * HOUR).headers ?? {} });
    const { sdk } = await platform([wrongDate, aheadBy(0, account)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
  });
});

describe("clocks that differ", () => {
  test.each([HOUR, -HOUR, 23 * HOUR])("by %d ms are corrected once, and the correction is kept", async (by) => {
    const { server, sdk } = await platform([aheadBy(by, account)]);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(2);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
    expect(server.requests.length).toBe(3);
  });

  test("neither lose nor duplicate an order", async () => {
    const { server, sdk } = await platform([aheadBy(HOUR, placed)]);
    expect(await sdk.orders.create(order)).toMatchObject({ orderId: "o-1" });
    expect(server.requests.length).toBe(2);
  });

  test("are corrected once for all concurrent calls", async () => {
    const { server, sdk } = await platform([aheadBy(HOUR, account)]);
    await Promise.all(Array.from({ length: 20 }, () => sdk.accounts.get("a-1")));
    expect(server.requests.length).toBe(40);
    await sdk.accounts.get("a-1");
    expect(server.requests.length).toBe(41);
  });

  test.each<{ where: string; describeRefusal: (now: number) => RefusalParts }>([
    {
      where: "in the challenge",
      describeRefusal: (now) => ({
        headers: {
          "www-authenticate": `OAuth realm="aps", oauth_problem="timestamp_refused", ${acceptable(now)}`,
          age: "0",
        },
      }),
    },
    { where: "in a form", describeRefusal: (now) => ({ body: `oauth_problem=timestamp_refused&${acceptable(now)}` }) },
    { where: "in a form, encoded", describeRefusal: (now) => ({ body: acceptable(now).replace("-", "%2D") }) },
    {
      where: "in JSON",
      describeRefusal: (now) => ({
        body: JSON.stringify({
          oauth_problem: "timestamp_refused",
          ...Object.fromEntries([acceptable(now).split("=")]),
        }),
      }),
    },
  ])("are corrected by the acceptable timestamps $where", async ({ describeRefusal }) => {
    const { sdk } = await platform([aheadBy(HOUR, account, describeRefusal)]);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(2);
  });

  test.each<{ why: string; describeRefusal: (now: number) => RefusalParts }>([
    { why: "no date", describeRefusal: () => ({}) },
    { why: "a date from a cache", describeRefusal: (now) => ({ headers: { ...withDate(now).headers, age: "0" } }) },
    { why: "an invalid date", describeRefusal: () => ({ headers: { date: "Sat, 99 Foo 2099 00:00:00 GMT" } }) },
    { why: "a date that is only a number", describeRefusal: () => ({ headers: { date: "1" } }) },
    {
      why: "another reason",
      describeRefusal: (now) => ({ ...withDate(now), body: '{"oauth_problem":"signature_invalid","message":"no"}' }),
    },
  ])("are not corrected after $why", async ({ describeRefusal }) => {
    const { server, sdk } = await platform([aheadBy(HOUR, account, describeRefusal)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
  });

  test("by less than a minute are not corrected: a wrong secret gets no second attempt", async () => {
    const { server, sdk } = await platform([refusal(50_000)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
  });

  test("by a wrong date: the error shows both times, and the next call uses the right one", async () => {
    const { server, sdk } = await platform([refusal(HOUR), refusal(HOUR), account]);
    const error: unknown = await sdk.accounts.get("a-1").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toMatch(/The platform's clock shows \S+Z, but this machine's clock shows \S+Z/);
    expect(server.requests.length).toBe(2);
    await sdk.accounts.get("a-1");
    expect(Math.abs(timestampOf(server.requests[2] as RawRequest) - Date.now())).toBeLessThan(MINUTE);
  });

  test("are not corrected after an exchange so long that its date is too imprecise", async () => {
    const signer = oauth1Signer(credentials);
    const answered = { headers: new Headers(withDate(Date.now() + HOUR).headers), text: "" };
    const request = () => signer.sign(new Request("https://platform.example/"));
    expect(await signer.renew?.(await request(), { ...answered, elapsed: 11_000 })).toBe(false);
    expect(await signer.renew?.(await request(), { ...answered, elapsed: 9_000 })).toBe(true);
    expect(await signer.renew?.(new Request("https://platform.example/"), { ...answered, elapsed: 0 })).toBe(false);
  });

  test("cause a retry of every call, even of more than the retry budget of an outage allows", async () => {
    const calls = 150;
    const { server, sdk } = await platform([answerTogether(calls, aheadBy(HOUR, account))], { maxConcurrency: calls });
    await Promise.all(Array.from({ length: calls }, () => sdk.accounts.get("a-1")));
    expect(server.requests.length).toBe(2 * calls);
  });

  test("are corrected without a pause before the retry", async () => {
    const delays: number[] = [];
    const { sdk } = await platform([aheadBy(HOUR, account)], { hooks: { retry: ({ delay }) => delays.push(delay) } });
    await sdk.accounts.get("a-1");
    expect(delays).toEqual([0]);
  });

  test("do not repeat a call with maxRetries 0", async () => {
    const { server, sdk } = await platform([aheadBy(HOUR, account)], { maxRetries: 0 });
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
    await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
  });

  function acceptable(now: number): string {
    return `oauth_acceptable_timestamps=${Math.round(now / 1000) - 300}-${Math.round(now / 1000) + 300}`;
  }

  /** Refuses each request, with a `Date` that is off by this much. */
  function refusal(by: number): RawAnswer {
    return (socket) => socket.write(answer("Unauthorized", { status: 401, ...withDate(Date.now() + by) }));
  }
});

describe("credentials that were rotated", () => {
  /** Creates a vault whose reader caches a key until it has to read again. */
  function vault(...keys: readonly string[]) {
    const asked: boolean[] = [];
    let current = 0;
    const source: CredentialsSource = ({ forceRefresh }) => {
      asked.push(forceRefresh);
      if (forceRefresh) current = Math.min(current + 1, keys.length - 1);
      return { ...credentials, consumerKey: keys[current] ?? "" };
    };
    return { source, asked };
  }

  /** Accepts only one key. */
  function acceptOnly(key: string, success: string): RawAnswer {
    return (socket, { headers }) => {
      const isKnown = (headers.get("authorization") ?? "").includes(`oauth_consumer_key="${key}"`);
      socket.write(isKnown ? success : answer("", { status: 401 }));
    };
  }

  test("are read again once, and the call is repeated once, even an unsafe one", async () => {
    const { source, asked } = vault("old", "new");
    const { server, sdk } = await platform([acceptOnly("new", placed)], { credentials: source });
    await sdk.orders.create(order);
    expect(keysOf(server)).toEqual(["old", "new"]);
    expect(asked).toEqual([false, true, false]);
  });

  test("but are the same as before are not tried again", async () => {
    const { source } = vault("old");
    const { server, sdk } = await platform([acceptOnly("new", placed)], { credentials: source });
    await expect(sdk.orders.create(order)).rejects.toBeInstanceOf(AuthenticationError);
    expect(keysOf(server)).toEqual(["old"]);
  });

  test("and are rotated again during the retry are used by the next call", async () => {
    const { source } = vault("old", "new", "newer");
    const { server, sdk } = await platform([acceptOnly("newer", placed)], { credentials: source });
    await expect(sdk.orders.create(order)).rejects.toBeInstanceOf(AuthenticationError);
    expect(keysOf(server)).toEqual(["old", "new"]);
    await sdk.orders.create(order);
    expect(keysOf(server)).toEqual(["old", "new", "newer"]);
  });

  test("are read once for all calls refused at the same time", async () => {
    let refreshes = 0;
    let key = "old";
    const source: CredentialsSource = async ({ forceRefresh }) => {
      if (forceRefresh) {
        refreshes += 1;
        await new Promise((resolve) => setTimeout(resolve, 200));
        key = "new";
      }
      return { ...credentials, consumerKey: key };
    };
    const { server, sdk } = await platform([acceptOnly("new", account)], { credentials: source });
    await Promise.all(Array.from({ length: 10 }, () => sdk.accounts.get("a-1")));
    expect(refreshes).toBe(1);
    expect(server.requests.length).toBe(20);
  });

  test("but cannot be read leave the call with its refusal", async () => {
    const source: CredentialsSource = ({ forceRefresh }) => {
      if (forceRefresh) throw new Error("the vault is sealed");
      return credentials;
    };
    const { server, sdk } = await platform([answer("", { status: 401 })], { credentials: source });
    await expect(sdk.orders.create(order)).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
  });
});
