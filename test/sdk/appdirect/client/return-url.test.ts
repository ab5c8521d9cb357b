import { RequestValidationError } from "apsdirect";
import { type ReturnResult, signReturnUrl } from "apsdirect/appdirect";
import { verifyRequest } from "apsdirect/oauth1";
import { describe, expect, test } from "vitest";
import { credentials } from "../../../support/credentials.js";

const options = { credentials, marketplaces: ["https://marketplace.example"] };
const returnUrl = "https://marketplace.example/finishorder?token=t-1";
const ordered: ReturnResult = { success: true, accountIdentifier: "a-1" };

const verified = async (url: string): Promise<readonly (readonly [string, string])[]> => {
  const { parameters } = await verifyRequest(new Request(url), { secretFor: () => credentials.consumerSecret });
  return parameters;
};

test("a signed return URL has the result after its own parameters", async () => {
  const url = signReturnUrl(returnUrl, ordered, options);
  expect(url).toMatch(
    /^https:\/\/marketplace\.example\/finishorder\?token=t-1&success=true&accountIdentifier=a-1&oauth_/,
  );
  expect(await verified(url)).toEqual([
    ["token", "t-1"],
    ["success", "true"],
    ["accountIdentifier", "a-1"],
  ]);
});

test("a signed return URL has the error of a failed event", async () => {
  const result = { success: false, errorCode: "OPERATION_CANCELLED", message: "The user left" } as const;
  const url = signReturnUrl(returnUrl, result, options);
  expect(url).toContain("&success=false&errorCode=OPERATION_CANCELLED&message=The%20user%20left&oauth_");
  expect(await verified(url)).toContainEqual(["message", "The user left"]);
});

// The tests are in the order of the table of attacks on return URLs.

describe("1: a return URL to a foreign host is refused, because a signature would make an open redirect look trustworthy", () => {
  test.each([
    "https://evil.example/finishorder",
    "https://marketplace.example.evil.example/finishorder",
    "https://marketplace.example@evil.example/finishorder",
    "https://marketplace.example:8443/finishorder",
    "http://marketplace.example/finishorder",
    "//marketplace.example/finishorder",
    "https://marketplace.example\\@evil.example/",
    "javascript:alert(1)",
    "",
  ])("%s", (url) => {
    expect(() => signReturnUrl(url, ordered, options)).toThrow(RequestValidationError);
  });

  test("a marketplace that is not an https origin is refused", () => {
    const marketplaces = ["http://marketplace.example"];
    expect(() => signReturnUrl(returnUrl, ordered, { credentials, marketplaces })).toThrow(TypeError);
  });
});

test("2: a return URL with oauth_* parameters is refused, so that there are never two sets", () => {
  expect(() => signReturnUrl(`${returnUrl}&oauth_nonce=1`, ordered, options)).toThrow("OAuth parameters");
  expect(() => signReturnUrl(`${returnUrl}&%6fauth_nonce=1`, ordered, options)).toThrow("OAuth parameters");
});

describe("3: a value is encoded once, and the other side reads the original value", () => {
  test.each(["a&b", "a=b", "#", "%", "a b", "+", "ü😀", "%41", "x&success=false"])("%j", async (accountIdentifier) => {
    const url = signReturnUrl(returnUrl, { success: true, accountIdentifier }, options);
    expect(await verified(url)).toContainEqual(["accountIdentifier", accountIdentifier]);
  });
});

test("4: a fragment stays last and is not signed", async () => {
  const url = signReturnUrl(`${returnUrl}#top`, ordered, options);
  expect(url).toMatch(/oauth_signature=[^#&]+#top$/);
  expect(await verified(url.replace("#top", "#bottom"))).toContainEqual(["success", "true"]);
});

test.each(["success=false", "accountIdentifier=other", "SUCCESS=1&success"])(
  "5: a return URL that already has a parameter of the result is refused: %s",
  (own) => {
    expect(() => signReturnUrl(`${returnUrl}&${own}`, ordered, options)).toThrow("already");
  },
);

test("6: each signed URL has its own nonce", () => {
  const nonces = [1, 2].map(() => new URL(signReturnUrl(returnUrl, ordered, options)).searchParams.get("oauth_nonce"));
  expect(new Set(nonces).size).toBe(2);
});

test("7: errors contain neither the secret nor a signature", () => {
  const signed = signReturnUrl(returnUrl, ordered, options);
  const signature = new URL(signed).searchParams.get("oauth_signature") ?? "";
  try {
    signReturnUrl(signed, ordered, options);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(RequestValidationError);
    for (const proof of [signature, encodeURIComponent(signature), credentials.consumerSecret]) {
      expect(String(error)).not.toContain(proof);
    }
  }
});

test("8: line breaks are encoded in values and refused in the URL, so that none reaches Location", () => {
  const url = signReturnUrl(returnUrl, { success: false, message: "a\r\nSet-Cookie: x" }, options);
  expect(url).toContain("message=a%0D%0ASet-Cookie%3A%20x");
  expect(() => signReturnUrl(`${returnUrl}\r\nSet-Cookie: x`, ordered, options)).toThrow(RequestValidationError);
});
