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

type Answering = Exclude<RawAnswer, string>;

/** Answers requests when so many have come, all in one go. */
function together(count: number, answering: Answering): RawAnswer {
  const waiting: (() => void)[] = [];
  return (socket, request) => {
    waiting.push(() => answering(socket, request));
    if (waiting.length === count) for (const go of waiting.splice(0)) go();
  };
}

/** What a platform says when it refuses. */
interface Words {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A platform whose clock is ahead of ours, and which takes no timestamp that is more than five minutes off. */
function ahead(by: number, success: string, words: (now: number) => Words = dated): Answering {
  return (socket, request) => {
    const now = Date.now() + by;
    const isInTime = Math.abs(timestampOf(request) - now) <= 5 * MINUTE;
    const { body = "Unauthorized", headers = {} } = words(now);
    socket.write(isInTime ? success : answer(body, { status: 401, headers }));
  };
}

/** Nothing but a date, as most servers send it. */
function dated(now: number): Words {
  return { headers: { date: new Date(now).toUTCString() } };
}

function timestampOf({ headers }: RawRequest): number {
  return Number(/oauth_timestamp="(\d+)"/.exec(headers.get("authorization") ?? "")?.[1]) * 1000;
}

function keysOf({ requests }: RawServer): readonly (string | undefined)[] {
  return requests.map(({ headers }) => /oauth_consumer_key="([^"]*)"/.exec(headers.get("authorization") ?? "")?.[1]);
}

/** Dates that no clock of a platform has. */
const wrongDates = [
  "Mon, 01 Jan 1900 00:00:00 GMT",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "Thu, 31 Dec 2099 23:59:59 GMT",
  "Fri, 31 Dec 9999 23:59:59 GMT",
];

