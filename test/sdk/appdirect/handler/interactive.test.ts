import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type EventDraft, type Sandbox, startSandbox } from "@apsdirect/sandbox";
import { type EventHandlers, failed, later, type ReturnResult, signReturnUrl, succeeded } from "apsdirect/appdirect";
import { nodeFetch } from "apsdirect/node";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { vendorOf } from "./vendor.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const order: EventDraft = { type: "SUBSCRIPTION_ORDER" };

/** Visits a URL of the marketplace as a browser does. */
async function visited(location: string | undefined): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await nodeFetch({ ca: sandbox.certificate })(new Request(location ?? ""));
  return { status: answer.status, text: await answer.text() };
}

/** Notifies a vendor through a browser, and returns the whole response. */
async function browse(url: string): Promise<Response> {
  return fetch(url, { redirect: "manual" });
}

describe("if the vendor has no page, an interactive event", () => {
  test.each([
    { answer: succeeded({ accountIdentifier: "a & b=c#d+e/ü" }), says: /complete/ },
    {
      answer: failed("OPERATION_CANCELLED", "Not today, \r\nthank you."),
      says: /not completed: Not today, \r\nthank you\./,
    },
  ])("is processed, and the browser is redirected back with the result: $answer", async ({ answer, says }) => {
    const vendor = await vendorOf(sandbox, { on: { SUBSCRIPTION_ORDER: () => answer } });
    const delivery = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    expect(delivery).toMatchObject({ status: 302, text: "" });
    expect(new URL(delivery.location ?? "").origin).toBe(sandbox.appdirect.baseUrl);
    expect(delivery.location).toMatch(/^[!-~]+$/);
    const page = await visited(delivery.location);
    expect(page).toMatchObject({ status: 200, text: expect.stringMatching(says) });
    expect(await delivery.result()).toEqual(answer);
    // The signature cannot be used again, so finding the URL in a browser history is of no use.
    expect((await visited(delivery.location)).status).toBe(403);
  });

  test("runs once, and a repeated visit goes back with the same result and a new signature", async () => {
    let runs = 0;
    const on: EventHandlers = {
      SUBSCRIPTION_ORDER() {
        runs += 1;
        return succeeded({ accountIdentifier: `a-${runs}` });
      },
    };
    const vendor = await vendorOf(sandbox, { on });
    const first = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    const second = await first.again();
    const [one, other] = [first, second].map(({ location }) => new URL(location ?? "").searchParams);
    expect(one?.get("accountIdentifier")).toBe("a-1");
    expect(other?.get("accountIdentifier")).toBe("a-1");
    expect(other?.get("oauth_nonce")).not.toBe(one?.get("oauth_nonce"));
    expect(runs).toBe(1);
  });

  test("waits for a later result, because a browser cannot get it otherwise", async () => {
    const on: EventHandlers = { SUBSCRIPTION_ORDER: () => later(async () => succeeded({ accountIdentifier: "a-1" })) };
    const vendor = await vendorOf(sandbox, { on });
    const delivery = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    expect(new URL(delivery.location ?? "").searchParams.get("accountIdentifier")).toBe("a-1");
  });

  test("is answered without a redirect if its return URL leads elsewhere", async () => {
    const on: EventHandlers = { SUBSCRIPTION_ORDER: () => succeeded({ accountIdentifier: "a-1" }) };
    const vendor = await vendorOf(sandbox, { on });
    for (const returnUrl of [
      "https://evil.example/finish",
      "https://acme.appdirect.com.evil.example/",
      "javascript:alert(1)",
    ]) {
      const delivery = await sandbox.sendEvent({ ...order, returnUrl }, { to: vendor.endpoint, interactive: true });
      expect(delivery).toMatchObject({ status: 200, location: undefined });
      expect(delivery.text).not.toContain("oauth_");
    }
    expect(vendor.log).toHaveLength(3);
    expect(String(vendor.log[0]?.error)).toContain("https://evil.example is not one of");
  });
});

