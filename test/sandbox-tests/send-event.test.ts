import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { parseEvent } from "apsdirect/appdirect";
import { verifyRequest } from "apsdirect/oauth1";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { json, send } from "./signed-request.js";
import { answering, startVendor, type Vendor } from "./vendor.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const vendors: Vendor[] = [];
afterEach(async () => {
  await Promise.all(vendors.splice(0).map((vendor) => vendor.close()));
});

async function vendorThat(answer: Parameters<typeof startVendor>[0]) {
  const vendor = await startVendor(answer);
  vendors.push(vendor);
  return vendor;
}

const order = { type: "SUBSCRIPTION_ORDER" } as const;

describe("the notification", () => {
  test("is signed over the vendor's URL, with the event URL in its query", async () => {
    const vendor = await vendorThat(answering(200, { success: true, accountIdentifier: "a-1" }));
    const { eventUrl } = await sandbox.sendEvent(order, { to: `${vendor.endpoint}?product=a%20b&c'd` });
    const [notification] = vendor.received;
    expect(notification?.method).toBe("GET");
    // Fetch's Request writes an apostrophe as %27, and what it writes is what is signed and sent.
    expect(notification?.url).toBe(`/events?product=a%20b&c%27d&eventUrl=${encodeURIComponent(eventUrl)}`);
    const { consumerKey, consumerSecret } = sandbox.appdirect.credentials;
    const verified = await verifyRequest(
      { method: "GET", url: notification?.url ?? "", headers: notification?.headers ?? {} },
      {
        secretFor: (key) => (key === consumerKey ? consumerSecret : undefined),
        publicUrl: new URL(vendor.endpoint).origin,
      },
    );
    expect(verified.parameters).toContainEqual(["eventUrl", eventUrl]);
  });

  test("passes the event URL under another name where the vendor registered one", async () => {
    const vendor = await vendorThat(answering(200, { success: true }));
    const { eventUrl } = await sandbox.sendEvent(order, { to: vendor.endpoint, parameter: "url" });
    expect(vendor.received[0]?.url).toBe(`/events?url=${encodeURIComponent(eventUrl)}`);
  });

  test("names an event that the vendor can fetch, made from the template and the overrides", async () => {
    const vendor = await vendorThat(answering(200, { success: true }));
    const { token, eventUrl } = await sandbox.sendEvent(
      { ...order, flag: "DEVELOPMENT", payload: { configuration: { domain: "mine" } } },
      { to: vendor.endpoint },
    );
    expect(eventUrl).toBe(`${sandbox.appdirect.baseUrl}/api/integration/v1/events/${token}`);
    const target = eventUrl.slice(sandbox.appdirect.baseUrl.length);
    const event = await send(sandbox, { side: "appdirect", target, headers: { Accept: "application/json" } });
    expect(json(event)).toMatchObject({
      type: "SUBSCRIPTION_ORDER",
      flag: "DEVELOPMENT",
      marketplace: { baseUrl: sandbox.appdirect.baseUrl },
      creator: { email: "mira@harbor-print.example" },
      payload: {
        company: { name: "Harbor Print Works" },
        order: { editionCode: "STUDIO" },
        account: null,
        configuration: { domain: "mine" },
      },
    });
  });

  test.each(["SUBSCRIPTION_ORDER", "USER_ASSIGNMENT", "ADDON_UNBIND", "SUBSCRIPTION_NOTICE"] as const)(
    "may name an event in the form of 2012: %s",
    async (type) => {
      const vendor = await vendorThat(answering(200, { success: true, accountIdentifier: "a-1" }));
      const { token, eventUrl } = await sandbox.sendEvent({ type }, { to: vendor.endpoint, form: "2012" });
      expect(eventUrl).toBe(`${sandbox.appdirect.baseUrl}/rest/api/events/${token}`);
      const target = new URL(eventUrl).pathname;
      const { text } = await send(sandbox, { side: "appdirect", target, headers: { Accept: "application/json" } });
      expect(text).not.toMatch(/<\?xml|xmlns|<locale>|<address>|<status>|<externalId>/);
      const ofRoot = [...text.matchAll(/^ {2}<(\w+)/gm)].map(([, name]) => name);
      expect(ofRoot).toEqual(ofRoot.toSorted());
      const event = await parseEvent(text, { contentType: "application/xml", eventUrl });
      expect(event).toMatchObject({ type, id: token, marketplace: { baseUrl: sandbox.appdirect.baseUrl } });
    },
  );

  test("can send an unknown event type", async () => {
    const vendor = await vendorThat(answering(200, { success: false, errorCode: "CONFIGURATION_ERROR" }));
    const sent = await sandbox.sendEvent({ type: "UNIT_TRANSFER" }, { to: vendor.endpoint });
    const target = `/api/integration/v1/events/${sent.token}`;
    const event = await send(sandbox, { side: "appdirect", target, headers: { Accept: "application/json" } });
    expect(json(event)).toMatchObject({ type: "UNIT_TRANSFER", payload: { account: null, configuration: {} } });
  });

  test.each([
    "https://vendor.example/events",
    "http://127.0.0.1.nip.example/",
    "http://10.0.0.1/",
    "file:///etc/hosts",
  ])("does not leave this machine: %s", async (to) => {
    await expect(sandbox.sendEvent(order, { to })).rejects.toThrow(TypeError);
  });

  test("reaches a vendor on https whose certificate is given, and no other", async () => {
    // Another sandbox with the same credentials: an https endpoint that tells what it thinks of the signature.
    const vendor = await startSandbox({ appdirectCredentials: sandbox.appdirect.credentials });
    try {
      const to = `${vendor.appdirect.baseUrl}/events`;
      expect((await sandbox.sendEvent(order, { to, ca: vendor.certificate })).status).toBe(404);
      expect(vendor.requests.map(({ signature }) => signature.ok)).toEqual([true]);
      await expect(sandbox.sendEvent(order, { to })).rejects.toThrow(/certificate/);
      await expect(sandbox.sendEvent(order, { to, ca: sandbox.certificate })).rejects.toThrow(/certificate/);
    } finally {
      await vendor.close();
    }
  });
});

