import { oauth1Signer, type RawRequest, signatureBaseString, verifyRequest } from "apsdirect/oauth1";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counted } from "../../support/counts.js";

const credentials = { consumerKey: "key", consumerSecret: "secret" };
const options = { secretFor: () => "secret", nonceStore: { claim: async () => true } };

const part = fc.string({ unit: "binary", maxLength: 8 }).map(encodeURIComponent);
const awkward = fc.constantFrom(
  "__proto__",
  "a=b=c",
  "a==",
  "=1",
  "a+b",
  "%FF",
  "a;b",
  "eq(a,(b,c))",
  "10=1",
  "9=1",
  "",
  "%e2%82",
  "*'!~",
);
const query = fc
  .array(
    fc.oneof(
      part,
      fc.tuple(part, part).map((pair) => pair.join("=")),
      awkward,
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join("&"));
const path = fc.array(part, { maxLength: 3 }).map((segments) => `/${segments.join("/")}`);
const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE");
const message = fc.record({
  method,
  path,
  query,
  form: query,
  placement: fc.constantFrom("header" as const, "query" as const),
});

interface Message {
  method: string;
  path: string;
  query: string;
  form: string;
  placement: "header" | "query";
}

async function sent({ method, path, query, form, placement }: Message): Promise<RawRequest> {
  const request = new Request(`https://a.test${path}?${query}`, {
    method,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: method === "GET" ? null : form,
  });
  const signed = await oauth1Signer(credentials, { placement }).sign(request);
  return { method, url: signed.url, headers: signed.headers, body: await signed.text() };
}

describe("a signed request", () => {
  test("verifies with any query and form", async () => {
    await fc.assert(
      fc.asyncProperty(message, async (given) => {
        await expect(verifyRequest(await sent(given), options)).resolves.toMatchObject({ placement: given.placement });
      }),
      { numRuns: counted({ usual: 500, long: 10_000 }) },
    );
  });

  test("does not verify with one character added anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(message, fc.nat(), fc.constantFrom("path", "query", "form"), async (given, at, where) => {
        const request = await sent(given);
        const changed = where === "form" ? withForm(request, at) : withUrl(request, where, at);
        await expect(verifyRequest(changed, options)).rejects.toMatchObject({ name: "RequestVerificationError" });
      }),
      { numRuns: counted({ usual: 500, long: 10_000 }) },
    );
  });

  test("has the same base string in any order of the query", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(["a=1", "a=2", "b", "a-=3", "a.=4", "%C3%BC=5", "A=6"], { minLength: 7 }),
        (parts) => {
          const url = `https://a.test/?${parts.join("&")}`;
          expect(signatureBaseString({ method: "GET", url, oauth: [] })).toBe(
            "GET&https%3A%2F%2Fa.test%2F&%25C3%25BC%3D5%26A%3D6%26a%3D1%26a%3D2%26a-%3D3%26a.%3D4%26b%3D",
          );
        },
      ),
    );
  });
});

function withUrl(request: RawRequest, where: "path" | "query", at: number): RawRequest {
  const start = where === "path" ? "https://a.test/".length : request.url.indexOf("?") + 1;
  const end = where === "path" ? request.url.indexOf("?") : request.url.length;
  return { ...request, url: grown(request.url, start, end, at) };
}

function withForm(request: RawRequest, at: number): RawRequest {
  const body = String(request.body ?? "");
  return { ...request, body: grown(body, 0, body.length, at) };
}

/** Inserts an `x`. */
function grown(text: string, start: number, end: number, at: number): string {
  const position = start + (at % (end - start + 1));
  return `${text.slice(0, position)}x${text.slice(position)}`;
}
