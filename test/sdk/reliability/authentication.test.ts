import { AuthenticationError, type CredentialsSource } from "apsdirect";
import { describe, expect, test } from "vitest";
import { credentials } from "../../support/credentials.js";
import { json, type RawRequest } from "../../support/raw-server.js";
import { faultyPlatform, order, rejectionOf, type Turn } from "./faulty-platform.js";
import { verifying } from "./verifying.js";

const HOUR = 3_600_000;
const inAnHour = (): number => Date.now() + HOUR;

describe("28: a clock that is an hour behind the platform's", () => {
  test("is corrected once, by one new signature, and stays so for the calls that follow", async () => {
    const { platform, sdk } = await faultyPlatform([verifying({ now: inAnHour })]);
    expect((await sdk.orders.get("o-1").withResponse()).attempts).toBe(2);
    expect((await sdk.orders.get("o-1").withResponse()).attempts).toBe(1);
    expect((await sdk.orders.create(order).withResponse()).attempts).toBe(1);
    expect(platform.orders.length).toBe(1);
    expect(platform.reusedNonces()).toEqual([]);
  });

  test("costs no order and places no second one: a 401 proves that it was not executed", async () => {
    const { platform, sdk } = await faultyPlatform([verifying({ now: inAnHour })]);
    expect((await sdk.orders.create(order).withResponse()).attempts).toBe(2);
    expect([platform.requests.length, platform.orders.length]).toEqual([2, 1]);
    expect(platform.reusedNonces()).toEqual([]);
  });
});

describe("29: a clock that the platform says to be another than it is", () => {
  test.each([
    { what: "names another reason", isReticent: false, requests: 1 },
    { what: "names none, after one attempt to correct it", isReticent: true, requests: 2 },
  ])("corrects nothing where the platform $what, and the error tells both times", async ({ isReticent, requests }) => {
    const lying = verifying({ secretFor: () => "another", saysItIs: inAnHour, isReticent });
    const { platform, sdk } = await faultyPlatform([...Array(requests).fill(lying), verifying()], { maxRetries: 5 });
    const error = await rejectionOf(sdk.orders.create(order));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(String(error)).toMatch(/The platform's clock shows \S+Z, but this machine's clock shows \S+Z/);
    expect(platform.requests.length).toBe(requests);
    expect((await sdk.orders.create(order).withResponse()).attempts).toBe(1);
    expect(platform.orders.length).toBe(1);
  });
});

describe("30: a key or a secret that is wrong", () => {
  test.each([
    { what: "a secret", given: { ...credentials, consumerSecret: "wrong" } },
    { what: "a key", given: { ...credentials, consumerKey: "wrong" } },
  ])("$what is not tried twice, since that may lock the user out", async ({ given }) => {
    const { platform, sdk } = await faultyPlatform([verifying()], { credentials: given, maxRetries: 5 });
    for (const error of await Promise.all([sdk.orders.get("o-1"), sdk.orders.create(order)].map(rejectionOf))) {
      expect(error).toBeInstanceOf(AuthenticationError);
      expect(String(error)).toMatch(/secret, then this machine's clock, then the URL.*, then whether a proxy rewrites/);
    }
    expect([platform.requests.length, platform.orders.length]).toEqual([2, 0]);
  });
});

test("31: a 401 that repeats our header is told without its signature", async () => {
  const repeating: Turn = ({ socket, request }) =>
    void socket.write(json({ error: "E", message: `refused ${authorizationOf(request)}` }, { status: 401 }));
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const logger = { debug: log, info: log, warn: log, error: log };
  const { platform, sdk } = await faultyPlatform([repeating], { logger });
  for (const error of await Promise.all([sdk.orders.get("o-1"), sdk.orders.create(order)].map(rejectionOf))) {
    const message = expect.stringMatching(/^refused OAuth .*oauth_signature="\[redacted\]"$/);
    expect(error).toMatchObject({ code: "AUTHENTICATION_FAILED", body: { message } });
    expect(String(error)).toContain('oauth_signature="[redacted]"');
  }
  const signatures = platform.requests.map(
    (request) => /oauth_signature="([^"]+)"/.exec(authorizationOf(request))?.[1],
  );
  expect(signatures.every(Boolean)).toBe(true);
  for (const signature of signatures) expect(lines.join("\n")).not.toContain(signature);
});

test("32: a platform that remembers nonces never sees one twice, whatever is repeated", async () => {
  let requests = 0;
  const verified = verifying();
  // Every other request is verified and then lost.
  const losing: Turn = (exchange) => {
    requests += 1;
    if (requests % 2 === 0) verified(exchange);
    else verified({ ...exchange, execute: () => "HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n" });
  };
  const { platform, sdk } = await faultyPlatform([losing], { maxRetries: 5 });
  for (let call = 0; call < 5; call++) await sdk.orders.get("o-1");
  expect(platform.requests.length).toBe(10);
  expect(platform.reusedNonces()).toEqual([]);
});

describe("45: credentials that are rotated while a call is under way", () => {
  test("are read again once, and the call is repeated once, an order too", async () => {
    const keys: boolean[] = [];
    const vault: CredentialsSource = ({ forceRefresh }) => {
      keys.push(forceRefresh);
      return { ...credentials, consumerSecret: keys.includes(true) ? "new" : "old" };
    };
    const { platform, sdk } = await faultyPlatform([verifying({ secretFor: () => "new" })], { credentials: vault });
    expect((await sdk.orders.create(order).withResponse()).attempts).toBe(2);
    expect((await sdk.orders.get("o-1").withResponse()).attempts).toBe(1);
    expect(keys.filter(Boolean)).toEqual([true]);
    expect([platform.requests.length, platform.orders.length]).toEqual([3, 1]);
    expect(platform.reusedNonces()).toEqual([]);
  });
});

function authorizationOf({ headers }: RawRequest): string {
  return headers.get("authorization") ?? "";
}
