import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ApiError, ApsClient, type ApsClientOptions, OutcomeUnknownError } from "apsdirect";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { counted } from "../../support/counts.js";
import { credentials } from "../../support/credentials.js";
import { root } from "../../support/generated.js";
import { answer, json, type RawServer, startRawServer } from "../../support/raw-server.js";
import { callOf, type Sample, targetOf } from "./sample-calls.js";
import { mutated } from "./sample-mutations.js";

const folder = join(root, "test/fixtures/aps-samples");
const samples = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file): readonly [string, Sample] => [file, JSON.parse(readFileSync(join(folder, file), "utf8"))]);

/** Header of a request, if it is not one that each sample writes in its own way. */
const compared = ["aps-actor-scope", "accept", "content-type"];

describe.each(samples)("%s", (_, sample) => {
  test("the SDK sends this request, byte for byte, and its answer fits the document", async () => {
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

test("a platform that says more, other or less than is documented breaks nobody", async () => {
  const answered = samples.map(([, sample]) => sample).filter(({ response }) => response.status < 300 && response.body);
  const [first] = answered;
  if (first === undefined) throw new Error("No sample has an answer");
  let current: Sample = first;
  const server = await startRawServer((socket) => void socket.write(answerTo(current)));
  onTestFinished(() => server.close());
  const sdk = new ApsClient({ baseUrl: server.origin, ...strict });
  const property = fc.asyncProperty(
    fc.constantFrom(...answered),
    fc.infiniteStream(fc.nat()),
    async (sample, picks) => {
      const changed = mutated(sample.response.body, () => picks.next().value ?? 0);
      current = { ...sample, response: { ...sample.response, body: changed.sent } };
      // The look-up of a service is answered by the sample, too: payment methods come with an `aps` block then.
      if (sample.request.url.includes("/paymentMethods")) return;
      // What is typed loses its `null`s, what the document leaves open keeps them: to a caller, both are absent.
      expect(withoutNulls(await callOf(sdk, current))).toEqual(changed.received);
    },
  );
  await fc.assert(property, { numRuns: counted({ usual: 200, long: 1_000 }), seed: 20_240_403 });
});

const strict: ApsClientOptions = { credentials, validation: { request: "strict", response: "strict" }, maxRetries: 0 };

/** A platform that answers as the sample does; where a service is looked up first, that by the ID of the sample. */
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

/** What a call comes to: its result, or the body of the error. */
async function resultOf(sdk: ApsClient, sample: Sample): Promise<unknown> {
  if (sample.response.status < 300) return callOf(sdk, sample);
  const error = await Promise.resolve(callOf(sdk, sample)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const said = error instanceof OutcomeUnknownError ? error.cause : error;
  return said instanceof ApiError ? said.body : error;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}
