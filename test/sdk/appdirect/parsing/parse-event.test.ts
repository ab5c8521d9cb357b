import { readdirSync, readFileSync } from "node:fs";
import { startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient } from "apsdirect";
import { isUnknown, parseEvent } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { credentials } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json } from "../../../support/raw-server.js";
import { sampleText } from "../samples.js";

const folder = new URL("../../../fixtures/appdirect-samples/", import.meta.url);
const pairs = readdirSync(folder)
  .filter((file) => /^\d\d-.*\.xml$/.test(file) && !file.startsWith("3"))
  .map((file) => file.slice(0, -".xml".length));

const pings = ["Order", "Change", "Cancel", "Notice", "Assign", "Unassign"]
  .concat(["AddonOrder", "AddonChange", "AddonCancel", "AddonBind", "AddonUnbind"])
  .map((name) => `dummy${name}`);

const mira = {
  uuid: "13b30f0b-785f-52e9-999f-b93060ba513d",
  openId: "https://shop.northwind-market.example/openid/id/13b30f0b-785f-52e9-999f-b93060ba513d",
  email: "mira@harbor-print.example",
  firstName: "Mira",
  lastName: "Okafor",
  language: "en",
};
const marketplace = { partner: "NORTHWIND", baseUrl: "https://shop.northwind-market.example" };

describe("a sample says the same in JSON and in XML", () => {
  test("of which there are many", () => {
    expect(pairs.length).toBeGreaterThan(20);
  });

  test.each(pairs)("%s", async (name) => {
    const fromJson = await parseEvent(sampleText(`${name}.json`));
    const fromXml = await parseEvent(sampleText(`${name}.xml`));
    expect(fromXml).toStrictEqual(fromJson);
    expect(isUnknown(fromXml)).toBe(false);
  });

  test("and so does every ping of a marketplace", async () => {
    const { appdirect: marketplace, certificate, close } = await startSandbox();
    onTestFinished(close);
    const client = new AppDirectClient({ ...marketplace, fetch: nodeFetch({ ca: certificate }) });
    for (const token of pings) {
      const eventUrl = `${marketplace.baseUrl}/api/integration/v1/events/${token}`;
      const event = await parseEvent(await client.events.getXml(eventUrl), { eventUrl });
      expect(event).toStrictEqual(await client.events.get(token));
      expect(event).toMatchObject({ id: token, flag: "STATELESS", isAddon: token.startsWith("dummyAddon") });
    }
  });
});

describe("a sample comes to what it means", () => {
  test("an order of 2012, with its elements in any order and lines between", async () => {
    expect(await parseEvent(sampleText("30-legacy-2012-order.xml"))).toStrictEqual({
      type: "SUBSCRIPTION_ORDER",
      isAddon: false,
      marketplace,
      flag: "STATELESS",
      returnUrl: "https://shop.northwind-market.example/finishprocure?token=dummyOrder",
      creator: mira,
      links: [],
      payload: {
        company: {
          uuid: "eead7f79-cf8a-5b84-88b6-6df9ca9b5595",
          name: "Harbor Print Works",
          email: "office@harbor-print.example",
          phoneNumber: "207-555-0100",
          website: "http://harbor-print.example",
          country: "US",
        },
        configuration: { domain: "harborprint" },
        order: {
          editionCode: "STARTER",
          pricingDuration: "MONTHLY",
          items: [
            { unit: "USER", quantity: 2 },
            { unit: "MEGABYTE", quantity: 500 },
          ],
        },
      },
    });
  });

  test("an assignment of 2012, without ids and the status of the account", async () => {
    const { payload } = await parseEvent(sampleText("31-legacy-2012-assignment.xml"));
    expect(payload).toStrictEqual({
      account: { accountIdentifier: "hpw-00317" },
      user: {
        email: "jonas@harbor-print.example",
        firstName: "Jonas",
        lastName: "Lindqvist",
        openId: "https://shop.northwind-market.example/openid/id/b4875c4d-e1c7-579b-8b8a-bc8992e78bbe",
      },
    });
  });

  test.each(["json", "xml"])("an order of today, with its link, as %s", async (form) => {
    const event = await parseEvent(sampleText(`01-subscription-order.${form}`));
    expect(event.links).toStrictEqual([
      {
        rel: "samlIdp",
        href: "https://shop.northwind-market.example/api/saml/v1/idp/e6ff8de4-c79f-598d-b9ab-99685fdda0e9",
      },
    ]);
    expect(event.creator?.address).toStrictEqual({
      firstName: "Mira",
      lastName: "Okafor",
      fullName: "Mira Okafor",
      companyName: "Harbor Print Works",
      phone: "+1 207 555 0142",
      street1: "18 Ropewalk Lane",
      street2: "",
      city: "Portland",
      state: "ME",
      zip: "04101",
      country: "US",
    });
    expect("flag" in event || "account" in event.payload || "returnUrl" in event).toBe(false);
    expect(event.payload.configuration).toStrictEqual({ domain: "harborprint", region: "us-east" });
  });

  test.each([
    { file: "03-subscription-order-addon", isAddon: true },
    { file: "05-subscription-change", isAddon: false },
    { file: "07-subscription-cancel-addon", isAddon: true },
    { file: "16-addon-order", isAddon: true },
  ])("$file is about an add-on: $isAddon", async ({ file, isAddon }) => {
    expect(await parseEvent(sampleText(`${file}.json`))).toHaveProperty("isAddon", isAddon);
    expect(await parseEvent(sampleText(`${file}.xml`))).toHaveProperty("isAddon", isAddon);
  });

  test.each([
    { file: "40-configuration-array-empty.json", want: {} },
    { file: "40-configuration-entry-list.json", want: { externalRef: "A-19", msisdn: "+46700000019" } },
    { file: "40-configuration-entry-single.json", want: { externalRef: "A-19" } },
    { file: "40-configuration-null.json", want: undefined },
  ])("$file", async ({ file, want }) => {
    const { payload } = await parseEvent(readFileSync(new URL(file, folder)), { contentType: "application/json" });
    expect(payload.configuration).toStrictEqual(want);
    expect("configuration" in payload).toBe(want !== undefined);
  });
});