describe("if the vendor has a page, an interactive event", () => {
  test("leads there through a URL without a signature, and from there back to the marketplace", async () => {
    const { baseUrl, credentials } = sandbox.appdirect;
    const returnUrls = new Map<string, string>();
    const shop = createServer((request, response) => {
      const id = new URL(request.url ?? "", "http://shop.example").searchParams.get("event") ?? "";
      const result: ReturnResult = { success: true, accountIdentifier: "a-7" };
      const location = signReturnUrl(returnUrls.get(id) ?? "", result, { credentials, marketplaces: [baseUrl] });
      response.writeHead(302, { location }).end();
    }).listen(0, "127.0.0.1");
    await once(shop, "listening");
    onTestFinished(() => void shop.close());
    const shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;

    const vendor = await vendorOf(sandbox, {
      on: {},
      interactive(event) {
        returnUrls.set(event.id, event.returnUrl ?? "");
        return `${shopUrl}/welcome?event=${event.id}`;
      },
    });
    const delivery = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    expect(delivery.location).toBe(`${shopUrl}/welcome?event=${delivery.token}`);
    const wayBack = (await browse(delivery.location ?? "")).headers.get("location") ?? "";
    expect(await visited(wayBack)).toMatchObject({ status: 200, text: "Your order is complete." });
    expect(await delivery.result()).toEqual({ success: true, accountIdentifier: "a-7" });
  });

  test("may get the page directly, with its cookies and bytes", async () => {
    const page = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
    const headers = new Headers({ "content-type": "image/png" });
    for (const cookie of ["session=1; Secure", "theme=a,b"]) headers.append("set-cookie", cookie);
    const vendor = await vendorOf(sandbox, { on: {}, interactive: () => new Response(page, { headers }) });
    const delivery = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    expect(delivery.headers).toMatchObject({
      "content-type": "image/png",
      "set-cookie": ["session=1; Secure", "theme=a,b"],
    });
    expect(delivery.text).toBe(new TextDecoder().decode(page));
    expect(delivery.headers["content-length"] ?? delivery.headers["transfer-encoding"]).toBeDefined();
  });

  test("gets a server error if the body of the page fails, and the server keeps running", async () => {
    let visits = 0;
    const broken = () => new ReadableStream({ pull: (controller) => controller.error(new Error("the disk is away")) });
    const interactive = () => {
      visits += 1;
      return visits === 1 ? new Response(broken()) : "https://shop.example/";
    };
    const vendor = await vendorOf(sandbox, { on: {}, interactive });
    const delivery = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    expect(delivery).toMatchObject({ status: 500, text: "" });
    expect(await delivery.again()).toMatchObject({ status: 302, location: "https://shop.example/" });
  });

  test("goes back to the marketplace with a failure if the page fails", async () => {
    const vendor = await vendorOf(sandbox, {
      on: {},
      interactive() {
        throw new Error("no page today");
      },
    });
    const delivery = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    expect(new URL(delivery.location ?? "").searchParams.get("errorCode")).toBe("UNKNOWN_ERROR");
    expect(vendor.log).toMatchObject([{ error: { message: "no page today" } }]);
  });

  test("that is a ping does not lead to the page", async () => {
    const vendor = await vendorOf(sandbox, { on: {}, interactive: () => "https://shop.example/" });
    const ping: EventDraft = { ...order, flag: "STATELESS" };
    const delivery = await sandbox.sendEvent(ping, { to: vendor.endpoint, interactive: true });
    expect(delivery).toMatchObject({ status: 200, text: '{"success":true}' });
  });

  test("leaves its URL in neither a cache nor a referrer", async () => {
    const vendor = await vendorOf(sandbox, { on: {}, interactive: () => new URL("https://shop.example/") });
    const delivery = await sandbox.sendEvent(order, { to: vendor.endpoint, interactive: true });
    const headers = delivery.headers;
    expect(headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  });
});

describe("the return URL", () => {
  /** Delivers an event with this return URL. Returns the redirect of the browser and the vendor's log. */
  async function wayBack(path: string) {
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const on: EventHandlers = { SUBSCRIPTION_ORDER: () => succeeded({ accountIdentifier: "a-1" }) };
    const vendor = await vendorOf(sandbox, { on, logger: { warn: log, error: log } });
    const returnUrl = sandbox.appdirect.baseUrl + path;
    const delivery = await sandbox.sendEvent({ ...order, returnUrl }, { to: vendor.endpoint, interactive: true });
    return { ...delivery, returnUrl, log: lines.join("\n") };
  }

  test.each([
    { row: 2, what: "a signature of its own", path: "/finishprocure?token=t&oauth_nonce=1", says: "OAuth parameters" },
    { row: 2, what: "an escaped signature", path: "/f?%6Fauth_signature=x", says: "OAuth parameters" },
    {
      row: 5,
      what: "a result of its own",
      path: "/f?token=t&success=false",
      says: 'already has a parameter "success"',
    },
    {
      row: 5,
      what: "an account of its own",
      path: "/f?accountIdentifier=b",
      says: 'already has a parameter "accountIdentifier"',
    },
  ])("$row: is not signed if it has $what", async ({ path, says }) => {
    const { status, location, text, log } = await wayBack(path);
    expect([status, location]).toEqual([200, undefined]);
    expect(log).toContain(says);
    // 7: neither the log nor the response contains a signature.
    expect(log + text).not.toMatch(/oauth_signature=[^x]/);
  });

  test("4: keeps its fragment last, and does not sign it", async () => {
    const { location = "", returnUrl } = await wayBack("/finishprocure?token=t#step=2");
    expect(location.startsWith(returnUrl.replace("#step=2", "&success=true&accountIdentifier=a-1&oauth_"))).toBe(true);
    expect(location.endsWith("#step=2")).toBe(true);
    expect((await visited(location)).status).toBe(404); // not 403: the fragment, which the marketplace does not get, was not signed
  });
});
