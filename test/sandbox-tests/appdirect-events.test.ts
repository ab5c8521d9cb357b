import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixture, fixtures } from "./sample.js";
import { json, send } from "./signed-request.js";
import { answering, startVendor, type Vendor } from "./vendor.js";

let sandbox: Sandbox;
let vendor: Vendor;
beforeAll(async () => {
  sandbox = await startSandbox();
  vendor = await startVendor(answering(202, { success: true }));
});
afterAll(() => Promise.all([sandbox.close(), vendor.close()]));

const path = "/api/integration/v1/events";

/** Names of the samples that were captured in both forms. */
const eventSamples = fixtures("appdirect-samples").flatMap((file) => /^([012]\d-.*)\.json$/.exec(file)?.[1] ?? []);

function fetchEvent(token: string, accept?: string) {
  const headers: Record<string, string> = accept === undefined ? {} : { Accept: accept };
  return send(sandbox, { side: "appdirect", target: `${path}/${token}`, headers });
}

function postResult(token: string, body: unknown) {
  return send(sandbox, { side: "appdirect", method: "POST", target: `${path}/${token}/result`, body });
}

describe("the form of an event", () => {
  test.each([
    { accept: "application/json", type: "application/json" },
    { accept: "text/plain, Application/JSON;q=0.9", type: "application/json" },
    { accept: "application/xml", type: "application/xml" },
    { accept: "*/*", type: "application/xml" },
    { accept: undefined, type: "application/xml" },
  ])("for Accept: $accept it is $type", async ({ accept, type }) => {
    const reply = await fetchEvent("dummyOrder", accept);
    expect(reply.status).toBe(200);
    expect(reply.headers["content-type"]).toBe(type);
    expect(reply.text.startsWith(type === "application/json" ? "{" : "<?xml")).toBe(true);
  });

  test.each(eventSamples)("sample %s comes back as it was captured, in JSON and in XML", async (name) => {
    const sample = fixture(`appdirect-samples/${name}.json`);
    const { token } = await sandbox.sendEvent(JSON.parse(sample), { to: vendor.endpoint });
    expect((await fetchEvent(token, "application/json")).text).toBe(JSON.stringify(JSON.parse(sample)));
    const xml = fixture(`appdirect-samples/${name}.xml`).replaceAll("<street2></street2>", "<street2/>");
    expect((await fetchEvent(token)).text).toBe(xml);
  });

  test("text that XML would take for markup is escaped", async () => {
    const configuration = { domain: `<a href="x">&amp;'` };
    const { token } = await sandbox.sendEvent(
      { type: "SUBSCRIPTION_ORDER", payload: { configuration } },
      { to: vendor.endpoint },
    );
    expect((await fetchEvent(token)).text).toContain("&lt;a href=&quot;x&quot;&gt;&amp;amp;&apos;");
  });
});

describe("the ping events", () => {
  test.each([
    { token: "dummyOrder", type: "SUBSCRIPTION_ORDER", returnUrl: "/finishprocure?token=dummyOrder" },
    { token: "dummyChange", type: "SUBSCRIPTION_CHANGE", returnUrl: "/finishprocure?token=dummyChange" },
    { token: "dummyCancel", type: "SUBSCRIPTION_CANCEL", returnUrl: "/finishcancel?token=dummyCancel" },
    { token: "dummyNotice", type: "SUBSCRIPTION_NOTICE" },
    { token: "dummyAssign", type: "USER_ASSIGNMENT" },
    { token: "dummyUnassign", type: "USER_UNASSIGNMENT" },
    { token: "dummyAddonOrder", type: "ADDON_ORDER" },
    { token: "dummyAddonChange", type: "ADDON_CHANGE" },
    { token: "dummyAddonCancel", type: "ADDON_CANCEL" },
    { token: "dummyAddonBind", type: "ADDON_BIND" },
    { token: "dummyAddonUnbind", type: "ADDON_UNBIND" },
  ])("$token", async ({ token, type, returnUrl }) => {
    const event = json(await fetchEvent(token, "application/json"));
    expect(event).toMatchObject({
      type,
      flag: "STATELESS",
      marketplace: { partner: "ACME", baseUrl: "https://acme.appdirect.com" },
      returnUrl: returnUrl === undefined ? null : `https://acme.appdirect.com${returnUrl}`,
      payload: type === "SUBSCRIPTION_ORDER" ? { account: null } : { account: { accountIdentifier: "dummy-account" } },
    });
  });

  test.each(["/rest/api/events", "/AppDirect/rest/api/events"])("are at the older address %s too", async (older) => {
    expect((await send(sandbox, { side: "appdirect", target: `${older}/dummyOrder` })).status).toBe(200);
  });

  test("take a result again and again", async () => {
    expect((await postResult("dummyOrder", { success: true })).status).toBe(200);
    expect((await postResult("dummyOrder", { success: true })).status).toBe(200);
  });
});

