import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { ApsClient, oauth1Signer } from "apsdirect";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { root } from "../support/generated.js";
import { answer, json, type RawRequest } from "../support/raw-server.js";
import { type Fault, faults, timeoutFor } from "./reliability/faults.js";
import { order, startFaultyPlatform, type Turn } from "./reliability/faulty-platform.js";
import { sideBySide } from "./reliability/side-by-side.js";

const SECRET = "canary-secret-Jp7Qw2";
const canary = { consumerKey: "canary-key", consumerSecret: SECRET };
const placements = ["header", "query"] as const;

/** All that a log, a debugger or an error tracker might show of a value. */
function everythingOf(value: unknown): string {
  const seen: string[] = [String(value), inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value) ?? ""];
  for (let error = value; error instanceof Error; error = error.cause) {
    seen.push(error.message, error.stack ?? "", JSON.stringify(Object.getOwnPropertyDescriptors(error)));
  }
  return seen.join("\n");
}

/** Platforms that repeat what they were sent, each in a place of its own. */
const echoes: readonly Pick<Fault, "row" | "name" | "turn" | "hangs">[] = [
  {
    row: 31,
    name: "a 401 whose message repeats our request",
    turn: echo((said) => json({ error: "E", message: said }, { status: 401 })),
  },
  {
    row: 31,
    name: "a 400 in HTML that repeats our request",
    turn: echo((said) => answer(`<p>${said}`, { status: 400 })),
  },
  { row: 31, name: "a success that repeats our request and is not JSON", turn: echo((said) => answer(said)) },
  {
    row: 31,
    name: "a success that repeats our request where something else is documented",
    turn: echo((said) => json({ orderId: { said }, [said]: 1 })),
  },
  {
    row: 31,
    name: "a 401 whose challenge repeats our request",
    turn: echo((said) => answer("", { status: 401, headers: { "www-authenticate": said } })),
  },
  {
    row: 31,
    name: "a redirect to a log-in page that comes back to us",
    turn: echo((said) => answer("", { status: 302, headers: { location: `/login?next=${said}` } })),
  },
  { row: 31, name: "no HTTP, but our request once more", turn: echo((said) => `You said ${said}\r\n\r\n`) },
];

function echo(reply: (said: string) => string): Turn {
  return ({ socket, request }) =>
    void socket.write(reply(`${request.line.split(" ")[1]} ${request.headers.get("authorization") ?? ""}`));
}

/** What a call let be seen, and what must not be among it. */
interface Sighting {
  readonly values: readonly unknown[];
  readonly signatures: readonly string[];
}

const cases = placements.flatMap((placement) => [...faults, ...echoes].map((fault) => ({ ...fault, placement })));
const sightings = new Map<(typeof cases)[number], Sighting>();
const onConsole: unknown[] = [];

beforeAll(async () => {
  const methods = ["debug", "info", "warn", "error", "log", "trace"] as const;
  const spies = methods.map((method) =>
    vi.spyOn(console, method).mockImplementation((...args) => void onConsole.push(...args)),
  );
  await sideBySide(cases, async (given) => void sightings.set(given, await sightingOf(given)));
  for (const spy of spies) spy.mockRestore();
});

async function sightingOf({ turn, placement, hangs }: (typeof cases)[number]): Promise<Sighting> {
  const platform = await startFaultyPlatform([turn]);
  const lines: unknown[] = [];
  const log = (...args: unknown[]): void => void lines.push(...args);
  const sdk = new ApsClient({
    baseUrl: platform.origin,
    ...(placement === "header" ? { credentials: canary } : { signer: oauth1Signer(canary, { placement }) }),
    timeout: timeoutFor({ hangs }),
    maxRetries: 1,
    logger: { debug: log, info: log, warn: log, error: log },
    hooks: { journal: log, request: log, response: log, retry: log },
  });
  const calls = [sdk.orders.create(order), sdk.orders.get("o-1"), sdk.orders.list("eq(a,b)").all({ max: 1 })];
  const results = await Promise.all(calls.map((call) => call.catch((error: unknown) => error)));
  await platform.close();
  return {
    values: [...results, ...lines, sdk, sdk.core],
    signatures: platform.requests.map(signatureOf),
  };
}

/** As it stood in the header or in the query. */
function signatureOf({ line, headers }: RawRequest): string {
  return /oauth_signature="?([^"& ]+)/.exec(`${line} ${headers.get("authorization")}`)?.[1] ?? "none";
}

test.each(cases)(
  "$row: after $name, with the signature in the $placement, neither it nor the secret is seen",
  (given) => {
    const { values, signatures } = sightings.get(given) ?? expect.fail("it was not tried");
    const seen = values.map(everythingOf).join("\n");
    expect(seen).toContain("orders.create");
    expect(signatures.length).toBeGreaterThan(0);
    expect(signatures).not.toContain("none");
    for (const proof of [SECRET, ...signatures, ...signatures.map(decodeURIComponent)]) {
      expect(seen.includes(proof), proof).toBe(false);
    }
  },
);

test("nothing of it is seen on the console", () => {
  const seen = onConsole.map(everythingOf).join("\n");
  const signatures = [...sightings.values()].flatMap((sighting) => sighting.signatures);
  expect(signatures.length).toBeGreaterThan(cases.length);
  for (const proof of [SECRET, ...signatures, ...signatures.map(decodeURIComponent)]) {
    expect(seen.includes(proof), proof).toBe(false);
  }
});

test("a generated file holds nothing of the environment that it was generated in", () => {
  const out = mkdtempSync(join(tmpdir(), "apsdirect-secrets-"));
  onTestFinished(() => rmSync(out, { recursive: true }));
  const names = ["APS", "APPDIRECT"].flatMap((platform) =>
    ["CONSUMER_KEY", "CONSUMER_SECRET", "BASE_URL"].map((name) => `${platform}_${name}`),
  );
  const environment = Object.fromEntries(names.map((name) => [name, `https://${SECRET}.example`]));
  const command = join(root, "codegen/bin/apsdirect-codegen.js");
  execFileSync(
    process.execPath,
    [command, "generate", join(root, "spec/appdirect.yaml"), "--out", join(out, "client")],
    {
      env: { ...process.env, ...environment },
    },
  );
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(5);
  for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name), "utf8")).not.toContain(SECRET);
});
