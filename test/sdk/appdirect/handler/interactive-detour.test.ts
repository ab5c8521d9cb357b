import {
  AppDirectClient,
  createEventHandler,
  createMemoryInbox,
  type EventHandlerOptions,
  type EventInbox,
  succeeded,
} from "apsdirect/appdirect";
import { createMemoryNonceStore, oauth1Signer, signUrl } from "apsdirect/oauth1";
import { describe, expect, test } from "vitest";
import { credentials, secretFor } from "../../../support/credentials.js";
import { rawServer } from "../../../support/platform.js";
import { json, type RawServer } from "../../../support/raw-server.js";
import { eventPath, refused } from "./notified.js";
import { vendorServer } from "./vendor.js";

const page = "https://shop.example/welcome";
const ping = { status: 200, text: '{"success":true}' };

const cancel = {
  type: "SUBSCRIPTION_CANCEL",
  marketplace: { baseUrl: "https://m.example" },
  payload: { account: { accountIdentifier: "a-1" } },
  returnUrl: "https://m.example/finishcancel?token=e-1",
};

/** Starts a vendor of an event, with a page unless the options say otherwise, and records what it does. */
async function vendorOf(event: object, options: Partial<EventHandlerOptions> = {}, known?: RawServer) {
  const marketplace = known ?? (await rawServer(json(event)));
  const done = { runs: 0, pages: 0, kept: 0, log: [] as string[] };
  const memory = createMemoryInbox();
  const inbox: EventInbox = {
    claim: (...claim) => memory.claim(...claim),
    extend: (...extension) => memory.extend(...extension),
    release: (...release) => memory.release(...release),
    answer(...answer) {
      done.kept += 1;
      return memory.answer(...answer);
    },
  };
  const endpoint = await vendorServer((publicUrl) =>
    createEventHandler({
      client: new AppDirectClient({ baseUrl: marketplace.origin, credentials, maxRetries: 0 }),
      secretFor,
      publicUrl,
      nonceStore: createMemoryNonceStore(),
      inbox,
      on: {
        SUBSCRIPTION_CANCEL() {
          done.runs += 1;
          return succeeded();
        },
      },
      interactive() {
        done.pages += 1;
        return page;
      },
      logger: { warn: (line) => void done.log.push(line), error: (line) => void done.log.push(line) },
      ...options,
    }),
  );
  const target = `${endpoint}?eventUrl=${encodeURIComponent(marketplace.origin + eventPath)}`;
  return { done, target };
}

/** Signs a request as a browser sends it, with its oauth_ parameters separate from the rest of its query. */
function browserCall(target: string) {
  const [url = "", oauth = ""] = signUrl(target, credentials).split(/[?&](?=oauth_)(.*)/s);
  return { url, oauth: oauth.split("&") };
}

function header(oauth: readonly string[]): string {
  return `OAuth ${oauth.map((pair) => pair.replace(/=(.*)/s, '="$1"')).join(", ")}`;
}

async function send(url: string, authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization };
  const answer = await fetch(url, { headers, redirect: "manual" });
  return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
}

/** Sends it as a server does: signed in the header. */
async function sendFromServer(target: string) {
  const { url, headers } = await oauth1Signer(credentials).sign(new Request(target));
  return send(url, headers.get("authorization") ?? "");
}

