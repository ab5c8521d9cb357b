import { type EventDraft, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { send } from "./signed-request.js";
import { answering, startVendor } from "./vendor.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

interface Case {
  readonly given: string;
  readonly event?: EventDraft;
  readonly status?: number;
  readonly contentType?: string;
  readonly body: unknown;
  readonly rules: readonly string[];
}

const order: EventDraft = { type: "SUBSCRIPTION_ORDER" };
const notice: EventDraft = { type: "SUBSCRIPTION_NOTICE" };
const cancel: EventDraft = { type: "SUBSCRIPTION_CANCEL" };
const ping: EventDraft = { type: "SUBSCRIPTION_ORDER", flag: "STATELESS" };
const xml = "<result><success>true</success><accountIdentifier>a</accountIdentifier></result>";

async function findings({ event = order, status = 200, contentType = "application/json", body }: Omit<Case, "rules">) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const vendor = await startVendor((_request, response) => {
    response.writeHead(status, contentType === "" ? {} : { "Content-Type": contentType }).end(text);
  });
  try {
    return (await sandbox.sendEvent(event, { to: vendor.endpoint })).findings;
  } finally {
    await vendor.close();
  }
}

describe("an answer is held against the documented rules", () => {
  test.each<Case>([
    { given: "an order", body: { success: true, accountIdentifier: "a-1" }, rules: [] },
    { given: "an order with 201", status: 201, body: { success: true, accountIdentifier: "a-1" }, rules: [] },
    { given: "an order in XML", contentType: "text/xml; charset=utf-8", body: xml, rules: [] },
    { given: "an order without an account", body: { success: true }, rules: ["account-identifier"] },
    {
      given: "an account without a name",
      body: { success: true, accountIdentifier: "" },
      rules: ["account-identifier"],
    },
    { given: "a failure", body: { success: false, errorCode: "CONFIGURATION_ERROR" }, rules: [] },
    { given: "a failure without a code", body: { success: false, message: "no" }, rules: ["error-code"] },
    { given: "a code nobody knows", body: { success: false, errorCode: "OOPS" }, rules: ["error-code"] },
    { given: "a later order", status: 202, body: { success: true }, rules: [] },
    { given: "a later order without a word", status: 202, contentType: "", body: "", rules: [] },
    { given: "a later notice", event: notice, status: 202, body: { success: true }, rules: ["asynchronous-notice"] },
    { given: "a notice", event: notice, body: { success: true }, rules: [] },
    { given: "a cancellation", event: cancel, body: { success: true }, rules: [] },
    { given: "a ping without an account", event: ping, body: { success: true }, rules: [] },
    {
      given: "a ping that fails",
      event: ping,
      body: { success: false, errorCode: "ACCOUNT_NOT_FOUND" },
      rules: ["ping"],
    },
    { given: "a 404", status: 404, body: { success: false, errorCode: "NOT_FOUND" }, rules: ["status"] },
    { given: "a 500 with a page", status: 500, contentType: "text/html", body: "<h1>Oops</h1>", rules: ["status"] },
    { given: "a page", contentType: "text/html", body: "<html></html>", rules: ["result"] },
    { given: "nothing", contentType: "", body: "", rules: ["result"] },
    {
      given: "JSON as text",
      contentType: "text/plain",
      body: { success: true, accountIdentifier: "a" },
      rules: ["content-type"],
    },
    { given: "XML as JSON", body: xml, rules: ["content-type"] },
    { given: "JSON as nothing", event: cancel, contentType: "", body: { success: true }, rules: ["content-type"] },
    {
      given: "several at once",
      contentType: "text/html",
      body: { success: false },
      rules: ["content-type", "error-code"],
    },
  ])("$given: $rules", async ({ rules, ...given }) => {
    const found = await findings(given);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });

  test("a finding says what was expected and what came", async () => {
    const [finding] = await findings({ given: "a code", body: { success: false, errorCode: "OOPS" } });
    expect(finding?.message).toBe('a failure needs a documented errorCode; found "OOPS"');
  });
});

describe("an answer to a browser", () => {
  const back = "https://shop.example/finishprocure?token=t";
  test.each([
    { given: "leads back with an account", status: 302, to: `${back}&success=true&accountIdentifier=a`, rules: [] },
    { given: "leads back without one", status: 302, to: `${back}&success=true`, rules: ["account-identifier"] },
    { given: "leads back with a failure", status: 302, to: `${back}&success=false`, rules: ["error-code"] },
    { given: "leads to a page of the vendor's", status: 302, to: "https://vendor.example/welcome", rules: [] },
    { given: "is a page", status: 200, to: undefined, rules: [] },
    { given: "is an error", status: 400, to: undefined, rules: ["status"] },
  ])("that $given: $rules", async ({ status, to, rules }) => {
    const vendor = await startVendor((_request, response) => {
      response.writeHead(status, to === undefined ? {} : { Location: to }).end("<html></html>");
    });
    try {
      const event = { ...order, returnUrl: back };
      const sent = await sandbox.sendEvent(event, { to: vendor.endpoint, interactive: true });
      expect(sent.findings.map(({ rule }) => rule)).toEqual(rules);
    } finally {
      await vendor.close();
    }
  });
});

describe("a result that comes later", () => {
  async function later(answer: { readonly status: number; readonly body: unknown }, result: unknown) {
    const vendor = await startVendor(answering(answer.status, answer.body));
    try {
      const sent = await sandbox.sendEvent(order, { to: vendor.endpoint });
      const target = `/api/integration/v1/events/${sent.token}/result`;
      await send(sandbox, { side: "appdirect", method: "POST", target, body: result });
      return {
        now: sent.findings.map(({ rule }) => rule),
        later: (await sent.laterFindings()).map(({ rule }) => rule),
      };
    } finally {
      await vendor.close();
    }
  }

  const accepted = { status: 202, body: { success: true } };
  test.each([
    { given: "an account", result: { success: true, accountIdentifier: "a-1" }, rules: [] },
    { given: "no account", result: { success: true }, rules: ["account-identifier"] },
    { given: "a failure", result: { success: false, errorCode: "CONFIGURATION_ERROR" }, rules: [] },
    { given: "a code nobody knows", result: { success: false, errorCode: "OOPS" }, rules: ["error-code"] },
  ])("is held to the same rules: $given", async ({ result, rules }) => {
    expect(await later(accepted, result)).toEqual({ now: [], later: rules });
  });

  test("is not told twice where the answer was final", async () => {
    const final = { status: 200, body: { success: true } };
    expect(await later(final, { success: true })).toEqual({ now: ["account-identifier"], later: [] });
  });
});
