import { ApiError, AppDirectClient, verifyRequest } from "apsdirect";
import { type Event, isDuplicateUsage, isUnknown } from "apsdirect/appdirect";
import { describe, expect, test } from "vitest";
import { credentials, secretFor } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { json, type RawServer } from "../../support/raw-server.js";
import { expectedOf, withFieldsEverywhere } from "./mutations.js";
import { type Exchange, exchangeOf, sampleFiles, sampleText } from "./samples.js";

async function carriedOut(
  exchange: Exchange,
): Promise<{ readonly server: RawServer; readonly outcome: PromiseLike<unknown> }> {
  const server = await rawServer(exchange.answer);
  const options = { baseUrl: server.origin, credentials, validation: { response: "strict" }, maxRetries: 0 } as const;
  return { server, outcome: exchange.call(new AppDirectClient(options), server.origin) };
}

function known(file: string): Exchange {
  const exchange = exchangeOf(file);
  if (exchange === undefined) throw new Error(`No row of samples.ts says how ${file} goes over the wire: add one`);
  return exchange;
}

describe("a sample is read unchanged", () => {
  test.each(sampleFiles)("%s", async (file) => {
    const exchange = known(file);
    const { server, outcome } = await carriedOut(exchange);
    const result = await Promise.resolve(outcome).catch((error: unknown) => error);
    const [request] = server.requests;
    expect(request?.line).toBe(exchange.line);
    expect(request?.body).toBe(exchange.sent ?? "");
    const [method = "", url = ""] = exchange.line.split(" ");
    const raw = { method, url, headers: [...(request?.headers ?? [])] };
    await expect(verifyRequest(raw, { secretFor, publicUrl: server.origin })).resolves.toBeDefined();
    if (exchange.refusedWith !== undefined) {
      expect(result).toBeInstanceOf(ApiError);
      expect(result).toMatchObject({ status: exchange.refusedWith, body: exchange.received });
    } else if (typeof exchange.received === "object" && exchange.received !== null) {
      expect(result).toMatchObject(expectedOf(exchange.received));
    } else if (exchange.received !== undefined) {
      expect(result).toBe(exchange.received);
    } else {
      expect(result).not.toBeInstanceOf(Error);
    }
  });
});

const answers = sampleFiles.filter((file) => {
  const exchange = exchangeOf(file);
  return file.endsWith(".json") && exchange?.received !== undefined && exchange.refusedWith === undefined;
});

test("the samples include responses", () => {
  expect(answers.length).toBeGreaterThan(25);
});

describe("undocumented fields are kept in", () => {
  test.each(answers)("%s", async (file) => {
    const body = withFieldsEverywhere(JSON.parse(sampleText(file)));
    const { outcome } = await carriedOut({ ...known(file), answer: json(body) });
    expect(await outcome).toMatchObject(expectedOf(body));
  });
});

describe("the configuration becomes a map, whatever its original form:", () => {
  test.each([
    { file: "40-configuration-array-empty.json", want: {} },
    { file: "40-configuration-entry-list.json", want: { externalRef: "A-19", msisdn: "+46700000019" } },
    { file: "40-configuration-entry-single.json", want: { externalRef: "A-19" } },
    { file: "40-configuration-null.json", want: undefined },
  ])("$file", async ({ file, want }) => {
    const { outcome } = await carriedOut(known(file));
    const { payload } = (await outcome) as Event;
    expect(payload.configuration).toEqual(want);
    expect("configuration" in payload).toBe(want !== undefined);
  });

  test.each([
    { given: { entry: "a field of the product" }, want: { entry: "a field of the product" } },
    { given: { entry: [] }, want: {} },
    { given: [{ key: "a", value: "1" }], want: { a: "1" } },
    { given: { entry: { key: "a" }, b: "2" }, want: { b: "2" } },
    { given: { seats: 3, isTrial: true, none: null }, want: { seats: "3", isTrial: "true" } },
    { given: { list: [1] }, want: { list: "[1]" } },
  ])("$given", async ({ given, want }) => {
    const event = JSON.parse(sampleText("08-notice-deactivated.json"));
    event.payload.configuration = given;
    event.payload.user = { attributes: given };
    const { outcome } = await carriedOut({ ...known("08-notice-deactivated.json"), answer: json(event) });
    expect(await outcome).toMatchObject({ payload: { configuration: want, user: { attributes: want } } });
    expect(await outcome).toHaveProperty("payload.configuration", want);
  });
});

test.each([
  { given: { item: { unit: "USER", quantity: "25" } } },
  { given: { item: [{ unit: "USER", quantity: 25 }] } },
  { given: { items: { unit: "USER", quantity: 25 } } },
])("the items of an order are a list, also where $given came", async ({ given }) => {
  const event = JSON.parse(sampleText("05-subscription-change.json"));
  event.payload.order = given;
  const { outcome } = await carriedOut({ ...known("05-subscription-change.json"), answer: json(event) });
  expect(await outcome).toHaveProperty("payload.order", { items: [{ unit: "USER", quantity: 25 }] });
});

test("an event of an unknown type is passed through, and is recognized as unknown", async () => {
  const event = { type: "SUBSCRIPTION_MOON", marketplace: { baseUrl: "https://m.example" }, payload: { moon: [1] } };
  const server = await rawServer(json(event));
  const options = { baseUrl: server.origin, credentials, validation: { response: "strict" } } as const;
  const received = await new AppDirectClient(options).events.get("token");
  expect(received).toEqual({ ...event, id: "token", isAddon: false, links: [] });
  expect(isUnknown(received)).toBe(true);
});

test.each(answers.filter((file) => /^\d\d-/.test(file)))("the type of %s is known", async (file) => {
  expect(isUnknown(JSON.parse(sampleText(file)))).toBe(false);
});

describe("a duplicate usage report is recognized", () => {
  test("by the platform's message", async () => {
    const { outcome } = await carriedOut(known("neighbour-usage-v2-error.response.json"));
    expect(isDuplicateUsage(await Promise.resolve(outcome).catch((error: unknown) => error))).toBe(true);
  });

  test.each([undefined, new Error("Entry ALREADY exists with idempotencyKey k"), "text"])("and not %s", (error) => {
    expect(isDuplicateUsage(error)).toBe(false);
  });
});
