import { generateKeyPairSync } from "node:crypto";
import { createMemoryNonceStore, oauth1Signer, type RawRequest, verifyRequest } from "apsdirect/oauth1";
import { rsaSha1 } from "apsdirect/oauth1/rsa";
import fc from "fast-check";
import { expect, test } from "vitest";
import { counted } from "../../../support/counts.js";
import { againWhereBusy } from "../../../support/time.js";
import { now, url } from "../signed-request.js";

const SAMPLES = counted({ usual: 1_000, long: 5_000 });
const WARM_UP = 500;

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const methods = ["HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1"] as const;
type Method = (typeof methods)[number];
const signing = { "HMAC-SHA1": "HMAC-SHA1", "HMAC-SHA256": "HMAC-SHA256", "RSA-SHA1": rsaSha1() } as const;

const given = {
  secretFor: (key: string, method: string) => {
    if (key !== "vendor-1") return undefined;
    return method === "RSA-SHA1" ? publicKey : "s3cret";
  },
  nonceStore: createMemoryNonceStore(),
  signatureMethods: methods,
  now,
};

/**
 * The two cases alternate, so that other load on the machine affects both equally. Splitting the samples of one case
 * into halves in many ways shows how much the medians of two runs of the same case differ by chance.
 */
test.each(methods)(
  "an unknown key takes as long as a bad signature, within the variation of one case: %s",
  againWhereBusy,
  async (method) => {
    const badSignature = await signedElsewhere("vendor-1", method);
    const unknownKey = await signedElsewhere("vendor-2", method);
    const ofUnknown: number[] = [];
    const ofBad: number[] = [];
    for (let round = 0; round < WARM_UP + SAMPLES; round += 1) {
      // U B, B U, …: each is first equally often, and follows itself equally often.
      const isTurned = round % 2 === 1;
      if (isTurned) ofBad.push(await timeOf(badSignature, "signature_invalid"));
      ofUnknown.push(await timeOf(unknownKey, "consumer_key_unknown"));
      if (!isTurned) ofBad.push(await timeOf(badSignature, "signature_invalid"));
    }
    const [unknown, bad] = [ofUnknown.slice(WARM_UP), ofBad.slice(WARM_UP)];
    const byChance = Math.max(...[...differencesWithin(unknown), ...differencesWithin(bad)]);
    expect(Math.abs(median(unknown) - median(bad))).toBeLessThan(byChance);
  },
);

/** Creates a request with a signature of the right length for a different URL. */
async function signedElsewhere(consumerKey: string, signatureMethod: Method): Promise<RawRequest> {
  const credentials = { consumerKey, consumerSecret: "s3cret" };
  const signer = oauth1Signer(credentials, { signatureMethod: signing[signatureMethod], privateKey, now });
  const { headers } = await signer.sign(new Request("https://vendor.test/elsewhere"));
  return { method: "GET", url, headers: Object.fromEntries(headers) };
}

/** Measures a verification, in nanoseconds. */
async function timeOf(request: RawRequest, problem: string): Promise<number> {
  const started = process.hrtime.bigint();
  const error = await verifyRequest(request, given).catch((reason: unknown) => reason);
  const time = Number(process.hrtime.bigint() - started);
  // Without expect(…), which allocates so much that a garbage collection would affect the samples.
  if ((error as { problem?: string }).problem !== problem) throw error;
  return time;
}

/** Computes the differences between the medians of two halves, for many ways to split the samples. */
function differencesWithin(times: readonly number[]): number[] {
  const orders = fc.sample(fc.shuffledSubarray([...times], { minLength: times.length }), 100);
  const half = times.length / 2;
  return orders.map((order) => Math.abs(median(order.slice(0, half)) - median(order.slice(half))));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
