import { oauth1Signer, verifyRequest } from "apsdirect/oauth1";
import { type RqlExpression, rql } from "apsdirect/rql";
import fc from "fast-check";
import { expect, test } from "vitest";
import { counted } from "../../support/counts.js";
import { credentials, secretFor } from "../../support/credentials.js";
import { platform } from "../../support/platform.js";
import { json, type RawRequest } from "../../support/raw-server.js";
import { plain, query, structureOf, valuesOf } from "./random-rql.js";

/** Number of calls in flight. */
const TOGETHER = 40;

/** Adds a limit, so that the list sends a single request and adds no clause of its own. */
const windowed = query.map((given) => rql.query(given, rql.limit(0, 10)));

test("any query arrives unchanged, with a matching signature, and parses to the same tree", async () => {
  const { server, sdk } = await platform([json([])]);
  const signer = oauth1Signer(credentials);
  const send = {
    byClient: (given: RqlExpression, headers: Record<string, string>) =>
      sdk.resources.list(given, { headers }).all({ max: 1 }),
    bySigner: async (given: RqlExpression, headers: Record<string, string>) => {
      const answer = await fetch(
        await signer.sign(new Request(`${server.origin}/aps/2/resources?${given}`, { headers })),
      );
      await answer.arrayBuffer();
    },
  };
  const nonceStore = { claim: async () => true };
  let sent = 0;
  const batch = fc.array(fc.tuple(windowed, fc.constantFrom<keyof typeof send>("byClient", "bySigner")), {
    minLength: TOGETHER,
    maxLength: TOGETHER,
  });
  await fc.assert(
    fc.asyncProperty(batch, async (cases) => {
      const start = sent;
      sent += cases.length;
      await Promise.all(cases.map(([given, way], index) => send[way](given, { "x-case": String(start + index) })));
      const arrived = new Map(server.requests.slice(start).map((request) => [request.headers.get("x-case"), request]));
      for (const [index, [given]] of cases.entries()) {
        const request = arrived.get(String(start + index));
        const target = targetOf(request, given);
        const verified = verifyRequest(
          { method: "GET", url: target, headers: [...(request?.headers ?? [])] },
          { secretFor, publicUrl: server.origin, nonceStore },
        );
        await expect(verified).resolves.toMatchObject({ consumerKey: credentials.consumerKey });
        expectSameTree(target.slice("/aps/2/resources?".length), given);
      }
    }),
    { numRuns: Math.ceil(counted({ usual: 500, long: 10_000 }) / TOGETHER) },
  );
  expect(server.requests).toHaveLength(sent);
});

/** Checks that the request target is the built text, byte for byte. */
function targetOf(request: RawRequest | undefined, given: RqlExpression): string {
  expect(request?.line).toBe(`GET /aps/2/resources?${given} HTTP/1.1`);
  return request?.line.split(" ")[1] ?? "";
}

/** Checks that no value became structure: the number of clauses is the same, and structural parentheses are raw. */
function expectSameTree(arrived: string, built: RqlExpression): void {
  const read = rql.parse(arrived);
  expect(String(read)).toBe(arrived);
  expect(plain(read)).toEqual(plain(built));
  expect(arrived.replace(/[^(),]/g, "")).toBe(structureOf(built));
  expect(escapesIn(arrived)).toBe(escapesIn(valuesOf(built).join()));
}

function escapesIn(text: string): number {
  return text.match(/%28|%29/gi)?.length ?? 0;
}
