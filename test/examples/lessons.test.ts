import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startSandbox } from "@apsdirect/sandbox";
import { expect, onTestFinished, test } from "vitest";
import { project } from "../support/generated.js";
import { lesson } from "../support/lesson.js";

const FABRIKAM = "ad2b10d4-5478-47f5-b949-3577570c4a25";
const ADMINISTRATOR = "2b7e9d14-5c80-4a3f-96b1-e0d7c8f5a243";
const BACKUP_STANDARD = "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05";

async function sandbox(): Promise<{ readonly env: NodeJS.ProcessEnv; readonly placed: () => number }> {
  const platform = await startSandbox();
  onTestFinished(() => platform.close());
  const certificate = join(await project(), "lab.pem");
  await writeFile(certificate, platform.certificate);
  return {
    env: {
      APS_BASE_URL: platform.aps.baseUrl,
      APS_CONSUMER_KEY: platform.aps.credentials.consumerKey,
      APS_CONSUMER_SECRET: platform.aps.credentials.consumerSecret,
      NODE_EXTRA_CA_CERTS: certificate,
    },
    placed: () =>
      platform.requests.filter(({ method, target }) => method === "POST" && target.endsWith("/orders")).length,
  };
}

test("the quickstart prints the order, its completion and the answered event", async () => {
  const { status, stdout, stderr } = await lesson("quickstart");
  expect(stderr).toBe("");
  expect(stdout).toMatch(/Order [0-9a-f]{8}-[0-9a-f-]{27}\n/);
  expect(stdout).toMatch(/Order SO\d{6} is COMPLETED/);
  expect(stdout).toContain("The event is a SUBSCRIPTION_ORDER of Harbor Print Works");
  expect(stdout).toContain('The marketplace has the answer: {"success":true');
  expect(status).toBe(0);
});

test("place-order prices and places one order", async () => {
  const { env, placed } = await sandbox();
  const { status, stdout, stderr } = await lesson("place-order", [FABRIKAM, BACKUP_STANDARD], env);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^Estimate \d+\.\d\d USD\nPlaced [0-9a-f-]{36}\n$/);
  expect(status).toBe(0);
  expect(placed()).toBe(1);
});

test("check-permissions names what a key may not do, and the right that it lacks", async () => {
  const { env } = await sandbox();
  const { status, stdout, stderr } = await lesson("check-permissions", [ADMINISTRATOR], env);
  expect(stderr).toBe("");
  expect(stdout).toContain("payments.pay needs http://www.odin.com/billing/payment-management POST\n");
  expect(stdout).not.toContain("orders.create");
  expect(status).toBe(0);
});

test("watch-calls shows attempts and spans", async () => {
  const { env } = await sandbox();
  const { status, stdout, stderr } = await lesson("watch-calls", [], env);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/servicePlans\.list GET https:\S+\/service-plans: 20[06], attempt 1, \d+ ms\n/);
  expect(stdout).toMatch(/span servicePlans\.list: 20[06], attempts: 1\n/);
  expect(status).toBe(0);
});

test("explain-signature names the proxy that ends TLS, and proves it", async () => {
  const { status, stdout, stderr } = await lesson("explain-signature");
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^scheme_differs, proved: The scheme was taken as another: .*\n$/);
  expect(status).toBe(0);
});

test("a lesson that fails says why and exits with another status", async () => {
  const { env } = await sandbox();
  const { status, stderr } = await lesson("place-order", [FABRIKAM, BACKUP_STANDARD], {
    ...env,
    APS_CONSUMER_SECRET: "another",
  });
  expect(stderr).toContain("AuthenticationError");
  expect(stderr).toContain("Check the consumer secret");
  expect(status).toBe(1);
});

test("without the lab's certificate, the error names the way to trust it", async () => {
  const { env } = await sandbox();
  const { status, stderr } = await lesson("place-order", [FABRIKAM, BACKUP_STANDARD], {
    ...env,
    NODE_EXTRA_CA_CERTS: "",
  });
  expect(stderr).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
  expect(stderr).toContain("nodeFetch({ ca })");
  expect(status).toBe(1);
});

test("answer-events answers every kind of event as the marketplace expects", async () => {
  const { status, stdout, stderr } = await lesson("answer-events");
  expect(stderr).toBe("");
  expect(stdout.replaceAll(/account-[0-9a-f-]{36}/g, "account")).toBe(
    [
      'An order: 200, {"success":true,"accountIdentifier":"account"}',
      'A change: 200, {"success":true}',
      'A user is let in: 200, {"success":true}',
      'And out again: 200, {"success":true}',
      'A notice: 200, {"success":true}',
      'A cancellation: 200, {"success":true}',
      "A second one: the account is gone: 200, " +
        '{"success":false,"errorCode":"ACCOUNT_NOT_FOUND","message":"This account is not known here."}',
      'A ping, which changes nothing: 200, {"success":true}',
      'An order that takes longer: 202, {"success":true,"accountIdentifier":"account"}',
      'An order that a browser brings: 302, {"success":true,"accountIdentifier":"account"}',
      'An order to a vendor who answers in XML: 200, {"success":true,"accountIdentifier":"account"}',
      "",
    ].join("\n"),
  );
  expect(status).toBe(0);
});
