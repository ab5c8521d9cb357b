import { AppDirectClient } from "apsdirect";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appliedInTurn, someOf } from "../../support/changes.js";
import { counted } from "../../support/counts.js";
import { credentials } from "../../support/credentials.js";
import { mutationKinds } from "../../support/mutation.js";
import { rawServer } from "../../support/platform.js";
import { json } from "../../support/raw-server.js";
import { expectedOf, mutated, mutationsOf } from "./mutations.js";
import { exchangeOf, sampleFiles } from "./samples.js";

const samples = sampleFiles.flatMap((file) => {
  const exchange = exchangeOf(file);
  const isAnswer = file.endsWith(".json") && exchange?.received !== undefined && exchange.refusedWith === undefined;
  return exchange !== undefined && isAnswer ? [{ file, exchange, mutations: mutationsOf(exchange.received) }] : [];
});

/** Creates a client whose platform returns the given response. */
async function puppet(): Promise<{ answers: (body: unknown) => void; client: AppDirectClient; origin: string }> {
  let next = "";
  const server = await rawServer((socket) => socket.write(next));
  const validation = { response: "strict" } as const;
  const answers = (body: unknown): void => {
    next = json(body);
  };
  return {
    answers,
    client: new AppDirectClient({ baseUrl: server.origin, credentials, validation }),
    origin: server.origin,
  };
}

describe("compatible changes of a platform break nothing", () => {
  test.each(mutationKinds)("%s, at any place of any sample", async (kind) => {
    const { answers, client, origin } = await puppet();
    const cases = samples.flatMap(({ file, exchange, mutations }) =>
      mutations.filter((mutation) => mutation.kind === kind).map((mutation) => ({ file, exchange, mutation })),
    );
    expect(cases.length).toBeGreaterThan(10);
    const stride = Math.ceil(cases.length / counted({ usual: 200, long: cases.length }));
    for (const { file, exchange, mutation } of cases.filter((_, index) => index % stride === 0)) {
      const body = mutated(exchange.received, [mutation]);
      answers(body);
      expect(await exchange.call(client, origin), `${file} ${mutation.path.join(".")}`).toMatchObject(expectedOf(body));
    }
  });

  test("several changes at once", async () => {
    const { answers, client, origin } = await puppet();
    const made = new Map(mutationKinds.map((kind) => [kind, 0]));
    const drawn = fc.constantFrom(...samples).chain(({ exchange, mutations }) =>
      fc.record({
        exchange: fc.constant(exchange),
        mutations: someOf(mutations),
      }),
    );
    await fc.assert(
      fc.asyncProperty(drawn, async ({ exchange, mutations }) => {
        const { value: body, kinds } = appliedInTurn(exchange.received, mutations, mutated);
        answers(body);
        expect(await exchange.call(client, origin)).toMatchObject(expectedOf(body));
        for (const kind of kinds) made.set(kind, (made.get(kind) ?? 0) + 1);
      }),
      { numRuns: 1_000 },
    );
    expect([...made].filter(([, runs]) => runs < 100)).toEqual([]);
  });
});
