import { inspect } from "node:util";
import { signUrl, verifyRequest } from "apsdirect/oauth1";
import { describe, expect, test } from "vitest";

const credentials = { consumerKey: "Dummy", consumerSecret: "secret" };
const options = { secretFor: () => "secret" };

test("AppDirect's return URL gets the correct signature", () => {
  const fixed = { now: () => 1294967177_000, nonce: () => "95009478" };
  const url = "https://www.appdirect.com/finishorder?success=true&accountIdentifer=Alice";
  expect(signUrl(url, credentials, fixed)).toBe(
    `${url}&oauth_consumer_key=Dummy&oauth_nonce=95009478&oauth_signature_method=HMAC-SHA1` +
      "&oauth_timestamp=1294967177&oauth_version=1.0&oauth_signature=SublfSRITwrSO%2BHxe7u%2BtLG282I%3D",
  );
});

test("the method is signed", async () => {
  const signed = signUrl("https://a.test/", credentials, { method: "POST" });
  await expect(verifyRequest(new Request(signed, { method: "POST" }), options)).resolves.toBeDefined();
  await expect(verifyRequest(new Request(signed), options)).rejects.toMatchObject({ problem: "signature_invalid" });
});

// In the order of the table of attacks on return URLs. The code that creates a return URL from an event checks that the
// host is trusted and that results do not repeat a name of the URL. signUrl adds only oauth_*, and signs any host.

test.each(["https://a.test/?oauth_nonce=1", "https://a.test/?%6fauth_token=1", "https://a.test/?a=b&oauth_x"])(
  "a URL that already has oauth_* is refused and never signed twice: %s",
  (url) => {
    expect(() => signUrl(url, credentials)).toThrow(TypeError);
    expect(() => signUrl(signUrl("https://a.test/", credentials), credentials)).toThrow("signed twice");
  },
);

describe("a result value is encoded once, and the signature matches:", () => {
  test.each(["&", "=", "#", "%", " ", "+", "ü", "😀", "e\u0301", "%41", "a&oauth_nonce=1"])("%j", async (value) => {
    const signed = signUrl(`https://a.test/?message=${encodeURIComponent(value)}`, credentials);
    const { parameters } = await verifyRequest(new Request(signed), options);
    expect(parameters).toEqual([["message", value]]);
  });
});

describe("a fragment stays at the end and is not signed, and the rest of the text is unchanged:", () => {
  test.each([
    { given: "https://a.test", want: "https://a.test?oauth_" },
    { given: "https://a.test/p", want: "https://a.test/p?oauth_" },
    { given: "https://a.test/p?", want: "https://a.test/p?oauth_" },
    { given: "https://a.test/p?a=1", want: "https://a.test/p?a=1&oauth_" },
    { given: "https://a.test/p?a=1&", want: "https://a.test/p?a=1&oauth_" },
    { given: "https://a.test/p#top", want: "https://a.test/p?oauth_" },
    {
      given: "https://A.test:443/p?a=%7e+'(b)&a=%2a&=x#top?x",
      want: "https://A.test:443/p?a=%7e+'(b)&a=%2a&=x&oauth_",
    },
  ])("$given", async ({ given, want }) => {
    const signed = signUrl(given, credentials);
    expect(signed.startsWith(want)).toBe(true);
    expect(signed.split("#")[1]).toBe(given.split("#")[1]);
    await expect(verifyRequest(new Request(signed), options)).resolves.toMatchObject({ placement: "query" });
  });

  test("a different fragment also verifies", async () => {
    const signed = signUrl("https://a.test/p?a=1#top", credentials).replace("#top", "#bottom");
    await expect(verifyRequest(new Request(signed), options)).resolves.toBeDefined();
  });
});

test("repeated parameters are kept and signed, and nothing is replaced silently", async () => {
  const signed = signUrl("https://a.test/?success=false&success=true", credentials);
  const { parameters } = await verifyRequest(new Request(signed), options);
  expect(parameters).toEqual([
    ["success", "false"],
    ["success", "true"],
  ]);
});

test("each signature of a URL has its own nonce, and URL objects are accepted", () => {
  const url = new URL("https://a.test/");
  const nonces = [signUrl(url, credentials), signUrl(url, credentials)].map((text) =>
    new URL(text).searchParams.get("oauth_nonce"),
  );
  expect(new Set(nonces).size).toBe(2);
});

test("neither the error for signing a URL again nor the error for its refusal contains the signature", async () => {
  const signed = signUrl("https://a.test/p?a=1", credentials);
  const signature = new URL(signed).searchParams.get("oauth_signature") ?? "";
  const errors = [
    caught(() => signUrl(signed, credentials)),
    caught(() => signUrl(`${signed}\n`, credentials)),
    caught(() => signUrl(signed.replace("https:", "ftp:"), credentials)),
    caught(() => signUrl(signed.replace("https://a.test", ""), credentials)),
    await verifyRequest(new Request(signed, { method: "POST" }), options).catch((reason: unknown) => reason),
  ];
  for (const error of errors) {
    const shown = inspect(error, { depth: 10, showHidden: true });
    expect(shown).toContain("Error");
    for (const proof of [signature, encodeURIComponent(signature)]) expect(shown).not.toContain(proof);
  }
});

describe("text that could add a header through Location is refused", () => {
  test.each([
    "https://a.test/?a=\r\nSet-Cookie:x",
    "https://a.test/?a=\nb",
    "https://a.test/\t",
    "https://a.test/?a=\0",
  ])("raw: %j", (url) => {
    expect(() => signUrl(url, credentials)).toThrow(TypeError);
  });

  test("or stays encoded", async () => {
    const signed = signUrl("https://a.test/?a=%0D%0ASet-Cookie%3Ax", credentials);
    expect(signed).toMatch(/^[!-~]+$/);
    const { parameters } = await verifyRequest(new Request(signed), options);
    expect(parameters).toEqual([["a", "\r\nSet-Cookie:x"]]);
  });
});

test.each([
  "https://a.test/?a=%zz",
  "https://a.test/?a=b c",
  "https://a.test/?a=ü",
  "/finishorder?success=true",
  "ftp://a.test/",
  "javascript:alert(1)",
  "",
])("%j cannot be signed: a TypeError", (url) => {
  expect(() => signUrl(url, credentials)).toThrow(TypeError);
});

test.each([
  { consumerKey: "", consumerSecret: "secret" },
  { consumerKey: "Dummy", consumerSecret: "" },
])("never signs with an empty credential: %j", (empty) => {
  expect(() => signUrl("https://a.test/", empty)).toThrow(TypeError);
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