describe("the result", () => {
  test("is the one in the answer; one that is posted later is a conflict", async () => {
    const want = { success: true, accountIdentifier: "hpw-00317" };
    const vendor = await vendorThat(answering(200, want));
    const sent = await sandbox.sendEvent(order, { to: vendor.endpoint });
    expect(sent).toMatchObject({ status: 200, body: want, text: JSON.stringify(want) });
    expect(await sent.result()).toEqual(want);
    const target = `/api/integration/v1/events/${sent.token}/result`;
    const late = { side: "appdirect", method: "POST", target, body: { success: true } } as const;
    expect((await send(sandbox, late)).status).toBe(409);
  });

  test("is the one posted later, after a 202", async () => {
    const vendor = await vendorThat(answering(202, { success: true, message: "later" }));
    const sent = await sandbox.sendEvent(order, { to: vendor.endpoint });
    expect(sent).toMatchObject({ status: 202, body: { success: true, message: "later" } });
    const want = { success: false, errorCode: "MAX_USERS_REACHED" };
    const result = sent.result();
    const target = `/api/integration/v1/events/${sent.token}/result`;
    expect((await send(sandbox, { side: "appdirect", method: "POST", target, body: want })).status).toBe(200);
    expect(await result).toEqual(want);
    expect(await sent.result()).toEqual(want);
  });

  test("does not come: the wait ends, and says so", async () => {
    const vendor = await vendorThat(answering(202, { success: true }));
    const sent = await sandbox.sendEvent(order, { to: vendor.endpoint, timeout: 100 });
    await expect(sent.result()).rejects.toThrow("No response within 100 ms");
  });

  test.each([
    { given: "a refusal", status: 401, body: { error: "unauthorized" } },
    { given: "a page in place of a result", status: 200, body: "hello" },
    { given: "a redirect", status: 302, body: {} },
  ])("is none with $given", async ({ status, body }) => {
    const vendor = await vendorThat(answering(status, body));
    const sent = await sandbox.sendEvent(order, { to: vendor.endpoint });
    expect(sent).toMatchObject({ status, body: undefined });
    await expect(sent.result()).rejects.toThrow(`The vendor responded with ${status} and no result`);
  });
});

test("a vendor that does not answer, or is not there, is an error in good time", async () => {
  const silent = await vendorThat(() => {});
  await expect(sandbox.sendEvent(order, { to: silent.endpoint, timeout: 100 })).rejects.toThrow("within 100 ms");
  const gone = await startVendor(() => {});
  await gone.close();
  await expect(sandbox.sendEvent(order, { to: gone.endpoint })).rejects.toThrow("ECONNREFUSED");
});

test("closing a sandbox rejects pending results", async () => {
  const closing = await startSandbox();
  const vendor = await vendorThat(answering(202, { success: true }));
  const sent = await closing.sendEvent(order, { to: vendor.endpoint });
  const waiting = expect(sent.result()).rejects.toThrow("The sandbox was closed");
  await closing.close();
  await waiting;
  await expect(closing.sendEvent(order, { to: vendor.endpoint })).rejects.toThrow("The sandbox was closed");
});
