import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { Agent } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { ApsClient } from "apsdirect";
import { AppDirectClient, nodeListener } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createVendor } from "../../../examples/dist/vendor.js";
import { hasChromium, launchChromium } from "../../support/chromium.js";
import { project, root } from "../../support/generated.js";
import { describeWith } from "../../support/needed.js";
import { againWhereBusy } from "../../support/time.js";
import { send } from "../signed-request.js";
import { answering, startVendor } from "../vendor.js";
import { inspectorUrl, sendRewritten } from "./inspector-call.js";

const FABRIKAM = "ad2b10d4-5478-47f5-b949-3577570c4a25";
const BACKUP_STANDARD = "5b1f7e34-9d0a-4a67-b9c8-6a2e4f1d8c05";
const clients = "/aps/2/collections/accounts?eq(type,CLIENT),like(companyName,Fab%20%28A%29*)";

let browser: Browser;
let sandbox: Sandbox;
let page: Page;
/** What the browser complained of: errors, and violations of the page's policy. */
let complaints: string[];

describeWith({ name: "chromium", isThere: hasChromium }, "the inspector in a browser", () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    sandbox = await startSandbox({ inspector: true });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("request", (request) => {
      if (!request.url().startsWith(inspectorUrl(sandbox))) complaints.push(`It asked for ${request.url()}`);
    });
    await page.goto(inspectorUrl(sandbox));
  });
  afterEach(async () => {
    await page.close();
    await sandbox.close();
    expect(complaints).toEqual([]);
  });

  test("shows an order that a lesson places, down to its base string", async () => {
    const certificate = join(await project(), "lab.pem");
    await writeFile(certificate, sandbox.certificate);
    const { baseUrl, credentials } = sandbox.aps;
    const program = spawn(
      process.execPath,
      [join(root, "examples/dist/05-place-order.js"), FABRIKAM, BACKUP_STANDARD],
      {
        env: {
          ...process.env,
          APS_BASE_URL: baseUrl,
          APS_CONSUMER_KEY: credentials.consumerKey,
          APS_CONSUMER_SECRET: credentials.consumerSecret,
          NODE_EXTRA_CA_CERTS: certificate,
        },
      },
    );
    expect(await once(program, "close")).toEqual([0, null]);
    await row("POST", /order-manager\/orders$/).click();
    await expectText(".sheet .badge", "valid signature");
    await expectText(".sheet .lead", "the same base string");
    await page.getByText("Full text").click();
    const baseString = await page.locator("#base-string").textContent();
    expect(baseString).toMatch(/^POST&https%3A%2F%2F127\.0\.0\.1%3A\d+%2Faps%2F2%2Fservices%2Forder-manager%2Forders&/);
    await expectText(".sheet .body", '"type": "SALES"');
    await page.keyboard.press("2");
    await expectText("#data table", "SO000001");
    await expectText("#data .resources", "Fab (A) Industries");
  });

  test("shows why a request was refused, and where both sides part", async () => {
    await send(sandbox, { target: clients });
    await sendRewritten(sandbox, clients, clients.replace("accounts?", "accounts/?"));
    await expectText(row("GET", /accounts\?/), "valid signature");
    await expectText(row("GET", /accounts\/\?/), "signature invalid");
    await row("GET", /accounts\/\?/).click();
    await expectText(".causes", "A slash at the end of the path");
    await expectText(".causes", "proved");
    expect(await page.locator(".part.differs").count()).toBe(1);
    expect(await page.locator(".part.differs mark").allTextContents()).toEqual(["%2F"]);
    expect(await page.locator(".tree > li").allTextContents()).toEqual([
      "eqtypeCLIENT",
      'likecompanyNameFab%20%28A%29*means "Fab (A)*"',
    ]);
  });

  test("sends an event to the vendor of the lessons, and shows its answer", async () => {
    const { baseUrl, credentials } = sandbox.appdirect;
    const client = new AppDirectClient({
      credentials,
      marketplaces: [baseUrl],
      fetch: nodeFetch({ ca: sandbox.certificate }),
    });
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const vendor = createVendor({ client, secretFor: () => credentials.consumerSecret, publicUrl });
    server.on("request", nodeListener(vendor));
    try {
      await page.keyboard.press("3");
      await page.getByLabel("Endpoint").fill(`${publicUrl}/events`);
      await page.getByRole("button", { name: "Send event" }).click();
      await expectText(".report", "The vendor responded with 200");
      await expectText(".report .badge", "follows the documented rules");
      const { accountIdentifier } = JSON.parse((await page.locator(".result").textContent()) ?? "");
      expect(accountIdentifier).toMatch(/^account-/);

      await page.getByLabel("Type").fill("USER_ASSIGNMENT");
      await page.getByLabel("Account identifier").fill(accountIdentifier);
      await page.getByRole("button", { name: "Send event" }).click();
      await expectText(".result", '"success": true');

      await page.getByLabel("Account identifier").fill("nobody");
      await page.getByRole("button", { name: "Send event" }).click();
      await expectText(".result", "ACCOUNT_NOT_FOUND");
    } finally {
      server.close();
    }
  });

  test("switches on a fault, which the SDK survives", async () => {
    await page.keyboard.press("4");
    await page.getByLabel("Path starts with").fill("/aps/2/collections/");
    await page.getByLabel("Kind").selectOption("status");
    await page.getByLabel("Status", { exact: true }).fill("503");
    await page.getByLabel("How many times").fill("1");
    await page.getByRole("button", { name: "Add" }).click();
    await expectText(".fault", "both platforms · /aps/2/collections/ · status · status 503 · when before · times 1");

    const { baseUrl, credentials } = sandbox.aps;
    const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: sandbox.certificate }) });
    expect(await sdk.accounts.list("eq(type,CLIENT)").all({ max: 1 })).toHaveLength(1);
    await expectText("#faults .report", "No active faults"); // it has happened as often as it was to
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    await expectText(".rows", "fault: status");
    expect(await page.locator(".rows .status").allTextContents()).toEqual(["200", "503"]);
  });

  test("switches a fault off, and says what is wrong with one that is none", async () => {
    await page.keyboard.press("4");
    await page.getByRole("button", { name: "Add" }).click();
    await expectText(".fault", "delay · milliseconds 2000");
    await page.getByRole("button", { name: "Remove" }).click();
    await expectText("#faults .report", "No active faults");
    await page.getByLabel("Milliseconds").fill("-1");
    await page.getByRole("button", { name: "Add" }).click();
    await expectText("#faults [role=alert]", "faults[0].milliseconds is -1");
    complaints = []; // the browser notes the refusal
  });

  test("is worked by keys alone", async () => {
    for (const target of ["/aps?one", "/aps?two", "/aps?three"]) await send(sandbox, { target });
    await expectText(".rows", "/aps?three");
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    const keys = async (...names: readonly string[]) => {
      for (const name of names) await page.keyboard.press(name);
    };
    await keys("j");
    expect(await focused()).toContain("/aps?three");
    await keys("j", "ArrowDown", "j");
    expect(await focused()).toContain("/aps?one");
    await keys("k", "Enter");
    await expectText(".sheet h2", "/aps?two");
    await keys("j");
    await expectText(".sheet h2", "/aps?one");
    await keys("Escape");
    await page.locator(".sheet").waitFor({ state: "detached" });
    expect(await focused()).toContain("/aps?one");
    await keys("/", "t", "h", "r", "Escape", "j");
    expect(await page.locator(".row:visible").count()).toBe(1);
    expect(await focused()).toContain("/aps?three");
    await keys("?");
    expect(await page.getByRole("dialog").isVisible()).toBe(true);
    await keys("Escape", "2");
    await expectText("#data .resources", "Fab (A) Industries");
    await keys("j", "Enter");
    await page.locator("#data details[open]").waitFor();
  });

  test("takes what strangers send for text", async () => {
    const markup = `"'><img src=x onerror=alert(1)><script>alert(2)</script>`;
    const vendor = await startVendor(answering(200, { success: false, errorCode: markup, message: markup }));
    try {
      await send(sandbox, {
        target: `/aps/2/resources?eq(a,'"><b>x</b>)`,
        headers: { "X-Markup": markup },
        body: markup,
        method: "POST",
      });
      await row("POST", /resources/).click();
      await expectText(".sheet .body", "<script>");
      await page.keyboard.press("3");
      await page.getByLabel("Type").fill(markup);
      await page.getByLabel("Endpoint").fill(vendor.endpoint);
      await page.getByRole("button", { name: "Send event" }).click();
      await expectText(".report", "<script>");
      expect(await page.locator("main img, main script, main b:not(.evidence b):not(.wire b)").count()).toBe(0);
    } finally {
      await vendor.close();
    }
  });

  test("holds no secret and no signature, whatever is opened", async () => {
    await send(sandbox, { target: clients, headers: { "X-Note": sandbox.aps.credentials.consumerSecret } });
    await sendRewritten(sandbox, clients, clients.replace("accounts?", "accounts/?"));
    const signatures = sandbox.requests.map(({ headers }) => {
      const [, authorization = ""] = headers.find(([name]) => name.toLowerCase() === "authorization") ?? [];
      return /oauth_signature="([^"]+)"/.exec(authorization)?.[1] ?? "nothing";
    });
    for (const number of [1, 2]) {
      await page.goto(`${inspectorUrl(sandbox)}/#/requests/${number}`);
      await expectText(".facts", `request ${number}`);
      const shown = await page.content();
      for (const secret of [
        sandbox.aps.credentials.consumerSecret,
        ...signatures,
        ...signatures.map(decodeURIComponent),
      ]) {
        expect(shown).not.toContain(secret);
      }
    }
  });

  test("keeps up with a thousand requests in five seconds", againWhereBusy, async () => {
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { longTasks: times });
      new PerformanceObserver((list) => times.push(...list.getEntries().map(({ duration }) => duration))).observe({
        entryTypes: ["longtask"],
      });
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const start = performance.now();
    for (let sent = 0; sent < 1020; sent += 20) {
      await Promise.all(Array.from({ length: 20 }, () => send(sandbox, { target: "/aps?load", signed: false, agent })));
      const due = start + (sent / 1000) * 5000;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
    agent.destroy();
    await expectText(".count", "1000 kept");
    expect(await page.locator(".rows li").first().textContent()).toContain("1020");
    const longTasks = await page.evaluate(() => ("longTasks" in window ? (window.longTasks as number[]) : []));
    expect(Math.max(0, ...longTasks)).toBeLessThan(300);
  });

  test("says when the sandbox is gone, and begins anew with the next one", async () => {
    await send(sandbox, { target: "/aps?former" });
    await expectText(".rows", "/aps?former");
    await expectText("#live", "live");
    const port = Number(new URL(inspectorUrl(sandbox)).port);
    await sandbox.close();
    await expectText("#live", "not connected");
    await page.keyboard.press("2"); // what cannot be loaded now is no error of the page
    await page.keyboard.press("1");
    await page.waitForTimeout(100);
    expect(complaints.filter((complaint) => !complaint.startsWith("Failed to load resource"))).toEqual([]);
    complaints = []; // the browser notes that nobody answers
    sandbox = await startSandbox({ inspector: { port } });
    await send(sandbox, { target: "/aps?next" });
    await expectText(".rows", "/aps?next");
    expect(await page.locator(".rows").textContent()).not.toContain("/aps?former");
    complaints = [];
  });

  test.each(["light", "dark"] as const)(
    "can be read in %s: every text stands out from its ground",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await sendRewritten(sandbox, clients, clients.replace("accounts?", "accounts/?"));
      await row("GET", /accounts/).click();
      await expectText(".causes", "proved");
      const weak = await page.evaluate(weakTexts);
      for (const key of ["2", "3", "4"]) {
        await page.keyboard.press(key);
        weak.push(...(await page.evaluate(weakTexts)));
      }
      expect(weak).toEqual([]);
    },
  );

  test("names every control", async () => {
    const unnamed = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("input, select, button")]
        .filter((control) => {
          const labels = "labels" in control ? [...((control.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
          const named = [
            control.getAttribute("aria-label"),
            control.textContent,
            ...labels.map((label) => label.textContent),
          ];
          return control instanceof HTMLSelectElement ? labels.length === 0 : !named.some((name) => name?.trim());
        })
        .map(({ outerHTML }) => outerHTML),
    );
    expect(unnamed).toEqual([]);
  });
});

