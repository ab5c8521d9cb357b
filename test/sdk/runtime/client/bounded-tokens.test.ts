import { TokenError } from "apsdirect";
import { type OAuth2ClientCredentials, oauth2ClientCredentialsSigner } from "apsdirect/runtime";
import { describe, expect, test } from "vitest";
import { BodiesApi } from "../../../codegen/golden/bodies/client/index.js";
import { rawServer } from "../../../support/platform.js";
import { answer, type RawAnswer } from "../../../support/raw-server.js";

/** A client of a platform that takes every token, and the server that gives them. */
async function clientOf(authorityAnswer: RawAnswer, given: Partial<OAuth2ClientCredentials> = {}) {
  const authority = await rawServer(authorityAnswer);
  const platform = await rawServer(answer("", { status: 204 }));
  const tokenUrl = `${authority.origin}/token`;
  const signer = oauth2ClientCredentialsSigner({ tokenUrl, clientId: "id", clientSecret: "canary-secret", ...given });
  const { bodies } = new BodiesApi({ baseUrl: platform.origin, signer });
  return { authority, platform, call: () => bodies.form({ name: "a" }) };
}

/** A token whose life is written as it is given here. */
function token(life: string): string {
  const headers = { "content-type": "application/json" };
  return answer(`{"access_token":"t","expires_in":${life}}`, { headers });
}

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Writes the same bytes for as long as somebody reads. */
function endless(chunk: string, pause: number): RawAnswer {
  return (socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n");
    const timer = setInterval(() => socket.write(chunk), pause);
    socket.on("close", () => clearInterval(timer));
  };
}

describe("F13: whatever the life of a token is said to be, calls get one and the server is asked no more than once", () => {
  test.each([
    "1e-300",
    "0",
    "-1",
    "-1e300",
    "1e300",
    "0.001",
    '"1e-300"',
    '"NaN"',
    '"soon"',
    '""',
    "null",
    "{}",
    "[]",
    "true",
  ])("F13: expires_in %s", async (life) => {
    const { authority, platform, call } = await clientOf(token(life));
    for (let round = 0; round < 20; round += 1) await call();
    await Promise.all(Array.from({ length: 20 }, call));
    expect(platform.requests).toHaveLength(40);
    // One, or two where this machine took more than five seconds for it.
    expect(authority.requests.length).toBeLessThan(3);
  });

  test("F13: expires_in as text counts as the number", async () => {
    const clock = { time: 0 };
    const { authority, call } = await clientOf(token('"100"'), { now: () => clock.time });
    for (const time of [0, 69_999, 70_000]) {
      clock.time = time;
      await call();
    }
    expect(authority.requests).toHaveLength(2);
  });

  test("F13: a token that is over at once is asked for again after five seconds, once for all calls", async () => {
    const clock = { time: 1_000 };
    const { authority, call } = await clientOf(token("0"), { now: () => clock.time });
    await Promise.all([call(), call(), call()]);
    clock.time += 4_999;
    await call();
    expect(authority.requests).toHaveLength(1);
    clock.time += 1;
    await Promise.all([call(), call(), call()]);
    expect(authority.requests).toHaveLength(2);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "F13: a clock that says %d asks once for each call at most",
    async (time) => {
      const { authority, call } = await clientOf(token("100"), { now: () => time });
      for (let round = 0; round < 5; round += 1) await call();
      expect(authority.requests.length).toBeLessThanOrEqual(5);
    },
  );
});

describe("F13: the answer of a token's server", () => {
  test("F13: that does not end is given up after 1 MiB, and its connection closed", async () => {
    const { authority, platform, call } = await clientOf(endless(" ".repeat(100_000), 1));
    const error = await failureOf(call());
    expect(error).toBeInstanceOf(TokenError);
    expect(String(error)).toContain("larger than 1048576 bytes");
    expect(platform.requests).toEqual([]);
    expect(authority.requests).toHaveLength(1);
  });

  test.each(["global fetch", "a fetch that does not know signals"])(
    "F13: that comes too slowly is given up in time, with %s",
    async (which) => {
      const deaf = (request: Request): Promise<Response> => {
        const { method, headers, url } = request;
        return request.text().then((body) => fetch(url, { method, headers, body }));
      };
      const { call } = await clientOf(endless(" ", 20), {
        timeout: 300,
        ...(which === "global fetch" ? {} : { fetch: deaf }),
      });
      const started = performance.now();
      const error = await failureOf(call());
      expect(error).toBeInstanceOf(TokenError);
      expect(String(error)).toContain("in time");
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );

  test.each([
    { what: "a token with a line end", body: '{"access_token":"canary\\n"}' },
    { what: "a token beyond Latin-1", body: '{"access_token":"canary€"}' },
    { what: "an error that repeats the secret", body: '{"error":"no canary%2Dsecret here"}' },
    { what: "a token that is none", body: '{"access_token":{"canary":1}}' },
    { what: "null", body: "null" },
    { what: "text", body: "canary" },
  ])("F13: that is $what fails the call, and shows nothing of it", async ({ body }) => {
    const { platform, call } = await clientOf(answer(body, { headers: { "content-type": "application/json" } }));
    const error = await failureOf(call());
    expect(error).toBeInstanceOf(TokenError);
    expect(String(error)).not.toContain("canary");
    expect(platform.requests).toEqual([]);
  });
});

test("F9: a client secret with a line end, or a token URL with a password, is refused and not shown", () => {
  const given = { tokenUrl: "https://auth.example/token", clientId: "id", clientSecret: "secret" };
  for (const wrong of [
    { clientSecret: "canary\n" },
    { clientId: "canary\r" },
    { tokenUrl: "https://user:canary@auth.example/token" },
    { timeout: 0 },
    { timeout: Number.POSITIVE_INFINITY },
  ]) {
    expect(() => oauth2ClientCredentialsSigner({ ...given, ...wrong })).toThrow(TypeError);
    expect(() => oauth2ClientCredentialsSigner({ ...given, ...wrong })).not.toThrow(/canary/);
  }
});
