import { type EventDraft, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { type EventHandlers, type EventOf, failed, later, succeeded } from "apsdirect/appdirect";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vendorOf } from "./vendor.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const order: EventDraft = { type: "SUBSCRIPTION_ORDER" };

/** Delivers one event to a vendor with these handlers. */
async function sent(on: EventHandlers, event: EventDraft = order, accept?: string) {
  const vendor = await vendorOf(sandbox, { on });
  const delivery = await sandbox.sendEvent(event, { to: vendor.endpoint, ...(accept && { accept }) });
  return { vendor, delivery };
}

describe("the handler of an event's type", () => {
  test("gets the event, and the marketplace gets its answer", async () => {
    let given: EventOf<"SUBSCRIPTION_ORDER"> | undefined;
    const { delivery } = await sent({
      SUBSCRIPTION_ORDER(event, { sender, eventUrl }) {
        given = event;
        expect(sender).toEqual({ scheme: "OAuth", name: sandbox.appdirect.credentials.consumerKey });
        expect(eventUrl).toBe(`${sandbox.appdirect.baseUrl}/api/integration/v1/events/${event.id}`);
        return succeeded({ accountIdentifier: `account-${event.payload.company?.name}` });
      },
    });
    expect(delivery.status).toBe(200);
    expect(delivery.body).toEqual({ success: true, accountIdentifier: "account-Harbor Print Works" });
    expect(given).toMatchObject({ id: delivery.token, isAddon: false, payload: { order: { editionCode: "STUDIO" } } });
  });

  test("fails with a 200, too", async () => {
    const on = { SUBSCRIPTION_CANCEL: () => failed("ACCOUNT_NOT_FOUND", "We do not know you.") };
    const { delivery } = await sent(on, { type: "SUBSCRIPTION_CANCEL" });
    expect(delivery.status).toBe(200);
    expect(delivery.body).toEqual({ success: false, errorCode: "ACCOUNT_NOT_FOUND", message: "We do not know you." });
  });

  test("can recognize a developer's test event", async () => {
    const flags: unknown[] = [];
    const on: EventHandlers = {
      SUBSCRIPTION_ORDER({ flag }) {
        flags.push(flag);
        return succeeded({ accountIdentifier: "a-1" });
      },
    };
    await sent(on, { ...order, flag: "DEVELOPMENT" });
    expect(flags).toEqual(["DEVELOPMENT"]);
  });

  test("answers with documented properties only", async () => {
    const answer = { ...succeeded({ accountIdentifier: "a-1" }), databasePassword: "hunter2" };
    const { delivery } = await sent({ SUBSCRIPTION_ORDER: () => answer });
    expect(delivery.text).toBe('{"success":true,"accountIdentifier":"a-1"}');
  });

  test("that throws is reported, and runs again at the next delivery", async () => {
    let runs = 0;
    const { vendor, delivery } = await sent({
      SUBSCRIPTION_ORDER() {
        runs += 1;
        if (runs === 1) throw new Error("the database is away");
        return succeeded({ accountIdentifier: "a-1" });
      },
    });
    expect(delivery).toMatchObject({ status: 200, body: { success: false, errorCode: "UNKNOWN_ERROR" } });
    expect(delivery.text).not.toContain("database");
    expect(vendor.log).toMatchObject([{ error: { message: "the database is away" } }]);
    expect(await delivery.again()).toMatchObject({ status: 200, body: { success: true, accountIdentifier: "a-1" } });
    expect(await delivery.again()).toMatchObject({ status: 200, body: { success: true, accountIdentifier: "a-1" } });
    expect(runs).toBe(2);
  });

  test.each([
    { title: "nothing", answer: undefined },
    { title: "an order without an account", answer: { success: true } },
    { title: "a failure without a code", answer: { success: false } },
    { title: "something else", answer: "done" },
  ])("that returns $title fails, and the log says what it must return", async ({ answer }) => {
    // Untyped code may do this.
    const { vendor, delivery } = await sent({ SUBSCRIPTION_ORDER: () => answer as never });
    expect(delivery).toMatchObject({ status: 200, body: { success: false, errorCode: "UNKNOWN_ERROR" } });
    expect(String(vendor.log[0]?.error)).toContain("succeeded({ accountIdentifier }) or failed(errorCode, message)");
  });
});

describe("an event without a handler", () => {
  test.each(["SUBSCRIPTION_CHANGE", "MOON_LANDING", "constructor", "__proto__"])(
    "%s is no error of ours",
    async (type) => {
      const { delivery } = await sent({}, { type });
      expect(delivery.status).toBe(200);
      expect(delivery.body).toEqual({
        success: false,
        errorCode: "CONFIGURATION_ERROR",
        message: `Events of type ${type} are not supported`,
      });
    },
  );

  test("goes to `unknown`, if there is one", async () => {
    const types: string[] = [];
    const on: EventHandlers = {
      unknown({ type }) {
        types.push(type);
        return succeeded();
      },
    };
    expect((await sent(on, { type: "MOON_LANDING" })).delivery.body).toEqual({ success: true });
    expect((await sent(on, { type: "SUBSCRIPTION_CHANGE" })).delivery.body).toEqual({ success: true });
    expect(types).toEqual(["MOON_LANDING", "SUBSCRIPTION_CHANGE"]);
  });
});

