import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as errors from "apsdirect";
import { operations as appdirectOperations } from "apsdirect/appdirect";
import { operations as apsOperations } from "apsdirect/aps";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { hasChromium, launchChromium } from "../support/chromium.js";
import { filesOf, root } from "../support/generated.js";
import { describeWith } from "../support/needed.js";

const site = join(root, "dist/docs");
const pages = join(root, "dist/docs-pages");

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/docs.mjs")], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The documentation is not built without a warning:\n${stdout}${stderr}`);
}, 240_000);

function nameless(text: string): string {
  return text.replaceAll(/\{\w+\}/g, "{}");
}

async function htmlFiles(): Promise<readonly string[]> {
  const files = await readdir(site, { recursive: true });
  return files.filter((file) => file.endsWith(".html"));
}

test("no link of the site is dead, and none needs a network", async () => {
  const files = await htmlFiles();
  expect(files.length).toBeGreaterThan(100);
  const dead: string[] = [];
  for (const file of files) {
    const html = await readFile(join(site, file), "utf8");
    for (const [, attribute = "", target = ""] of html.matchAll(/<[^>]+?\s(href|src)="([^"]*)"/g)) {
      const isElsewhere = /^(?:https?:|mailto:)/.test(target);
      if (isElsewhere && attribute === "src") dead.push(`${file}: ${target} is loaded from elsewhere`);
      if (isElsewhere || target.startsWith("#") || target.startsWith("data:")) continue;
      const path = resolve(site, dirname(file), decodeURIComponent(target.replace(/[?#].*$/, "")));
      if (!existsSync(path)) dead.push(`${file}: ${target}`);
    }
  }
  expect(dead).toEqual([]);
});

test("each heading of the platforms' own pages leads to its answer", async () => {
  const page = await readFile(join(site, "documents/Coming_from_the_platform_docs.html"), "utf8");
  const rows = [...page.matchAll(/<tr>\s*<td>(.*?)<\/td>\s*<td>(.*?)<\/td>/gs)];
  expect(rows.map(([, heading]) => heading)).toEqual(headingsOfThePlatforms);
  for (const [, heading, answer = ""] of rows) {
    const links = [...answer.matchAll(/href="([^"#]+)(?:#([^"]*))?"/g)];
    expect([heading, links.length > 0]).toEqual([heading, true]);
    for (const [, path = "", anchor] of links) {
      const target = await readFile(join(site, "documents", path), "utf8");
      if (anchor !== undefined)
        expect([heading, anchor, target.includes(`id="${anchor}"`)]).toEqual([heading, anchor, true]);
    }
  }
});

/** Of CloudBlue's page on access by OAuth, and of AppDirect's on OAuth API authorization, in their order. */
const headingsOfThePlatforms = [
  "Set Up HTTPS Access to the Platform",
  "Production System",
  "Lab System",
  "Set Up the User’s Credentials",
  "Choose a REST Client",
  "Sample Scripts",
  "GET Request",
  "POST Request",
  "Sample GUI Client",
  "SSL Hints",
  "Using an External API Gateway",
  "Sample Scenario",
  "Getting Started",
  "Generating OAuth Requests",
  "Validating requests from AppDirect",
  "Signing return URLs",
  "Sample Code",
];

describe("every method has a section with a command, and an answer where there is one", async () => {
  const operations = [...Object.values(apsOperations), ...Object.values(appdirectOperations)];

  test("none is left out", async () => {
    const texts = await Promise.all((await readdir(pages)).map((file) => readFile(join(pages, file), "utf8")));
    const sections = texts.flatMap((text) => text.split(/^## /m).slice(1));
    const named = new Map(sections.map((section) => [section.split("\n", 1)[0], section]));
    expect([...named.keys()].sort()).toEqual(operations.map(({ name }) => name).sort());
    for (const { name, method, path, responses } of operations) {
      const section = named.get(name) ?? "";
      expect(section).toContain(`npx apsdirect call ${name}`);
      // A view calls the parameters of the path by names of its own.
      expect(nameless(section)).toContain(nameless(`\`${method} ${path}\``));
      const isAnswered = Object.values(responses).some(({ contentType }) => contentType?.includes("json"));
      expect([name, section.includes("```json")]).toEqual([name, isAnswered]);
    }
  });
});

test("the index of errors names every class and its code", async () => {
  const index = await readFile(join(root, "docs/errors.md"), "utf8");
  const sources = await filesOf(join(root, "sdk/src/errors"));
  const source = [...sources.values()].join("\n");
  const codes = [...source.matchAll(/readonly code(?:: string)? = "(\w+)"/g)].map(([, code = ""]) => code);
  expect([...index.matchAll(/^\| `(\w+)`/gm)].map(([, code = ""]) => code).sort()).toEqual(codes.sort());
  const classes = [...index.matchAll(/"apsdirect"\.(\w+)\}/g)].map(([, name = ""]) => name);
  for (const name of classes) expect(errors).toHaveProperty(name);
});

describeWith({ name: "chromium", isThere: hasChromium }, "the site in a browser, without a network", () => {
  test.each([
    { device: "a desk", width: 1280, height: 900 },
    { device: "a phone", width: 390, height: 844 },
  ])("finds a method by its name, on $device", async ({ width, height }) => {
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const context = await browser.newContext({ viewport: { width, height }, offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(site, "index.html")).href);
    const tooWide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(tooWide).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("combobox").fill("estimate");
    await page.getByRole("option", { name: "PlacedOrders.estimate", exact: false }).first().click();
    await page.waitForURL(/PlacedOrders\.html#estimate/);
    expect(await page.getByText("Prices an order without placing it.").first().isVisible()).toBe(true);
  });
});
