import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApiError, AppDirectClient, ConflictError, NotFoundError } from "apsdirect";
import { isDuplicateUsage, type UsageReportV2, type UserSyncTask } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import { unchecked } from "apsdirect/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let sandbox: Sandbox;
let appdirect: AppDirectClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { baseUrl, credentials } = sandbox.appdirect;
  const fetch = nodeFetch({ ca: sandbox.certificate });
  appdirect = new AppDirectClient({ baseUrl, credentials, fetch, validation: { response: "strict" } });
});
afterAll(() => sandbox.close());

function caught(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("usage (V1)", () => {
  const account = { accountIdentifier: "hpw-00317" };

  test("is taken, of units and of prices", async () => {
    const items = [
      { unit: "GIGABYTE", quantity: "34.5" },
      { customUnit: "POSTER", quantity: 120, price: "0.15", description: "120 posters" },
    ];
    expect((await appdirect.usage.report({ account, items, currency: "USD" }, { async: true })).success).toBe(true);
    expect(sandbox.requests.at(-1)?.target).toBe("/api/integration/v1/billing/usage?async=true");
  });

  test.each([
    { name: "without an account", usage: unchecked<never>({ items: [{ unit: "USER", quantity: 1 }] }) },
    { name: "without items", usage: { account, items: [] } },
    { name: "with an item that is neither", usage: { account, items: [{ quantity: 1 }] } },
  ])("is refused $name", async ({ usage }) => {
    expect(await caught(appdirect.usage.report(usage))).toMatchObject({ status: 400 });
  });
});

test("usage reports that were taken can be looked at, those that were refused are not among them", async () => {
  const before = sandbox.usage;
  const account = { accountIdentifier: "hpw-00317" };
  const items = [{ unit: "USER", quantity: 3 }];
  await appdirect.usage.report({ account, items });
  await caught(appdirect.usage.report({ account, items: [] }));
  const report = { idempotencyKey: "k-seen", billable: true, usages: [] };
  await appdirect.usage.reportV2(report);
  await caught(appdirect.usage.reportV2(report));
  expect(sandbox.usage.slice(before.length)).toEqual([
    { version: "V1", report: { account, items } },
    { version: "V2", report },
  ]);
  expect(before).not.toBe(sandbox.usage);
});

describe("usage (V2)", () => {
  const priced = { pricingUnit: "GIGABYTE", quantity: 3, eventId: "ev-1" };
  const report = (idempotencyKey: string, usageList: UsageReportV2["usages"][number]["usageList"]): UsageReportV2 => ({
    idempotencyKey,
    billable: true,
    usages: [{ accountId: "hpw-00317", usageList }],
  });

  test("is taken, and its status names what was refused", async () => {
    const { requestId } = await appdirect.usage.reportV2(report("k-1", [priced, { quantity: 1, eventId: "ev-2" }]));
    expect(await appdirect.usage.getStatus(requestId)).toMatchObject({
      totalUsagesCount: 2,
      processedUsagesCount: 1,
      failedUsages: [{ eventId: "ev-2" }],
    });
  });

  test("is taken once under one key", async () => {
    await appdirect.usage.reportV2(report("k-2", [priced]));
    const error = await caught(appdirect.usage.reportV2(report("k-2", [priced])));
    expect(error).toBeInstanceOf(ConflictError);
    expect(isDuplicateUsage(error)).toBe(true);
  });

  test("is refused beyond 250 usages, and so is a status that is not there", async () => {
    const usages = Array.from({ length: 251 }, () => priced);
    expect(await caught(appdirect.usage.reportV2(report("k-3", usages)))).toMatchObject({ status: 400 });
    expect(await caught(appdirect.usage.getStatus("nowhere"))).toBeInstanceOf(NotFoundError);
  });
});

describe("user sync", () => {
  const task: UserSyncTask = {
    type: "ASSIGNMENT",
    operation: "ASSIGN",
    accountIdentifier: "hpw-00317",
    developerIdentifier: "d-1",
    userIdentifier: "u-1",
  };

  test("takes a task and says nothing", async () => {
    const { status, data } = await appdirect.userSync.create(task).withResponse();
    expect({ status, data }).toEqual({ status: 202, data: undefined });
  });

  test.each([
    { change: { type: "COMPANY" }, code: "INVALID TYPE" },
    { change: { operation: "MOVE" }, code: "INVALID OPERATION" },
    { change: { accountIdentifier: "" }, code: "ACCOUNT IDENTIFIER MISSING" },
    { change: { developerIdentifier: "" }, code: "DEVELOPER IDENTIFIER MISSING" },
    { change: { userIdentifier: "" }, code: "USER IDENTIFIER MISSING" },
  ])("answers $code", async ({ change, code }) => {
    const error = await caught(appdirect.userSync.create({ ...task, ...change }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 400, body: { code } });
  });
});

describe("addresses that the marketplace gave", () => {
  test("lead to a SAML identity provider, as JSON and as metadata", async () => {
    const href = `${sandbox.appdirect.baseUrl}/api/saml/v1/idp/e6ff8de4`;
    expect(await appdirect.saml.getIdp(href)).toMatchObject({ uuid: "e6ff8de4", notAfterMinutes: 10 });
    expect(await appdirect.saml.getIdpMetadata(href)).toContain("EntityDescriptor");
    expect(await appdirect.saml.getIdpMetadata(`${href}.samlmetadata.xml`)).toContain("EntityDescriptor");
  });

  test("take the outcome of a domain verification", async () => {
    const url = `${sandbox.appdirect.baseUrl}/api/domainassociation/v1/callbacks/7`;
    expect(await appdirect.domains.sendVerification(url, { verified: true })).toBeUndefined();
  });
});

test.each([
  { token: "dummyOrder", type: "SUBSCRIPTION_ORDER" },
  { token: "dummyChange", type: "SUBSCRIPTION_CHANGE" },
  { token: "dummyCancel", type: "SUBSCRIPTION_CANCEL" },
  { token: "dummyNotice", type: "SUBSCRIPTION_NOTICE" },
  { token: "dummyAssign", type: "USER_ASSIGNMENT" },
  { token: "dummyUnassign", type: "USER_UNASSIGNMENT" },
  { token: "dummyAddonOrder", type: "ADDON_ORDER" },
  { token: "dummyAddonChange", type: "ADDON_CHANGE" },
  { token: "dummyAddonCancel", type: "ADDON_CANCEL" },
  { token: "dummyAddonBind", type: "ADDON_BIND" },
  { token: "dummyAddonUnbind", type: "ADDON_UNBIND" },
])("the ping $token is as documented, and comes as XML as well", async ({ token, type }) => {
  expect(await appdirect.events.get(token)).toMatchObject({ type, flag: "STATELESS" });
  expect(await appdirect.events.getXml(token)).toContain(`<type>${type}</type>`);
});