test("each ping is answered without a handler, and is not stored", async () => {
  const on: EventHandlers = {
    SUBSCRIPTION_ORDER() {
      throw new Error("never called");
    },
  };
  const { vendor, delivery } = await sent(on, { ...order, flag: "STATELESS" });
  expect(delivery).toMatchObject({ status: 200, text: '{"success":true}' });
  expect(await delivery.again()).toMatchObject({ status: 200, text: '{"success":true}' });
  expect(vendor.log).toEqual([]);
});

describe("the answer has the format that the marketplace requests:", () => {
  const on: EventHandlers = { SUBSCRIPTION_CANCEL: () => failed("UNAUTHORIZED", `a <b> & "c"\u0000 \u{1f600}`) };
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><result><success>false</success>' +
    '<errorCode>UNAUTHORIZED</errorCode><message>a &#60;b&#62; &#38; "c"\ufffd \u{1f600}</message></result>';

  test.each([
    { accept: "application/xml", want: "xml" },
    { accept: "text/xml;q=0.9, application/json;q=0.8", want: "xml" },
    { accept: "application/xml, */*;q=0.1", want: "xml" },
    { accept: "application/json, application/xml", want: "json" },
    { accept: "*/*", want: "json" },
    { accept: "text/plain", want: "json" },
    { accept: "application/xml;q=0", want: "json" },
  ])("$accept is answered in $want", async ({ accept, want }) => {
    const { delivery } = await sent(on, { type: "SUBSCRIPTION_CANCEL" }, accept);
    expect(delivery.status).toBe(200);
    expect(delivery.body).toMatchObject({ success: false, errorCode: "UNAUTHORIZED" });
    if (want === "xml") expect(delivery.text).toBe(xml);
    else expect(JSON.parse(delivery.text)).toHaveProperty("message");
  });
});

describe("a later result", () => {
  test("is sent to the marketplace of the event, and is the answer to later deliveries", async () => {
    let finish = (): void => {};
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const on: EventHandlers = {
      SUBSCRIPTION_ORDER: () =>
        later(async () => {
          await done;
          return succeeded({ accountIdentifier: "a-1" });
        }),
    };
    const { vendor, delivery } = await sent(on);
    expect(delivery).toMatchObject({ status: 202, body: { success: true } });
    expect(await delivery.again()).toMatchObject({ status: 202 });
    finish();
    expect(await delivery.result()).toEqual({ success: true, accountIdentifier: "a-1" });
    await vendor.idle();
    expect(await delivery.again()).toMatchObject({ status: 200, body: { success: true, accountIdentifier: "a-1" } });
  });

  test("is a failure if the work fails, so that the marketplace does not wait forever", async () => {
    const on: EventHandlers = {
      SUBSCRIPTION_ORDER: () =>
        later(async () => {
          throw new Error("no machine left");
        }),
    };
    const { vendor, delivery } = await sent(on);
    expect(delivery.status).toBe(202);
    expect(await delivery.result()).toMatchObject({ success: false, errorCode: "UNKNOWN_ERROR" });
    expect(vendor.log).toMatchObject([{ error: { message: "no machine left" } }]);
  });

  test("is sent by the vendor if `later()` has no work", async () => {
    let eventUrl = "";
    const { vendor, delivery } = await sent({
      SUBSCRIPTION_ORDER(_, context) {
        eventUrl = context.eventUrl;
        return later();
      },
    });
    expect(delivery.status).toBe(202);
    expect(await vendor.client.events.settle(eventUrl, succeeded({ accountIdentifier: "a-2" }))).toBe(true);
    expect(await delivery.result()).toEqual({ success: true, accountIdentifier: "a-2" });
    // Any response to a second result is final.
    expect(await vendor.client.events.settle(eventUrl, succeeded({ accountIdentifier: "a-2" }))).toBe(false);
  });

  test("of a notice is awaited", async () => {
    const answer = later(async () => succeeded());
    // The types do not allow this.
    const on = { SUBSCRIPTION_NOTICE: () => answer as never };
    const { delivery } = await sent(on, { type: "SUBSCRIPTION_NOTICE" });
    expect(delivery).toMatchObject({ status: 200, body: { success: true } });
  });

  test("of a notice needs work", async () => {
    const { vendor, delivery } = await sent(
      { SUBSCRIPTION_NOTICE: () => later() as never },
      { type: "SUBSCRIPTION_NOTICE" },
    );
    expect(delivery).toMatchObject({ status: 200, body: { success: false, errorCode: "UNKNOWN_ERROR" } });
    expect(String(vendor.log[0]?.error)).toContain("needs its result now");
  });
});
