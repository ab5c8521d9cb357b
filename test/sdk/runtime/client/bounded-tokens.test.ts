import { TokenError } from "apsdirect";
import { type OAuth2ClientCredentials, oauth2ClientCredentialsSigner } from "apsdirect/runtime";
import { describe, expect, test } from "vitest";
import { BodiesApi } from "../../../codegen/golden/bodies/client/index.js";
import { rawServer } from "../../../support/platform.js";
import { answer, type RawAnswer } from "../../../support/raw-server.js";

/** Creates a client of a platform that accepts every token, and the server that issues them. */
async function clientOf(authorityAnswer: RawAnswer, given: Partial<OAuth2ClientCredentials> = {}) {
  const authority = await rawServer(authorityAnswer);
  const platform = await rawServer(answer("", { status: 204 }));
  const tokenUrl = `${authority.origin}/token`;
  const signer = oauth2ClientCredentialsSigner({ tokenUrl, clientId: "id", clientSecret: "canary-secret", ...given });
  const { bodies } = new BodiesApi({ baseUrl: platform.origin, signer });
  return { authority, platform, call: () => bodies.form({ name: "a" }) };
}

/** Creates a token response with this text as `expires_in`. */
function token(life: string): string {
  const headers = { "content-type": "application/json" };
  return answer(`{"access_token":"t","expires_in":${life}}`, { headers });
}

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Writes the same bytes until the reader disconnects. */
function endless(chunk: string, pause: number): RawAnswer {
  return (socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n");
    const timer = setInterval(() => socket.write(chunk), pause);
    socket.on("close", () => clearInterval(timer));
  };
}

describe("F13: for any expires_in, calls get a token, and the server is asked only once", () => {
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
    // One, or two if this machine takes more than five seconds.
    expect(authority.requests.length).toBeLessThan(3);
  });

  test("F13: expires_in sent as text is read as a number", async () => {
    const clock = { time: 0 };
    const { authority, call } = await clientOf(token('"100"'), { now: () => clock.time });
    for (const time of [0, 69_999, 70_000]) {
      clock.time = time;
      await call();
    }
    expect(authority.requests).toHaveLength(2);
  });

  test("F13: a token that expires immediately is renewed after five seconds, once for all calls", async () => {
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
    "F13: with a clock that returns %d, each call requests at most one token",
    async (time) => {
      const { authority, call } = await clientOf(token("100"), { now: () => time });
      for (let round = 0; round < 5; round += 1) await call();
      expect(authority.requests.length).toBeLessThanOrEqual(5);
    },
  );
});

describe("F13: a token response", () => {
  test("F13: that does not end is cancelled after 1 MiB, and its connection closed", async () => {
    const { authority, platform, call } = await clientOf(endless(" ".repeat(100_000), 1));
    const error = await failureOf(call());
    expect(error).toBeInstanceOf(TokenError);
    expect(String(error)).toContain("larger than 1048576 bytes");
    expect(platform.requests).toEqual([]);
    expect(authority.requests).toHaveLength(1);
  });

  test.each(["global fetch", "a fetch that ignores signals"])(
    "F13: that is too slow times out, with %s",
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
      expect(String(error)).toContain("timed out");
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );

  test.each([
    { what: "a token with a line end", body: '{"access_token":"canary\\n"}' },
    { what: "a token beyond Latin-1", body: '{"access_token":"canary€"}' },
    { what: "an error that repeats the secret", body: '{"error":"no canary%2Dsecret here"}' },
    { what: "an object in place of a token", body: '{"access_token":{"canary":1}}' },
    { what: "null", body: "null" },
    { what: "text", body: "canary" },
  ])("F13: with $what fails the call, and the error does not show it", async ({ body }) => {
    const { platform, call } = await clientOf(answer(body, { headers: { "content-type": "application/json" } }));
    const error = await failureOf(call());
    expect(error).toBeInstanceOf(TokenError);
    expect(String(error)).not.toContain("canary");
    expect(platform.requests).toEqual([]);
  });
});

test("F9: a client secret with a line end or a token URL with a password is refused, and the error hides it", () => {
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
