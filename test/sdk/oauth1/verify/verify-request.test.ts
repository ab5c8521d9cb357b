import { generateKeyPairSync } from "node:crypto";
import { oauth1Signer } from "apsdirect/oauth1";
import { rsaSha1 } from "apsdirect/oauth1/rsa";
import { describe, expect, test } from "vitest";
import { credentials, form, header, invalid, now, raw, signedPairs, time, url, verify } from "../signed-request.js";

// The tests of refusals are in inbound-abuse.test.ts, one for each attack.

describe("a valid request", () => {
  test("is verified to its sender and its parameters", async () => {
    const signed = await oauth1Signer(credentials, { now, nonce: () => "n1" }).sign(new Request(url));
    expect(await verify(signed)).toEqual({
      consumerKey: "vendor-1",
      timestamp: time,
      nonce: "n1",
      placement: "header",
      parameters: [["eventUrl", "https://shop.test/e/1"]],
    });
  });

  test.each([
    { name: "a Request", given: () => new Request(url, { headers: { authorization: header() } }) },
    { name: "Headers", given: () => raw({ headers: new Headers({ authorization: header() }) }) },
    { name: "pairs", given: () => raw({ headers: [["Authorization", header()]] }) },
    { name: "a Map", given: () => raw({ headers: new Map([["AUTHORIZATION", header()]]) }) },
    { name: "lists", given: () => raw({ headers: { Authorization: [header()], cookie: undefined } }) },
    { name: "a target without a host", given: () => raw({ url: url.slice("https://vendor.test".length) }) },
  ])("may be passed as $name", async ({ given }) => {
    await expect(verify(given(), { publicUrl: "https://vendor.test" })).resolves.toBeDefined();
  });

  test("may have its parameters in a form body, which can still be read afterwards", async () => {
    const pairs = [["a", "b c"], ...signedPairs({ method: "POST", formBody: "a=b+c" })];
    const request = new Request(url, { method: "POST", headers: form, body: new URLSearchParams(pairs) });
    await expect(verify(request)).resolves.toMatchObject({
      placement: "body",
      parameters: [
        ["eventUrl", "https://shop.test/e/1"],
        ["a", "b c"],
      ],
    });
    expect(await request.text()).toContain("oauth_signature");
  });

  test("may have an empty token, which is signed", async () => {
    await expect(
      verify(raw({ headers: { authorization: header({ extra: [["oauth_token", ""]] }) } })),
    ).resolves.toBeDefined();
  });

  test.each([
    { name: "as an absolute target", received: "https://vendor.test/ad/e?a" },
    { name: "with the default port and capitals", received: "HTTPS://Vendor.test:443/ad/e?a" },
  ])("verifies $name", async ({ received }) => {
    const authorization = header({ url: "https://vendor.test/ad/e?a" });
    await expect(verify({ method: "GET", url: received, headers: { authorization } })).resolves.toBeDefined();
  });
});

describe("other signature methods are accepted if they are listed:", () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });

  test("HMAC-SHA256", async () => {
    const signed = await oauth1Signer(credentials, { now, signatureMethod: "HMAC-SHA256" }).sign(new Request(url));
    await expect(verify(signed, { signatureMethods: ["HMAC-SHA256"] })).resolves.toBeDefined();
  });

  test("PLAINTEXT, only over https", async () => {
    const signed = await oauth1Signer(credentials, { now, signatureMethod: "PLAINTEXT" }).sign(new Request(url));
    await expect(verify(signed, { signatureMethods: ["PLAINTEXT"] })).resolves.toBeDefined();
    const wrong = signed.headers.get("authorization")?.replace("s3cret", "s3creT");
    await expect(
      verify(raw({ headers: { authorization: wrong } }), { signatureMethods: ["PLAINTEXT"] }),
    ).rejects.toMatchObject(invalid);
    const plain = { method: "GET", url: url.replace("https", "http"), headers: signed.headers };
    const refused = { problem: "signature_method_rejected", status: 400 };
    await expect(verify(plain, { signatureMethods: ["PLAINTEXT"] })).rejects.toMatchObject(refused);
  });

  test.each([
    { by: "name", method: "RSA-SHA1" },
    { by: "object", method: rsaSha1() },
  ] as const)("RSA-SHA1, listed by its $by, with the sender's public key", async ({ method }) => {
    const signer = oauth1Signer(credentials, { now, signatureMethod: rsaSha1(), privateKey });
    const given = { signatureMethods: ["HMAC-SHA1", method] as const, secretFor: () => publicKey };
    const signed = await signer.sign(new Request(url));
    const other = { method: "POST", url, headers: signed.headers };
    await expect(verify(other, given)).rejects.toMatchObject(invalid);
    await expect(verify(signed, given)).resolves.toBeDefined();
  });

  test("a public key is not accepted as an HMAC secret", async () => {
    const forged = await oauth1Signer({ ...credentials, consumerSecret: publicKey }, { now }).sign(new Request(url));
    const given = { signatureMethods: ["HMAC-SHA1", "RSA-SHA1"] as const, secretFor: () => publicKey };
    await expect(verify(forged, given)).rejects.toMatchObject(invalid);
  });
});

describe("an invalid option is a TypeError", () => {
  test.each([
    { name: "a publicUrl with a query", given: { publicUrl: "https://a.test/?b" } },
    { name: "a tolerance that is none", given: { tolerance: Number.NaN } },
    { name: "a method nobody knows", given: { signatureMethods: ["HMAC-MD5" as "HMAC-SHA1"] } },
  ])("$name", async ({ given }) => {
    await expect(verify(raw(), given)).rejects.toThrow(TypeError);
  });
});
