/**
 * What one signature costs: a URL in, everything that must be sent with it out (nonce, timestamp, base string, HMAC,
 * text of the parameters). Each candidate in turn in every round, in one process: only ratios count.
 *
 * Run:    npm run bench -- sign [rounds]         (15 rounds unless told otherwise; build first)
 * Prints: a line per candidate: CPU microseconds for a signature, median of the rounds, and the ratios to the bare HMAC
 *         of the same base string, to oauth-sign, which is given pairs and base URI ready made, and to oauth-1.0a.
 *
 * Held to the bar, which is at most 1.3 times oauth-sign and less than oauth-1.0a, are the two of ours that do the same
 * work as those: `signUrl`, and a signer on a Request that is there. A call makes its Request as well, as it would
 * without a signature: of that line, what a bare Request takes is no cost of signing.
 */
import { createHmac, createSecretKey, randomUUID } from "node:crypto";
import { oauth1Signer, signatureBaseString, signUrl } from "apsdirect/oauth1";
import OAuth from "oauth-1.0a";
import { hmacsign, rfc3986 } from "oauth-sign";

const rounds = Number(process.argv[2] ?? 15);
const credentials = { consumerKey: "8d4e0c1f7b6a", consumerSecret: "kd94hf93k423kf44" };
const secret = createSecretKey(`${credentials.consumerSecret}&`, "utf8");

const cases = {
  "no query": "https://cp.provider.example/aps/2/resources/3f5a9c0e-1d2b-4c8a-9f7e-6b5d4c3a2b1f",
  "an RQL query":
    "https://cp.provider.example/aps/2/collections/accounts?eq(type,CLIENT),like(companyName,Fab%20*)," +
    "select(aps.id,companyName),sort(-aps.modified),limit(0,100)",
  "six parameters":
    "https://cp.provider.example/api/report?from=2026-01-01&to=2026-06-30&currency=EUR&state=open&page=3&q=a%20b%26c",
};

const table = {};
for (const [name, url] of Object.entries(cases)) {
  const candidates = candidatesFor(url);
  const times = new Map(Object.keys(candidates).map((candidate) => [candidate, []]));
  for (const run of Object.values(candidates)) await microseconds(run, 300);
  for (let round = 0; round < rounds; round++) {
    for (const [candidate, run] of Object.entries(candidates)) {
      times.get(candidate).push(await microseconds(run, 100));
    }
  }
  for (const [candidate, own] of times) {
    table[`${name}: ${candidate}`] = {
      "CPU µs": median(own),
      ...Object.fromEntries(
        ["bare HMAC", "oauth-sign", "oauth-1.0a"].map((other) => {
          return [`to ${other}`, median(own.map((time, round) => time / times.get(other)[round]))];
        }),
      ),
    };
  }
}
console.table(table);

function candidatesFor(url) {
  const [uri, query = ""] = url.split("?", 2);
  const ready = Object.fromEntries(
    query
      .split("&")
      .filter((part) => part !== "")
      .map((part) => part.split("="))
      .map(([key, value = ""]) => [decodeURIComponent(key), decodeURIComponent(value)]),
  );
  const text = signatureBaseString({ method: "GET", url, oauth: Object.entries(protocol()) });
  const peer = new OAuth({
    consumer: { key: credentials.consumerKey, secret: credentials.consumerSecret },
    signature_method: "HMAC-SHA1",
    hash_function: (base, key) => createHmac("sha1", key).update(base).digest("base64"),
  });
  const signer = oauth1Signer(credentials);
  const request = new Request(url);
  return {
    "bare HMAC": () => createHmac("sha1", secret).update(text).digest("base64"),
    "oauth-sign": () => {
      const oauth = protocol();
      const signature = hmacsign("GET", uri, { ...ready, ...oauth }, credentials.consumerSecret, "");
      return headerOf({ ...oauth, oauth_signature: signature });
    },
    "oauth-1.0a": () => peer.toHeader(peer.authorize({ url, method: "GET" })).Authorization,
    "apsdirect: signUrl": () => signUrl(url, credentials),
    "apsdirect: a signer": () => signer.sign(request, true), // which replaces what it put there before
    "apsdirect: a signer, with its Request": () => signer.sign(new Request(url), true),
    "a bare Request": () => new Request(url),
  };
}

function protocol() {
  return {
    oauth_consumer_key: credentials.consumerKey,
    oauth_nonce: randomUUID(),
    oauth_signature_method: "HMAC-SHA1",
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_version: "1.0",
  };
}

function headerOf(parameters) {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}="${rfc3986(value)}"`);
  return `OAuth ${pairs.join(", ")}`;
}

/** CPU time of one call, over some milliseconds. */
async function microseconds(run, milliseconds) {
  const end = performance.now() + milliseconds;
  const before = process.cpuUsage();
  let count = 0;
  while (performance.now() < end) {
    for (let index = 0; index < 50; index++) {
      const result = run();
      if (result instanceof Promise) await result;
    }
    count += 50;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const value = sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
  return Number(value.toFixed(2));
}