describe("the client gives the same event", () => {
  test.each(pairs)("%s", async (name) => {
    const server = await rawServer(json(JSON.parse(sampleText(`${name}.json`))));
    const validation = { response: "strict" } as const;
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials, validation });
    const eventUrl = `${server.origin}/api/integration/v1/events/12345?lang=en`;
    const fetched = await appdirect.events.get(eventUrl);
    expect(fetched).toStrictEqual(await parseEvent(sampleText(`${name}.xml`), { eventUrl }));
    expect(fetched.id).toBe("12345");
    expect(fetched.raw).toEqual(JSON.parse(sampleText(`${name}.json`)));
    expect(Object.keys(fetched)).not.toContain("raw");
  });

  test("by a token, which is its id", async () => {
    const server = await rawServer(json(JSON.parse(sampleText("05-subscription-change.json"))));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials });
    expect(await appdirect.events.get("a/b%2F?c")).toHaveProperty("id", "a/b%2F?c");
  });

  test("and warns of what the strict reading refuses", async () => {
    const warnings: string[] = [];
    const silent = (): void => {};
    const logger = { debug: silent, info: silent, error: silent, warn: (text: string) => warnings.push(text) };
    const server = await rawServer(json({ type: "SUBSCRIPTION_CANCEL", marketplace, payload: {} }));
    const appdirect = new AppDirectClient({ baseUrl: server.origin, credentials, logger });
    expect(await appdirect.events.get("token")).toMatchObject({ type: "SUBSCRIPTION_CANCEL", id: "token", links: [] });
    expect(warnings.join("\n")).toContain("$.payload.account");
  });
});

describe("the id of an event is the last segment of its URL", () => {
  test.each([
    { eventUrl: "https://m.example/api/integration/v1/events/d15bb36e", want: "d15bb36e" },
    { eventUrl: "https://m.example/api/integration/v1/events/12345/?a=/b#/c", want: "12345" },
    { eventUrl: "https://m.example/api/integration/v1/events/a%20b%2Fc", want: "a b/c" },
    { eventUrl: "https://m.example/api/integration/v1/events/50%", want: "50%" },
    { eventUrl: "https://m.example", want: undefined },
    { eventUrl: "https://m.example/?x=y/z", want: undefined },
    { eventUrl: undefined, want: undefined },
  ])("$eventUrl: $want", async ({ eventUrl, want }) => {
    const event = await parseEvent(sampleText("06-subscription-cancel.xml"), { eventUrl });
    expect(event.id).toBe(want);
    expect("id" in event).toBe(want !== undefined);
  });
});

describe("an event as it came is kept, and not printed twice:", () => {
  test("JSON as a value", async () => {
    const text = sampleText("01-subscription-order.json");
    const event = await parseEvent(text);
    expect(event.raw).toEqual(JSON.parse(text));
    expect(JSON.stringify(event)).not.toContain("raw");
    expect({ ...event }).not.toHaveProperty("raw");
  });

  test("XML as its text", async () => {
    const text = sampleText("01-subscription-order.xml");
    expect((await parseEvent(Buffer.from(text))).raw).toBe(text);
  });

  test("and keeps what a marketplace wrote under a name of the SDK", async () => {
    const written = { ...JSON.parse(sampleText("06-subscription-cancel.json")), id: "x", isAddon: "y", raw: "z" };
    const event = await parseEvent(JSON.stringify(written));
    expect(event).toMatchObject({ isAddon: false, raw: written });
    expect("id" in event).toBe(false);
  });
});