describe("F8: if the vendor has a page, an event with a returnUrl", () => {
  test("F8: whose signature was moved into a header is refused with 401", async () => {
    const { done, target } = await vendorOf(cancel);
    const { url, oauth } = browserCall(target);
    expect(await send(url, header(oauth))).toMatchObject(refused);
    expect(done).toMatchObject({ runs: 0, pages: 0, kept: 0 });
    expect(done.log.join()).toContain("must be signed in the query");
  });

  test("F8: that is signed in the query leads to the page, even after it was refused", async () => {
    const { done, target } = await vendorOf(cancel);
    const stolen = browserCall(target);
    expect(await send(stolen.url, header(stolen.oauth))).toMatchObject(refused);
    expect(await send(signUrl(target, credentials))).toMatchObject({ status: 302, location: page });
    expect(done).toMatchObject({ runs: 0, pages: 1, kept: 0 });
  });

  test("F8: that arrives both ways at once is refused in the header, and leads to the page in the query", async () => {
    const { done, target } = await vendorOf(cancel);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0 ? sendFromServer(target) : send(signUrl(target, credentials)),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, (_, i) => [401, 302][i % 2]));
    expect(done).toMatchObject({ runs: 0, pages: 5, kept: 0 });
  });

  test("F8: is refused if its oauth_ parameters are split or in both places, or unsigned parameters were added", async () => {
    const { done, target } = await vendorOf(cancel);
    for (let split = 1; split < 6; split += 1) {
      const { url, oauth } = browserCall(target);
      expect(await send(`${url}&${oauth.slice(0, split).join("&")}`, header(oauth.slice(split)))).toMatchObject(
        refused,
      );
    }
    const twice = browserCall(target);
    expect(await send(`${twice.url}&${twice.oauth.join("&")}`, header(twice.oauth))).toMatchObject(refused);
    expect(await send(`${signUrl(target, credentials)}&returnUrl=x`)).toMatchObject(refused);
    expect(await send(`${signUrl(target, credentials)}&oauth_extra=1`)).toMatchObject(refused);
    expect(done).toMatchObject({ runs: 0, pages: 0, kept: 0 });
  });

  test("F8: is refused with PLAINTEXT in either place", async () => {
    const { done, target } = await vendorOf(cancel);
    const { oauth } = browserCall(target);
    const plain = oauth
      .filter((pair) => !pair.startsWith("oauth_signature"))
      .concat(
        "oauth_signature_method=PLAINTEXT",
        `oauth_signature=${encodeURIComponent(`${credentials.consumerSecret}&`)}`,
      );
    expect(await send(target, header(plain))).toMatchObject(refused);
    expect(await send(`${target}&${plain.join("&")}`)).toMatchObject(refused);
    expect(done).toMatchObject({ runs: 0, pages: 0, kept: 0 });
  });

  test.each(["DEVELOPMENT", "STATELESS2", "STATE LESS", ""])(
    "F8: and the flag %j is refused in a header",
    async (flag) => {
      const { done, target } = await vendorOf({ ...cancel, flag });
      expect(await sendFromServer(target)).toMatchObject(refused);
      expect(done).toMatchObject({ runs: 0, kept: 0 });
    },
  );

  test("F8: is refused with a bearer token, which does not show that a browser sent it", async () => {
    const { done, target } = await vendorOf(cancel, { bearer: "token-1" });
    expect(await send(target, "Bearer token-1")).toMatchObject(refused);
    expect(done).toMatchObject({ runs: 0, kept: 0 });
  });

  test("F8: is refused in a header even if it was processed before the vendor had a page", async () => {
    const inbox = createMemoryInbox();
    const marketplace = await rawServer(json(cancel));
    const before = await vendorOf(cancel, { inbox, interactive: undefined }, marketplace);
    expect(await sendFromServer(before.target)).toMatchObject({ status: 200 });
    const after = await vendorOf(cancel, { inbox }, marketplace);
    expect(await sendFromServer(after.target)).toMatchObject(refused);
  });
});

test("F8: if the vendor has a page, an event without a returnUrl is processed from a header", async () => {
  for (const returnUrl of [undefined, null, ""]) {
    const { done, target } = await vendorOf({ ...cancel, returnUrl });
    expect(await sendFromServer(target)).toMatchObject({ status: 200 });
    expect(done).toMatchObject({ runs: 1, pages: 0, kept: 1 });
  }
});

test("F8: if the vendor has no page, an event with a returnUrl is processed from a header", async () => {
  const { done, target } = await vendorOf(cancel, { interactive: undefined });
  expect(await sendFromServer(target)).toMatchObject({ status: 200 });
  expect(done).toMatchObject({ runs: 1, kept: 1 });
});

test.each(["STATELESS", "stateless", "Stateless"])(
  "F8: a ping with a returnUrl and the flag %s succeeds without effect",
  async (flag) => {
    for (const options of [{}, { interactive: undefined }]) {
      const { done, target } = await vendorOf({ ...cancel, flag }, options);
      expect(await sendFromServer(target)).toMatchObject(ping);
      expect(await send(signUrl(target, credentials))).toMatchObject(ping);
      expect(done).toMatchObject({ runs: 0, pages: 0, kept: 0 });
    }
  },
);
