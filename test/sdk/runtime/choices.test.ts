import { RequestValidationError } from "apsdirect";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { safeParse } from "zod/mini";
import { ChoicesApi, type Colour, type Event, schemas } from "../../codegen/golden/choices/client/index.js";
import { credentials } from "../../support/credentials.js";
import { rawServer } from "../../support/platform.js";
import { answer, json } from "../../support/raw-server.js";

describe("with closed enums", () => {
  test("an unlisted value does not compile and is not sent", async () => {
    expectTypeOf<Colour>().toEqualTypeOf<"red" | "green" | 7 | null>();
    expectTypeOf<NonNullable<Event["kind"]>>().toEqualTypeOf<"start" | "end">();
    const server = await rawServer(json({}));
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials });
    await events.createEvent({ kind: "start", colour: null });
    // @ts-expect-error it is not listed
    await expect(events.createEvent({ kind: "pause" })).rejects.toBeInstanceOf(RequestValidationError);
    expect(server.requests.length).toBe(1);
  });
});

describe("with dates as Date", () => {
  const noon = new Date("2026-01-31T12:00:00.000Z");
  const text = "2026-01-31T14:00:00+02:00";
  const iso = "2026-01-31T12:00:00.000Z";
  const encoded = "2026-01-31T12%3A00%3A00.000Z";

  test("a response has dates where the document says so, and is otherwise unchanged", async () => {
    expectTypeOf<Event["at"]>().toEqualTypeOf<Date | undefined>();
    expectTypeOf<Event["day"]>().toEqualTypeOf<string | undefined>();
    const answered = {
      later: { at: text },
      day: "2026-01-31",
      at: text,
      ended: null,
      history: [text],
      range: { to: text, from: text, note: text },
      span: [text, text, text],
      dated: { title: "a", at: text, since: text },
      log: { "at-1": text, since: text },
      change: { type: "move", to: text },
    };
    const server = await rawServer(json(answered), json({ ended: text, change: { type: "new kind", to: text } }));
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials });
    const event = await events.createEvent({});
    expect(event).toEqual({
      ...answered,
      at: noon,
      history: [noon],
      range: { to: noon, from: noon, note: text },
      span: [noon, text, text],
      dated: { title: "a", at: noon, since: text },
      log: { "at-1": noon, since: text },
      change: { type: "move", to: noon },
    });
    expect(Object.keys(event)).toEqual(Object.keys(answered));
    expect(await events.createEvent({})).toEqual({ ended: noon, change: { type: "new kind", to: text } });
  });

  test("a JSON header has dates, a text header does not, and a malformed one is absent", async () => {
    const window = JSON.stringify({ from: text, note: text });
    const told = (headers: Record<string, string>) =>
      answer("[]", { headers: { "content-type": "application/json", ...headers } });
    const server = await rawServer(
      told({ "x-window": window, "x-until": text }),
      told({ "x-window": '{"from":"noon"}' }),
    );
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials });
    const { documentedHeaders } = await events.listEvents(noon).withResponse();
    expectTypeOf<NonNullable<typeof documentedHeaders.xWindow>["from"]>().toEqualTypeOf<Date | undefined>();
    expect(documentedHeaders).toEqual({ xWindow: { from: noon, note: text }, xUntil: text });
    expect((await events.listEvents(noon).withResponse()).documentedHeaders).toEqual({});
  });

  test.each(["strict", "warn", "off"] as const)("a response has dates with validation %s", async (response) => {
    const server = await rawServer(json({ at: text }));
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials, validation: { response } });
    expect(await events.createEvent({})).toEqual({ at: noon });
  });

  test("a response with a fault still has its valid dates", async () => {
    const warn = vi.fn();
    const server = await rawServer(json({ at: "yesterday", range: { from: text } }));
    const logger = { debug() {}, info() {}, warn, error() {} };
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials, logger });
    expect(await events.createEvent({})).toEqual({ at: "yesterday", range: { from: noon } });
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('$.at: expected a date and time like "2026-01-31T12:00:00Z"'),
    );
  });

  test("a request contains dates in UTC, in any place", async () => {
    const done = answer("", { status: 204 });
    const answers = [json({}), json([]), done, done, answer(text, { headers: { "content-type": "text/plain" } })];
    const server = await rawServer(...answers);
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials });
    await events.createEvent({ at: noon, history: [noon], span: [noon], day: "2026-01-31" });
    await events.listEvents(noon, { until: noon, at: [noon, noon], range: { from: noon }, xSince: noon });
    await events.sendForm({ from: noon });
    await events.sendParts({ from: noon });
    expect(await events.sendText(noon)).toEqual(noon);
    const [created, listed, form, parts, plain] = server.requests;
    expect(JSON.parse(created?.body ?? "")).toEqual({ at: iso, history: [iso], span: [iso], day: "2026-01-31" });
    expect(listed?.line).toBe(
      `GET /events/${encoded}?until=${encoded}&at=${encoded}&at=${encoded}&range%5Bfrom%5D=${encoded} HTTP/1.1`,
    );
    expect(listed?.headers.get("x-since")).toBe(iso);
    expect(form?.body).toBe(`from=${encoded}`);
    expect(parts?.body).toContain(`name="from"\r\n\r\n${iso}\r\n`);
    expect(plain?.body).toBe(iso);
  });

  test("an invalid date is not sent", async () => {
    const server = await rawServer(json({}));
    const { events } = new ChoicesApi({ baseUrl: server.origin, credentials });
    const never = new Date(Number.NaN);
    await expect(events.createEvent({ at: never })).rejects.toBeInstanceOf(RequestValidationError);
    await expect(events.listEvents(never)).rejects.toBeInstanceOf(RequestValidationError);
    // @ts-expect-error it is text
    await expect(events.createEvent({ at: "yesterday" })).rejects.toBeInstanceOf(RequestValidationError);
    expect(server.requests).toEqual([]);
  });

  test.each<{ readonly given: unknown; readonly want: string | undefined }>([
    { given: noon, want: iso },
    { given: text, want: iso },
    { given: "2026-01-31t12:00:00z", want: iso },
    { given: "2026-01-31T12:00:00.123456Z", want: "2026-01-31T12:00:00.123Z" },
    { given: "2024-02-29T00:00:00Z", want: "2024-02-29T00:00:00.000Z" },
    { given: "2016-12-31T23:59:60Z", want: "2017-01-01T00:00:00.000Z" },
    { given: "2026-02-29T00:00:00Z", want: undefined },
    { given: "2026-01-31", want: undefined },
    { given: "2026-01-31T12:00:00", want: undefined },
    { given: "2026-01-31T24:00:00Z", want: undefined },
    { given: "2026-13-01T12:00:00Z", want: undefined },
    { given: 0, want: undefined },
    { given: null, want: undefined },
  ])("a schema converts $given to $want", ({ given, want }) => {
    expect(safeParse(schemas.momentSchema, given).data?.toISOString()).toBe(want);
  });
});