function row(method: string, target: RegExp) {
  return page.locator(".row", { has: page.locator(".method", { hasText: method }) }).filter({
    has: page.locator(".target", { hasText: target }),
  });
}

/** Waits until a text stands in an element; of several, in any. */
async function expectText(where: string | ReturnType<typeof row>, text: string): Promise<void> {
  const place = typeof where === "string" ? page.locator(where) : where;
  await place.filter({ hasText: text }).first().waitFor({ timeout: 10_000 });
}

/** Texts whose contrast with their ground is below 4.5, as WCAG 2 measures it. Runs in the page. */
function weakTexts(): string[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (canvas === null) throw new Error("no canvas");
  const luminance = (color: string): readonly [luminance: number, alpha: number] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return [0.2126 * r + 0.7152 * g + 0.0722 * b, alpha];
  };
  const ground = (element: Element | null): number => {
    if (element === null) return luminance("white")[0];
    const [value, alpha] = luminance(getComputedStyle(element).backgroundColor);
    return alpha > 0 ? value : ground(element.parentElement);
  };
  return [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((element) => element.checkVisibility())
    .flatMap((element) => {
      const [bright = 0, dark = 0] = [luminance(getComputedStyle(element).color)[0], ground(element)].sort(
        (a, b) => b - a,
      );
      const contrast = (bright + 0.05) / (dark + 0.05);
      return contrast < 4.5 ? [`${contrast.toFixed(1)}: ${element.className} ${element.textContent}`] : [];
    });
}