describe("F10: a 401 with a date that is more than a day off", () => {
  test.each(wrongDates)("F10: %s corrects nothing, and the next call succeeds at its first attempt", async (date) => {
    const lying = answer("Unauthorized", { status: 401, headers: { date } });
    const { server, sdk } = await platform([lying, ahead(0, account)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
    expect(server.requests).toHaveLength(2);
    for (const request of server.requests) expect(Math.abs(timestampOf(request) - Date.now())).toBeLessThan(5 * MINUTE);
  });

  test.each(wrongDates)("F10: %s after a correction is made good by the next call", async (date) => {
    const lying = answer("Unauthorized", { status: 401, headers: { date } });
    const right = ahead(HOUR, account);
    const { server, sdk } = await platform([right, right, lying, right]);
    await sdk.accounts.get("a-1");
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
    for (const request of server.requests) expect(Math.abs(timestampOf(request) - Date.now())).toBeLessThan(2 * HOUR);
  });

  test("F10: or with such timestamps in words corrects nothing", async () => {
    for (const range of ["0-1", "99999999998-99999999999", "1-99999999999"]) {
      const body = `oauth_problem=timestamp_refused&oauth_acceptable_timestamps=${range}`;
      const { server, sdk } = await platform([answer(body, { status: 401 }), ahead(0, account)]);
      await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
      await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
      expect(server.requests).toHaveLength(2);
    }
  });

  test("F10: a wrong date within a day is taken back by the next refusal", async () => {
    const lying = answer("Unauthorized", { status: 401, headers: dated(Date.now() + 23 * HOUR).headers ?? {} });
    const { sdk } = await platform([lying, ahead(0, account)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
  });
});

describe("clocks that disagree", () => {
  test.each([HOUR, -HOUR, 23 * HOUR])("by %d ms: one correction, which is kept", async (by) => {
    const { server, sdk } = await platform([ahead(by, account)]);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(2);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(1);
    expect(server.requests.length).toBe(3);
  });

  test("cost no order and place no second one", async () => {
    const { server, sdk } = await platform([ahead(HOUR, placed)]);
    expect(await sdk.orders.create(order)).toMatchObject({ orderId: "o-1" });
    expect(server.requests.length).toBe(2);
  });

  test("are set once for all calls that find out at the same time", async () => {
    const { server, sdk } = await platform([ahead(HOUR, account)]);
    await Promise.all(Array.from({ length: 20 }, () => sdk.accounts.get("a-1")));
    expect(server.requests.length).toBe(40);
    await sdk.accounts.get("a-1");
    expect(server.requests.length).toBe(41);
  });

  test.each<{ where: string; words: (now: number) => Words }>([
    {
      where: "in the challenge",
      words: (now) => ({
        headers: {
          "www-authenticate": `OAuth realm="aps", oauth_problem="timestamp_refused", ${acceptable(now)}`,
          age: "0",
        },
      }),
    },
    { where: "in a form", words: (now) => ({ body: `oauth_problem=timestamp_refused&${acceptable(now)}` }) },
    { where: "in a form, encoded", words: (now) => ({ body: acceptable(now).replace("-", "%2D") }) },
    {
      where: "in JSON",
      words: (now) => ({
        body: JSON.stringify({
          oauth_problem: "timestamp_refused",
          ...Object.fromEntries([acceptable(now).split("=")]),
        }),
      }),
    },
  ])("are set by the timestamps that the platform takes, $where", async ({ words }) => {
    const { sdk } = await platform([ahead(HOUR, account, words)]);
    expect((await sdk.accounts.get("a-1").withResponse()).attempts).toBe(2);
  });

  test.each<{ why: string; words: (now: number) => Words }>([
    { why: "no date", words: () => ({}) },
    { why: "a date out of a cache", words: (now) => ({ headers: { ...dated(now).headers, age: "0" } }) },
    { why: "a date that is none", words: () => ({ headers: { date: "Sat, 99 Foo 2099 00:00:00 GMT" } }) },
    { why: "a date that is only a number", words: () => ({ headers: { date: "1" } }) },
    {
      why: "another reason",
      words: (now) => ({ ...dated(now), body: '{"oauth_problem":"signature_invalid","message":"no"}' }),
    },
  ])("are left alone for $why", async ({ words }) => {
    const { server, sdk } = await platform([ahead(HOUR, account, words)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
  });

  test("by less than a minute are not the reason: a wrong secret gets no second try", async () => {
    const { server, sdk } = await platform([refusal(50_000)]);
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
  });

  test("and a date that lies: the error tells both times, and the next call has the right one", async () => {
    const { server, sdk } = await platform([refusal(HOUR), refusal(HOUR), account]);
    const error: unknown = await sdk.accounts.get("a-1").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toMatch(/The platform's clock shows \S+Z, but this machine's clock shows \S+Z/);
    expect(server.requests.length).toBe(2);
    await sdk.accounts.get("a-1");
    expect(Math.abs(timestampOf(server.requests[2] as RawRequest) - Date.now())).toBeLessThan(MINUTE);
  });

  test("are left alone after an exchange so long that its date may be from any time in it", async () => {
    const signer = oauth1Signer(credentials);
    const answered = { headers: new Headers(dated(Date.now() + HOUR).headers), text: "" };
    const request = () => signer.sign(new Request("https://platform.example/"));
    expect(await signer.renew?.(await request(), { ...answered, elapsed: 11_000 })).toBe(false);
    expect(await signer.renew?.(await request(), { ...answered, elapsed: 9_000 })).toBe(true);
    expect(await signer.renew?.(new Request("https://platform.example/"), { ...answered, elapsed: 0 })).toBe(false);
  });

  test("and more calls at once than may be repeated in an outage: each is, since that is no storm", async () => {
    const calls = 150;
    const { server, sdk } = await platform([together(calls, ahead(HOUR, account))], { maxConcurrency: calls });
    await Promise.all(Array.from({ length: calls }, () => sdk.accounts.get("a-1")));
    expect(server.requests.length).toBe(2 * calls);
  });

  test("are not mended by waiting", async () => {
    const delays: number[] = [];
    const { sdk } = await platform([ahead(HOUR, account)], { hooks: { retry: ({ delay }) => delays.push(delay) } });
    await sdk.accounts.get("a-1");
    expect(delays).toEqual([0]);
  });

  test("and a call that is to be tried once is tried once", async () => {
    const { server, sdk } = await platform([ahead(HOUR, account)], { maxRetries: 0 });
    await expect(sdk.accounts.get("a-1")).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
    await expect(sdk.accounts.get("a-1")).resolves.toBeDefined();
  });

  function acceptable(now: number): string {
    return `oauth_acceptable_timestamps=${Math.round(now / 1000) - 300}-${Math.round(now / 1000) + 300}`;
  }

  /** A refusal for whatever reason, by a server with a clock of its own. */
  function refusal(by: number): RawAnswer {
    return (socket) => socket.write(answer("Unauthorized", { status: 401, ...dated(Date.now() + by) }));
  }
});

describe("credentials that were rotated", () => {
  /** A vault of which a reader keeps what it has read, until it is told to read again. */
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

  /** Takes one key alone. */
  function takes(key: string, success: string): RawAnswer {
    return (socket, { headers }) => {
      const isKnown = (headers.get("authorization") ?? "").includes(`oauth_consumer_key="${key}"`);
      socket.write(isKnown ? success : answer("", { status: 401 }));
    };
  }

  test("are read again once, and the call is repeated once, also an unsafe one", async () => {
    const { source, asked } = vault("old", "new");
    const { server, sdk } = await platform([takes("new", placed)], { credentials: source });
    await sdk.orders.create(order);
    expect(keysOf(server)).toEqual(["old", "new"]);
    expect(asked).toEqual([false, true, false]);
  });

  test("that are the same as before are not tried again", async () => {
    const { source } = vault("old");
    const { server, sdk } = await platform([takes("new", placed)], { credentials: source });
    await expect(sdk.orders.create(order)).rejects.toBeInstanceOf(AuthenticationError);
    expect(keysOf(server)).toEqual(["old"]);
  });

  test("and rotated again while the call was repeated: that is for the next call", async () => {
    const { source } = vault("old", "new", "newer");
    const { server, sdk } = await platform([takes("newer", placed)], { credentials: source });
    await expect(sdk.orders.create(order)).rejects.toBeInstanceOf(AuthenticationError);
    expect(keysOf(server)).toEqual(["old", "new"]);
    await sdk.orders.create(order);
    expect(keysOf(server)).toEqual(["old", "new", "newer"]);
  });

  test("are read once for all calls that were refused at the same time", async () => {
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
    const { server, sdk } = await platform([takes("new", account)], { credentials: source });
    await Promise.all(Array.from({ length: 10 }, () => sdk.accounts.get("a-1")));
    expect(refreshes).toBe(1);
    expect(server.requests.length).toBe(20);
  });

  test("and cannot be read: the call was refused, and says so", async () => {
    const source: CredentialsSource = ({ forceRefresh }) => {
      if (forceRefresh) throw new Error("the vault is sealed");
      return credentials;
    };
    const { server, sdk } = await platform([answer("", { status: 401 })], { credentials: source });
    await expect(sdk.orders.create(order)).rejects.toBeInstanceOf(AuthenticationError);
    expect(server.requests.length).toBe(1);
  });
});
