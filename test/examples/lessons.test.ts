import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startSandbox } from "@apsdirect/sandbox";
import { describe, expect, onTestFinished, test } from "vitest";
import { project, root } from "../support/generated.js";
import { lesson, program } from "../support/lesson.js";

const FABRIKAM = "ad2b10d4-5478-47f5-b949-3577570c4a25";
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

/** What every lesson prints on a sandbox, ids and times left out; a lesson without a row fails. */
const printed: { readonly [name: string]: RegExp } = {
  "01-connect": /^Connected\. The bus supports APS 2\.3\n11 customers, including Northwind Traders\n$/,
  "02-check-permissions": /^payments\.pay needs http:\/\/www\.odin\.com\/billing\/payment-management POST\n/m,
  "03-find-things": /^Fab \(A\): Fab \(A\) Industries\n(?:.*\n)+2 of 3 plans\neq\(companyName,a%20%28b%29%2C%20c\)/m,
  "04-create-customer": /^Created Adatum Corporation: account \S{36}, administrator \S{36}\n$/,
  "05-place-order": /^Estimate \d+\.\d\d USD\nPlaced \S{36}\n$/,
  "06-follow-order": /^SO\d{6} is COMPLETED\n$/m,
  "07-change-subscription":
    /^Changed: CH\d+ is COMPLETED\nRenewed: RN\d+ is COMPLETED\nCancelled: CL\d+ is COMPLETED\n$/m,
  "08-payment-methods": /^Payment methods: Visa \*{4}4242 \(ACTIVE\)/m,
  "09-through-a-gateway": /^Signed for the gateway: 401\nSigned for the platform: the bus supports APS 2\.3\n$/,
  "10-lab-certificate": /^Without the certificate: .*not trusted.*\nWith the certificate: the bus supports APS 2\.3\n$/,
  "11-handle-errors":
    /ConnectionError.*\na lost response: .*\. SO\d{6} was placed\na lost request: .*\. TOO_EARLY: ask again/,
  "12-custom-types": /^Vault of 200 GB has more than 100: 200\n2 resources of this type\n$/m,
  "13-many-accounts": /^Northwind Traders: 1\nTailspin Toys: 0\n/,
  "14-watch-calls": /\nspan servicePlans\.list: 20[06], attempts: 1\n/,
  "15-explain-signature": /^scheme_differs, proved: The other side used a different scheme: .*\n$/,
  "16-answer-events": /^An interactive order: 302, \{"success":true/m,
  "17-asynchronous-events": /^Response 202: .*\nThe marketplace received: account with 12 seats\n$/,
  "18-interactive-orders": /^302 \S+\/welcome\/<token>\n302 \S+\n.*: true, account-<token>\n$/,
  "19-metered-usage": /^Accepted\nRefused: already reported\nPROCESSED: 1 processed\n$/,
  "20-test-your-integration": /^POST \/aps\/2\/services\/order-manager\/orders: signature valid\n$/,
  "21-regenerate": /^breaking: Vault\.days: .*\nThis needs a major version\nWritten: types\.ts, schemas\.ts; 7 files/m,
  "22-one-call": /^Placed \S{36}\n$/,
};

const lessons = (await readdir(join(root, "examples")))
  .flatMap((file) => /^(\d\d-.*)\.ts$/.exec(file)?.[1] ?? [])
  .sort();

describe("a lesson runs without set-up, and prints what it teaches", () => {
  test.each(lessons)("%s", async (name) => {
    const { status, stdout, stderr } = await lesson(name);
    expect(stderr).toBe("");
    expect(stdout).toMatch(printed[name] ?? /^there is no row for this lesson$/);
    expect(status).toBe(0);
  });

  test("and without a name, they are listed", async () => {
    const { status, stdout } = await program("run");
    expect(stdout).toContain(`  ${lessons.join("\n  ")}\n`);
    expect(status).toBe(0);
    expect((await program("run", ["no-such-lesson"])).status).toBe(2);
  });
});

test("the quickstart prints the order, its completion and the answered event", async () => {
  const { status, stdout, stderr } = await program("quickstart");
  expect(stderr).toBe("");
  expect(stdout).toMatch(/Order [0-9a-f]{8}-[0-9a-f-]{27}\n/);
  expect(stdout).toMatch(/Order SO\d{6} is COMPLETED/);
  expect(stdout).toContain("The event is a SUBSCRIPTION_ORDER of Harbor Print Works");
  expect(stdout).toContain('The marketplace received the result: {"success":true');
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
      'A user assignment: 200, {"success":true}',
      'A user removal: 200, {"success":true}',
      'A notice: 200, {"success":true}',
      'A cancellation: 200, {"success":true}',
      "A second cancellation, which fails: 200, " +
        '{"success":false,"errorCode":"ACCOUNT_NOT_FOUND","message":"This account does not exist."}',
      'A ping, which changes nothing: 200, {"success":true}',
      'An order with a late result: 202, {"success":true,"accountIdentifier":"account"}',
      'An interactive order: 302, {"success":true,"accountIdentifier":"account"}',
      'An order with an XML response: 200, {"success":true,"accountIdentifier":"account"}',
      "",
    ].join("\n"),
  );
  expect(status).toBe(0);
});
