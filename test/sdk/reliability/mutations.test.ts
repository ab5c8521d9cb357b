import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { isLongRun } from "../../support/counts.js";
import { root } from "../../support/generated.js";
import { configurationWith, type Mutation, mutatedSdk } from "./mutated-sdk.js";

/** Repeats an order as if it did the same once more. */
const repeatsOrders: Mutation = {
  name: "that repeats orders",
  modules: {
    "http/retry-policy.ts": (original) => `
      import * as policy from ${JSON.stringify(original)};
      export * from ${JSON.stringify(original)};
      const lenient = (safety) => (safety === "unsafe" ? "idempotent" : safety);
      export const decideRetry = (failed, safety, tries) => policy.decideRetry(failed, lenient(safety), tries);
      export const decideOutcome = (failed, safety) => policy.decideOutcome(failed, lenient(safety));`,
  },
};

/** Signs what goes to one address once, as a hook does that runs before the attempts. */
const signsOnce: Mutation = {
  name: "that signs a call and not its attempts",
  modules: {
    "oauth1/sign/oauth1-signer.ts": (original) => `
      import { oauth1Signer as signerOf } from ${JSON.stringify(original)};
      export * from ${JSON.stringify(original)};
      export function oauth1Signer(...given) {
        const signer = signerOf(...given);
        const signatures = new Map();
        return {
          ...signer,
          async sign(request, ...rest) {
            const call = request.method + request.url;
            if (!signatures.has(call)) signatures.set(call, (await signer.sign(request, ...rest)).headers.get("authorization"));
            const headers = new Headers(request.headers);
            headers.set("authorization", signatures.get(call));
            return new Request(request, { headers });
          },
        };
      }`,
  },
};

/** Sends signed requests on to wherever an answer points. */
const followsRedirects: Mutation = {
  name: "that follows redirects",
  modules: {
    "http/send.ts": (original) => `
      import { createSend as sending } from ${JSON.stringify(original)};
      export * from ${JSON.stringify(original)};
      export function createSend(fetch, ...rest) {
        return sending((request) => fetch(new Request(request, { redirect: "follow" })), ...rest);
      }`,
  },
};

/** Takes a code for proof, whatever the system call. */
const trustsCodes: Mutation = {
  name: "that takes a code for proof",
  modules: {
    "http/evidence/evidence.ts": (original) => `
      import * as evidence from ${JSON.stringify(original)};
      export * from ${JSON.stringify(original)};
      const known = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL"]);
      export const findUnsentReason = (error) => evidence.findUnsentReason(error) ??
        (known.has(evidence.findCode(error)) ? "unreachable" : undefined);`,
  },
};

/** Lets through whatever is thrown after a request left. */
const letsErrorsThrough: Mutation = {
  name: "that lets errors through after an order left",
  modules: {
    "http/sent-record.ts": (original) => `
      import { SentRecord as Sound } from ${JSON.stringify(original)};
      import { UnusableResult } from "./body/index.js";
      export * from ${JSON.stringify(original)};
      export class SentRecord extends Sound {
        async conclude(error) {
          return error instanceof UnusableResult ? error.error : error;
        }
      }`,
  },
};

/** Takes every success for a result. */
const asksForNoIdentity: Mutation = {
  name: "that asks for no identity",
  modules: {
    "runtime/response/identity.ts": (original) => `
      export * from ${JSON.stringify(original)};
      export const findIdentityIssues = () => [];`,
  },
};

// A run of the tests for each: for releases.
describe.runIf(isLongRun)("these tests notice an SDK", () => {
  test("that is as it should be: nothing fails", async () => {
    expect(await failuresOf({ name: "sound", modules: {} })).toEqual([]);
  });

  test.each([
    {
      mutation: repeatsOrders,
      files: ["matrix"],
      notice: /^7: after 'a reset after execution' an order: OUTCOME_UNKNOWN$/,
    },
    {
      mutation: signsOnce,
      files: ["matrix"],
      notice: /^6: after 'a reset before any answer' a call that changes nothing: repeated$/,
    },
    {
      mutation: trustsCodes,
      files: ["evidence"],
      notice: /^F1: .* with the system call read, every code of Node and of undici$/,
    },
    { mutation: letsErrorsThrough, files: ["after-sending"], notice: /^F3: .* 100,000 nested arrays$/ },
    { mutation: asksForNoIdentity, files: ["after-sending"], notice: /^F2: .* validation off$/ },
    {
      mutation: followsRedirects,
      files: ["answers"],
      notice: /^34: a redirect with 307 is an error that names its target/,
    },
  ])("$mutation.name", async ({ mutation, files, notice }) => {
    const failures = await failuresOf(mutation, files);
    expect(
      failures.some((name) => notice.test(name)),
      failures.join("\n"),
    ).toBe(true);
  });
});

/** Tests that a mutation is tried on. */
const all = ["matrix", "answers", "evidence", "after-sending"] as const;

/**
 * Names of the tests that fail for a mutation of the SDK.
 *
 * @param names Files of tests.
 */
async function failuresOf(mutation: Mutation, names: readonly string[] = all): Promise<readonly string[]> {
  const sdk = await mutatedSdk(mutation);
  onTestFinished(() => rm(sdk, { recursive: true }));
  const report = join(sdk, "report.json");
  const run = [
    "run",
    "--root",
    root,
    "--config",
    await configurationWith(sdk),
    "--reporter=json",
    `--outputFile=${report}`,
  ];
  const files = names.map((name) => `test/sdk/reliability/${name}.test.ts`);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  await once(spawn(process.execPath, [vitest, ...run, ...files], { cwd: root, stdio: "ignore" }), "close");
  const { testResults } = JSON.parse(await readFile(report, "utf8")) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(results.length).toBeGreaterThan(10);
  return results.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}