describe("what there is not", () => {
  test.each([
    { method: "GET", target: `${path}/nobody`, want: 404 },
    { method: "GET", target: `${path}/constructor`, want: 404 },
    { method: "POST", target: `${path}/nobody/result`, body: { success: true }, want: 404 },
    { method: "GET", target: "/api/elsewhere", want: 404 },
    { method: "POST", target: `${path}/dummyOrder`, body: {}, want: 405 },
    { method: "GET", target: `${path}/dummyOrder/result`, want: 405 },
    { method: "POST", target: `${path}/dummyOrder/result`, body: "{", want: 400 },
    { method: "POST", target: `${path}/dummyOrder/result`, body: { success: "maybe" }, want: 400 },
    { method: "POST", target: `${path}/dummyOrder/result`, body: "<result><success>true</result>", want: 400 },
    {
      method: "POST",
      target: `${path}/dummyOrder/result`,
      body: '<!DOCTYPE r [<!ENTITY t "true">]><result><success>&t;</success></result>',
      want: 400,
    },
  ])("$method $target: $want", async ({ method, target, body, want }) => {
    const reply = await send(sandbox, { side: "appdirect", method, target, body });
    expect(reply.status).toBe(want);
    expect(json(reply)).toEqual({ message: expect.any(String) });
  });
});

describe("a result that is posted", () => {
  test.each([
    {
      name: "answer-order-success",
      want: { success: true, accountIdentifier: "hpw-00317", message: "Account created" },
    },
    { name: "answer-assign-success", want: { success: true, userIdentifier: "u-5521" } },
    {
      name: "answer-account-not-found",
      want: { success: false, errorCode: "ACCOUNT_NOT_FOUND", message: "No account hpw-99999 here." },
    },
  ])("$name is read the same from JSON and from XML", async ({ name, want }) => {
    for (const form of ["json", "xml"]) {
      const sent = await sandbox.sendEvent({ type: "SUBSCRIPTION_ORDER" }, { to: vendor.endpoint });
      const reply = await postResult(sent.token, fixture(`appdirect-samples/${name}.${form}`));
      expect(reply.status).toBe(200);
      expect(await sent.result()).toEqual(want);
    }
  });

  test.each([
    { name: "answer-docs-style-lowercase.xml", want: { success: false, errorCode: "USER_NOT_FOUND" } },
    { name: "answer-docs-style-strings.json", want: { success: true, accountIdentifier: "hpw-00317" } },
  ])("$name, sloppy as the help pages print it, is read too", async ({ name, want }) => {
    const sent = await sandbox.sendEvent({ type: "USER_UNASSIGNMENT" }, { to: vendor.endpoint });
    await postResult(sent.token, fixture(`appdirect-samples/${name}`));
    expect(await sent.result()).toMatchObject(want);
  });

  test("the first one counts; a second is a conflict", async () => {
    const sent = await sandbox.sendEvent({ type: "SUBSCRIPTION_CANCEL" }, { to: vendor.endpoint });
    expect((await postResult(sent.token, { success: false, errorCode: "PENDING" })).status).toBe(200);
    expect((await postResult(sent.token, { success: true })).status).toBe(409);
    expect(await sent.result()).toEqual({ success: false, errorCode: "PENDING" });
  });

  test("needs a right signature", async () => {
    const sent = await sandbox.sendEvent({ type: "SUBSCRIPTION_CANCEL" }, { to: vendor.endpoint });
    const target = `${path}/${sent.token}/result`;
    const forged = { side: "appdirect", method: "POST", target, body: { success: true }, signed: false } as const;
    expect((await send(sandbox, forged)).status).toBe(403);
    expect((await postResult(sent.token, { success: true })).status).toBe(200);
  });
});
