import { signUrl, verifyRequest } from "apsdirect/oauth1";
import { expect, test } from "vitest";

const credentials = { consumerKey: "Dummy", consumerSecret: "secret" };
const options = { secretFor: () => "secret" };

test("signs AppDirect's return URL to the signature that belongs to it", () => {
  const fixed = { now: () => 1294967177_000, nonce: () => "95009478" };
  const url = "https://www.appdirect.com/finishorder?success=true&accountIdentifer=Alice";
  expect(signUrl(url, credentials, fixed)).toBe(
    `${url}&oauth_consumer_key=Dummy&oauth_nonce=95009478&oauth_signature_method=HMAC-SHA1` +
      "&oauth_timestamp=1294967177&oauth_version=1.0&oauth_signature=SublfSRITwrSO%2BHxe7u%2BtLG282I%3D",
  );
});

test.each([
  { given: "https://a.test", want: "https://a.test?oauth_" },
  { given: "https://a.test/p", want: "https://a.test/p?oauth_" },
  { given: "https://a.test/p?", want: "https://a.test/p?oauth_" },
  { given: "https://a.test/p?a=1", want: "https://a.test/p?a=1&oauth_" },
  { given: "https://a.test/p?a=1&", want: "https://a.test/p?a=1&oauth_" },
  { given: "https://A.test:443/p?a=%7e+'(b)&a=%2a&=x#top?x", want: "https://A.test:443/p?a=%7e+'(b)&a=%2a&=x&oauth_" },
])("$given keeps its text, and the other side agrees", async ({ given, want }) => {
  const signed = signUrl(given, credentials);
  expect(signed.startsWith(want)).toBe(true);
  expect(signed.split("#")[1]).toBe(given.split("#")[1]);
  await expect(verifyRequest(new Request(signed), options)).resolves.toMatchObject({ placement: "query" });
});

test.each(["&", "=", "#", "%", " ", "+", "ü", "\r\n", "a&oauth_nonce=1"])(
  "the value %j, encoded once, arrives as it was",
  async (value) => {
    const signed = signUrl(`https://a.test/?message=${encodeURIComponent(value)}`, credentials);
    const { parameters } = await verifyRequest(new Request(signed), options);
    expect(parameters).toEqual([["message", value]]);
  },
);

test("a URL signed twice has two nonces, and a URL object will do", () => {
  const url = new URL("https://a.test/");
  const nonces = [signUrl(url, credentials), signUrl(url, credentials)].map((text) =>
    new URL(text).searchParams.get("oauth_nonce"),
  );
  expect(new Set(nonces).size).toBe(2);
});

test("the method is signed", async () => {
  const signed = signUrl("https://a.test/", credentials, { method: "POST" });
  await expect(verifyRequest(new Request(signed, { method: "POST" }), options)).resolves.toBeDefined();
  await expect(verifyRequest(new Request(signed), options)).rejects.toMatchObject({ problem: "signature_invalid" });
});

test.each([
  "https://a.test/?oauth_nonce=1",
  "https://a.test/?%6fauth_token=1",
  "https://a.test/?a=%zz",
  "https://a.test/?a=b c",
  "https://a.test/?a=\r\nSet-Cookie:x",
  "https://a.test/?a=ü",
  "/finishorder?success=true",
  "ftp://a.test/",
  "",
])("%j is refused with a TypeError", (url) => {
  expect(() => signUrl(url, credentials)).toThrow(TypeError);
});

test.each([
  { consumerKey: "", consumerSecret: "secret" },
  { consumerKey: "Dummy", consumerSecret: "" },
])("never signs with an empty credential: %j", (empty) => {
  expect(() => signUrl("https://a.test/", empty)).toThrow(TypeError);
});
