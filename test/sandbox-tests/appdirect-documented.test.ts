import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { AppDirectClient } from "apsdirect";
import { operations } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import type { CallResponse } from "apsdirect/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";

let sandbox: Sandbox;
let appdirect: AppDirectClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { baseUrl, credentials } = sandbox.appdirect;
  const fetch = nodeFetch({ ca: sandbox.certificate });
  const validation = { request: "strict", response: "strict" } as const;
  appdirect = new AppDirectClient({ baseUrl, credentials, fetch, validation, maxRetries: 0 });
});
afterAll(() => sandbox.close());

const account = { accountIdentifier: "hpw-00317" };
const usage = { account, items: [{ unit: "USER", quantity: 1 }] };
const usageV2 = (idempotencyKey: string) => ({
  idempotencyKey,
  billable: true,
  usages: [{ accountId: "hpw-00317", usageList: [{ pricingUnit: "USER", quantity: 1 }] }],
});
const task = {
  type: "ASSIGNMENT",
  operation: "ASSIGN",
  ...account,
  developerIdentifier: "d-1",
  userIdentifier: "u-1",
} as const;

/** A call of each operation of the document, and what it answers. */
const calls: Readonly<Record<string, readonly [() => Promise<CallResponse<unknown>>, want: unknown]>> = {
  "events.get": [() => appdirect.events.get("dummyOrder").withResponse(), { type: "SUBSCRIPTION_ORDER" }],
  "events.sendResult": [
    () => appdirect.events.sendResult("dummyOrder", { success: true, ...account }).withResponse(),
    undefined,
  ],
  "usage.report": [() => appdirect.usage.report(usage).withResponse(), { success: true }],
  "usage.reportV2": [() => appdirect.usage.reportV2(usageV2("k-1")).withResponse(), { idempotencyKey: "k-1" }],
  "usage.getStatus": [
    async () => appdirect.usage.getStatus((await appdirect.usage.reportV2(usageV2("k-2"))).requestId).withResponse(),
    { totalUsagesCount: 1 },
  ],
  "userSync.create": [() => appdirect.userSync.create(task).withResponse(), undefined],
  "saml.getIdp": [() => appdirect.saml.getIdp(at("/api/saml/v1/idp/e6ff8de4")).withResponse(), { uuid: "e6ff8de4" }],
  "domains.sendVerification": [
    () =>
      appdirect.domains
        .sendVerification(at("/api/domainassociation/v1/callbacks/7"), { verified: true })
        .withResponse(),
    undefined,
  ],
};

test.each(Object.entries(calls))("%s is answered as it is documented", async (_, [call, want]) => {
  const { status, data } = await call();
  expect(status).toBeLessThan(300);
  if (want === undefined) expect(data).toBeUndefined();
  else expect(data).toMatchObject(Object(want));
});

test("these are all operations of the document", () => {
  expect(Object.keys(calls).sort()).toEqual(
    Object.values(operations)
      .map(({ name }) => name)
      .sort(),
  );
});

function at(path: string): string {
  return `${sandbox.appdirect.baseUrl}${path}`;
}
