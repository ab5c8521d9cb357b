import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ApiError, ApsClient, type ApsClientOptions, OutcomeUnknownError } from "apsdirect";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { appliedInTurn, someOf } from "../../support/changes.js";
import { credentials } from "../../support/credentials.js";
import { root } from "../../support/generated.js";
import { mutationKinds } from "../../support/mutation.js";
import { rawServer } from "../../support/platform.js";
import { answer, json, type RawServer, startRawServer } from "../../support/raw-server.js";
import { callOf, type Sample, targetOf } from "./sample-calls.js";
import { hugeJson, mutated, mutationsOf, withHugeNumbers } from "./sample-mutations.js";

const folder = join(root, "test/fixtures/aps-samples");
const samples = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file): readonly [string, Sample] => [file, JSON.parse(readFileSync(join(folder, file), "utf8"))]);

/** Header of a request, unless its value differs in each sample. */
const compared = ["aps-actor-scope", "accept", "content-type"];

describe.each(samples)("%s", (_, sample) => {
  test("the SDK sends this request byte for byte, and the response matches the document", async () => {
    const { server, sdk } = await platformOf(sample);
    const data = await resultOf(sdk, sample);
    const request = server.requests.at(-1);
    expect(request?.line).toBe(`${sample.request.method} ${targetOf(sample)} HTTP/1.1`);
    expect(request?.body === "" ? undefined : JSON.parse(request?.body ?? "")).toEqual(sample.request.body);
    for (const [name, value] of Object.entries(sample.request.headers)) {
      if (!compared.includes(name.toLowerCase()) || (request?.body === "" && name === "Content-Type")) continue;
      expect([name, request?.headers.get(name.toLowerCase())]).toEqual([name, value]);
    }
    expect(data).toEqual(sample.response.body ?? undefined);
  });
});

test("there are samples", () => expect(samples.length).toBeGreaterThan(20));

/** Samples with a response body, and everything that may differ in it. */
const answered = samples
  .filter(([, { response }]) => response.status < 300 && response.body)
  .map(([file, sample]) => ({ file, sample, mutations: mutationsOf(sample.response.body) }));

describe("a platform that returns more, less or other data than documented breaks no caller", () => {
  test.each(answered)("in any single place of $file", async ({ sample, mutations }) => {
    const { sdk, answers } = await puppet(strict);
    expect(mutations.length).toBeGreaterThan(0);
    for (const mutation of mutations) {
      const body = mutated(sample.response.body, [mutation]);
      answers(sample, JSON.stringify(body));
      const place = `${mutation.kind}: ${mutation.path.join(".")}`;
      expect(comparable(await callOf(sdk, sample)), place).toEqual(comparable(body));
    }
  });

  test("in several places at once", async () => {
    const { sdk, answers } = await puppet(strict);
    const made = new Map(mutationKinds.map((kind) => [kind, 0]));
    const drawn = fc.constantFrom(...answered).chain(({ sample, mutations }) =>
      fc.record({
        sample: fc.constant(sample),
        chosen: someOf(mutations),
      }),
    );
    const property = fc.asyncProperty(drawn, async ({ sample, chosen }) => {
      const { value: body, kinds } = appliedInTurn(sample.response.body, chosen, mutated);
      answers(sample, JSON.stringify(body));
      expect(comparable(await callOf(sdk, sample))).toEqual(comparable(body));
      for (const kind of kinds) made.set(kind, (made.get(kind) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns: 1_000, seed: 20_240_403 });
    expect([...made].filter(([, runs]) => runs < 100)).toEqual([]);
  });

  test.each(answered)("with whole numbers that JavaScript would round, in $file", async ({ sample }) => {
    const warnings: string[] = [];
    const logger = { debug() {}, info() {}, warn: (line: string) => void warnings.push(line) };
    const { sdk, answers } = await puppet({ credentials, logger: { ...console, ...logger } });
    const body = withHugeNumbers(sample.response.body);
    answers(sample, hugeJson(body));
    expect(comparable(await callOf(sdk, sample))).toEqual(comparable(body));
    for (const line of warnings) expect(line).toContain("9007199254740993");
  });
});

test("a documented number that was received as text is a number", async () => {
  const { server, sdk } = await platformOf(sampleOf("listServicePlans.json", { planId: "10004" }));
  const [plan] = await sdk.servicePlans.list("limit(0,1)").all({ max: 1 });
  expect([plan?.planId, server.requests.length]).toEqual([10_004, 1]);
});

/** Sample whose first item has other values. */
function sampleOf(file: string, changes: object): Sample {
  const sample = new Map(samples).get(file);
  const [first, ...others] = Array.isArray(sample?.response.body) ? sample.response.body : [];
  if (sample === undefined || first === undefined) throw new Error(`${file} has no list`);
  return { ...sample, response: { ...sample.response, body: [{ ...first, ...changes }, ...others] } };
}

/** Client of a platform that returns a given response. */
async function puppet(
  options: ApsClientOptions,
): Promise<{ readonly sdk: ApsClient; answers(sample: Sample, body: string): void }> {
  let current = "";
  let service = "";
  const server = await rawServer((socket, { line }) => {
    const isLookUp = line.includes("select(aps.id),limit(0,1) ");
    socket.write(isLookUp ? json([{ aps: { id: service, type: "service" } }]) : current);
  });
  return {
    sdk: new ApsClient({ baseUrl: server.origin, ...options }),
    answers({ request, response: { status, headers } }, body) {
      current = answer(body, { status, headers });
      service = /\/resources\/([^/]+)\/paymentMethods/.exec(request.url)?.[1] ?? "";
    },
  };
}

/**
 * Value as a caller can distinguish it: `null` equals absent, and a number equals its text. Typed values are as documented,
 * others are as the platform sent them.
 */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, comparable(member)]));
}

const strict: ApsClientOptions = { credentials, validation: { request: "strict", response: "strict" }, maxRetries: 0 };

/** Platform that responds as in the sample. The look-up of a service returns the ID in the sample. */
async function platformOf(sample: Sample): Promise<{ readonly server: RawServer; readonly sdk: ApsClient }> {
  const id = /\/resources\/([^/]+)\/paymentMethods/.exec(sample.request.url)?.[1];
  const lookUp = id === undefined ? [] : [json([{ aps: { id, type: "service" } }])];
  const server = await startRawServer(...lookUp, answerTo(sample));
  onTestFinished(() => server.close());
  return { server, sdk: new ApsClient({ baseUrl: server.origin, ...strict }) };
}

function answerTo({ response: { status, headers, body } }: Sample): string {
  if (status === 204) return `HTTP/1.1 204 Status\r\n\r\n`;
  return answer(body === null ? "" : JSON.stringify(body), { status, headers });
}

/** Outcome of a call: its result, or the body of the error. */
async function resultOf(sdk: ApsClient, sample: Sample): Promise<unknown> {
  if (sample.response.status < 300) return callOf(sdk, sample);
  const error = await Promise.resolve(callOf(sdk, sample)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const said = error instanceof OutcomeUnknownError ? error.cause : error;
  return said instanceof ApiError ? said.body : error;
}
