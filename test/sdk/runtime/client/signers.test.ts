import { TokenError } from "apsdirect";
import {
  apiKeySigner,
  basicSigner,
  bearerSigner,
  type OAuth2ClientCredentials,
  oauth2ClientCredentialsSigner,
  type Signer,
} from "apsdirect/runtime";
import { describe, expect, test } from "vitest";
import { BodiesApi } from "../../../codegen/golden/bodies/client/index.js";
import { rawServer } from "../../../support/platform.js";
import { answer, json, type RawAnswer, type RawServer } from "../../../support/raw-server.js";

const done = answer("", { status: 204 });
const refused = json({ error: "invalid_token" }, { status: 401 });

async function platform(signer: Signer, ...answers: readonly RawAnswer[]) {
  const server = await rawServer(...answers);
  return { server, bodies: new BodiesApi({ baseUrl: server.origin, signer }).bodies };
}

function headerOf({ requests }: RawServer, name: string): readonly (string | undefined)[] {
  return requests.map(({ headers }) => headers.get(name));
}

describe("a signer adds its credentials where the document requires them:", () => {
  test.each([
    { signer: basicSigner("jürgen", "p:w"), name: "authorization", want: "Basic asO8cmdlbjpwOnc=" },
    { signer: bearerSigner(async () => "t-1"), name: "authorization", want: "Bearer t-1" },
    { signer: apiKeySigner({ in: "header", name: "X-Key", value: "k 1" }), name: "x-key", want: "k 1" },
    { signer: apiKeySigner({ in: "cookie", name: "key", value: "k;1" }), name: "cookie", want: "key=k%3B1" },
  ])("$want", async ({ signer, name, want }) => {
    const { server, bodies } = await platform(signer, done);
    await bodies.form({ name: "a" });
    expect(headerOf(server, name)).toEqual([want]);
    expect(server.requests[0]?.body).toBe("name=a");
  });

  test("an API key in the query", async () => {
    const { server, bodies } = await platform(apiKeySigner({ in: "query", name: "api key", value: "k&1" }), done);
    await bodies.form({ name: "a" });
    expect(server.requests[0]?.line).toBe("POST /form?api%20key=k%261 HTTP/1.1");
    expect(server.requests[0]?.body).toBe("name=a");
  });

  test.each([
    apiKeySigner({ in: "header", name: "x-key", value: "secret-1" }),
    apiKeySigner({ in: "cookie", name: "key", value: "secret-1" }),
    apiKeySigner({ in: "query", name: "key", value: "secret-1" }),
    bearerSigner("secret-1"),
  ])("and no error shows them (%#)", async (signer) => {
    const { bodies } = await platform(signer, json({ message: "no such key: secret-1" }, { status: 403 }));
    const error = await bodies.form({ name: "a" }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 403, body: { message: "no such key: [redacted]" } });
  });

  test("and a missing secret is an error before anything is sent", async () => {
    const { server, bodies } = await platform(bearerSigner(""), done);
    await expect(bodies.form({ name: "a" })).rejects.toThrow(TypeError);
    expect(server.requests).toEqual([]);
    expect(() => basicSigner("a:b", "c")).toThrow(TypeError);
  });
});

describe("OAuth 2.0 with client credentials", () => {
  const token = (text: string, life?: number): string => json({ access_token: text, expires_in: life });

  async function authorised(answers: readonly RawAnswer[], given: Partial<OAuth2ClientCredentials> = {}) {
    const authority = await rawServer(...answers);
    const tokenUrl = `${authority.origin}/token`;
    const signer = oauth2ClientCredentialsSigner({ tokenUrl, clientId: "i:d", clientSecret: "s p", ...given });
    return { authority, signer };
  }

  test("requests one token for all concurrent calls, and keeps it until shortly before it expires", async () => {
    let time = 0;
    const { authority, signer } = await authorised([token("t-1", 100), token("t-2", 100)], {
      scopes: ["a", "b"],
      now: () => time,
    });
    const { server, bodies } = await platform(signer, done);
    await Promise.all([bodies.form({ name: "a" }), bodies.form({ name: "b" })]);
    time = 69_999;
    await bodies.form({ name: "c" });
    time = 70_000;
    await bodies.form({ name: "d" });
    expect(headerOf(server, "authorization")).toEqual(["Bearer t-1", "Bearer t-1", "Bearer t-1", "Bearer t-2"]);
    expect(authority.requests.map(({ line }) => line)).toEqual(["POST /token HTTP/1.1", "POST /token HTTP/1.1"]);
    expect(authority.requests[0]?.body).toBe("grant_type=client_credentials&scope=a%20b");
    expect(headerOf(authority, "authorization")[0]).toBe(`Basic ${btoa("i%3Ad:s%20p")}`);
  });

  test("renews the token once after a 401, even for an unsafe call, because a 401 proves that nothing ran", async () => {
    const { authority, signer } = await authorised([token("t-1"), token("t-2")]);
    const { server, bodies } = await platform(signer, refused, done);
    await bodies.form({ name: "a" });
    expect(headerOf(server, "authorization")).toEqual(["Bearer t-1", "Bearer t-2"]);
    expect(authority.requests.length).toBe(2);
  });

  test("renews the token only once per call", async () => {
    const { signer } = await authorised([token("t")]);
    const { server, bodies } = await platform(signer, refused);
    await expect(bodies.form({ name: "a" })).rejects.toMatchObject({ status: 401 });
    expect(server.requests.length).toBe(2);
  });

  test("never repeats an unsafe call whose response proves nothing", async () => {
    const { signer } = await authorised([token("t")]);
    const { server, bodies } = await platform(signer, answer("", { status: 500 }));
    await expect(bodies.form({ name: "a" })).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
    expect(server.requests.length).toBe(1);
  });

  test("reports the token server's error without the secret, and tries again on the next call", async () => {
    const { authority, signer } = await authorised([json({ error: "invalid_client" }, { status: 401 }), token("t")]);
    const { server, bodies } = await platform(signer, done);
    const error: unknown = await bodies.form({ name: "a" }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TokenError);
    expect(String(error)).toContain("401, invalid_client");
    expect(String(error)).not.toContain("s p");
    expect(server.requests).toEqual([]);
    await bodies.form({ name: "a" });
    expect(authority.requests.length).toBe(2);
  });

  test("sends no secret over http", () => {
    const credentials = { clientId: "a", clientSecret: "b" };
    const open = () => oauth2ClientCredentialsSigner({ ...credentials, tokenUrl: "http://auth.example/token" });
    expect(open).toThrow(/https/);
  });
});

test("a 401 ends a call whose signer cannot renew its credentials", async () => {
  const { server, bodies } = await platform(bearerSigner("t"), refused, done);
  await expect(bodies.form({ name: "a" })).rejects.toMatchObject({ code: "AUTHENTICATION_FAILED" });
  expect(server.requests.length).toBe(1);
});
