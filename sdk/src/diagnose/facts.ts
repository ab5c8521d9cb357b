import { createHash } from "node:crypto";
import { isMethodName } from "../oauth1/sign/index.js";
import type { SignatureCause, SignatureCauseCode } from "./cause.js";
import type { ExplainedRequest } from "./explained-request.js";

/** Time at which a request was signed, and its distance from now. */
export interface SignatureClock {
  /** `oauth_timestamp`, in seconds since 1970. */
  readonly timestamp: number;
  /** Current time on this machine's clock, in seconds since 1970. */
  readonly now: number;
  /** Age of the timestamp in seconds. Negative if it is in the future. */
  readonly age: number;
  /** True if the timestamp is within 300 seconds of now, which is the usual tolerance. */
  readonly isWithinTolerance: boolean;
}

/** Reads the timestamp of a request. Returns `undefined` if it is missing or malformed. */
export function readClock({ protocol }: ExplainedRequest, now: number): SignatureClock | undefined {
  const text = getProtocolValue(protocol, "oauth_timestamp");
  if (text === undefined || !/^[1-9][0-9]{0,10}$/.test(text)) return undefined;
  const seconds = Math.floor(now / 1000);
  const age = seconds - Number(text);
  return { timestamp: Number(text), now: seconds, age, isWithinTolerance: Math.abs(age) <= tolerance };
}

/** Usual tolerance of servers, in seconds. */
const tolerance = 300;

/** Finds problems of a request that do not depend on its signature, in the order in which a verifier checks them. */
export function collectFacts(request: ExplainedRequest, now: number): readonly SignatureCause[] {
  return checks
    .flatMap((check) => check(request, now))
    .map(([code, message, ours]): SignatureCause => {
      return { code, message, evidence: "fact", ...(ours === undefined ? {} : { ours }) };
    });
}

type Fact = readonly [code: SignatureCauseCode, message: string, ours?: string];

const required = ["oauth_consumer_key", "oauth_signature_method", "oauth_timestamp", "oauth_nonce"];

const checks: ReadonlyArray<(request: ExplainedRequest, now: number) => readonly Fact[]> = [
  ({ parts }) => {
    const places = new Set(parts.parameters.filter(({ name }) => name.startsWith("oauth_")).map(({ from }) => from));
    if (places.size < 2) return [];
    const message = "Protocol parameters are in two places. Put all of them into one (RFC 5849 section 3.5).";
    return [["two_placements", message, [...places].join(", ")]];
  },
  ({ protocol }) => {
    const repeated = new Set(protocol.map(([name]) => name).filter((name, index, all) => all.indexOf(name) !== index));
    return [...repeated].map((name): Fact => {
      return ["parameter_repeated", "A protocol parameter is repeated (RFC 5849 section 3.2).", name];
    });
  },
  ({ protocol }) =>
    required
      .filter((name) => !getProtocolValue(protocol, name))
      .map((name): Fact => {
        return ["parameter_absent", "A protocol parameter is missing or empty (RFC 5849 section 3.1).", name];
      }),
  ({ isSigned, found }) => {
    if (!isSigned || found) return [];
    return [["signature_absent", "The request has oauth_ parameters, but no oauth_signature."]];
  },
  ({ protocol }) => {
    const version = getProtocolValue(protocol, "oauth_version");
    if (version === undefined || version === "1.0") return [];
    return [["version_rejected", "oauth_version must be 1.0 if it is sent (RFC 5849 section 3.1).", version]];
  },
  ({ protocol }) => {
    const method = getProtocolValue(protocol, "oauth_signature_method");
    if (!method || isMethodName(method)) return [];
    const message = "The signature method is unknown. Names are case-sensitive. Both platforms accept HMAC-SHA1.";
    return [["signature_method_unknown", message, method]];
  },
  ({ protocol, source }) => {
    const key = getProtocolValue(protocol, "oauth_consumer_key");
    if (!key || key === source.credentials.consumerKey) return [];
    const message = "The request is signed with another consumer key than that of these credentials.";
    return [["consumer_key_differs", message, key]];
  },
  (request, now) => {
    const text = getProtocolValue(request.protocol, "oauth_timestamp");
    const clock = readClock(request, now);
    if (!text) return [];
    if (clock === undefined) {
      const message = "oauth_timestamp is not a number of seconds since 1970 (RFC 5849 section 3.3).";
      return [
        [
          "timestamp_malformed",
          /^\d{12,}$/.test(text) ? `${message} It appears to be in milliseconds.` : message,
          text,
        ],
      ];
    }
    if (clock.isWithinTolerance) return [];
    const side = clock.age > 0 ? "old" : "ahead of this clock";
    const message =
      `The timestamp is ${Math.abs(clock.age)} s ${side}; servers usually accept ${tolerance} s. Sign the request ` +
      "again, and compare the clocks of both machines.";
    return [["timestamp_outside", message, String(clock.timestamp)]];
  },
  ({ protocol, source, parts }) => {
    const hash = getProtocolValue(protocol, "oauth_body_hash");
    if (hash === undefined || source.otherBody === undefined) return [];
    const digest = createHash(parts.digest === "sha256" ? "sha256" : "sha1")
      .update(source.otherBody)
      .digest("base64");
    if (digest === hash) return [];
    return [
      [
        "body_hash_differs",
        "oauth_body_hash does not match the body: the body was changed or serialized again after signing.",
        hash,
      ],
    ];
  },
  ({ source }) => {
    if (!ENCODED_CALL.test(source.query)) return [];
    const message =
      "The parentheses in the query are encoded. This does not affect the signature, but the platform cannot " +
      "recognize the RQL operators: send ( and ) raw, and encode them only in values.";
    return [["parentheses_in_query", message]];
  },
  ({ source, protocol }) => {
    const { consumerSecret: secret } = source.credentials;
    const isShort = secret.length < 8; // may occur by chance
    const texts = [source.path, source.query, source.otherBody ?? "", ...protocol.map(([, value]) => value)];
    if (isShort || getProtocolValue(protocol, "oauth_signature_method") === "PLAINTEXT") return [];
    if (!texts.some((text) => text.includes(secret))) return [];
    return [
      ["secret_in_request", "The request contains the consumer secret, where others can read it. Change the secret."],
    ];
  },
];

/** RQL operator with an encoded parenthesis. */
const ENCODED_CALL =
  /(?:^|[&,(])(?:implementing|composing|eq|ne|gt|ge|lt|le|like|in|out|and|or|not|select|sort|limit|linkedWith)%28/i;

function getProtocolValue(protocol: ExplainedRequest["protocol"], wanted: string): string | undefined {
  return protocol.find(([name]) => name === wanted)?.[1];
}
