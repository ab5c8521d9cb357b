import { explainSignature, type SignatureExplanation } from "apsdirect/oauth1";
import type { SandboxCredentials } from "../credentials.js";
import type { RecordedRequest } from "../recorded-requests.js";
import { baseUrlUsed } from "../signature-verdict.js";
import { compareBaseStrings } from "./compare-base-strings.js";
import type { InspectedPlatform } from "./inspected-sandbox.js";
import type { RequestDetail, RequestSummary, SignatureReading } from "./page/api-types.js";
import { createRedactor, removeSignature, removeSignatureFromTarget } from "./redaction.js";
import { parseRql } from "./rql-tree.js";

/** Summary of a request for the list. */
export function summarizeRequest(request: RecordedRequest): RequestSummary {
  const { number, receivedAt, platform, method, target, status, faults, signature } = request;
  return {
    number,
    receivedAt,
    platform,
    method,
    target: removeSignatureFromTarget(target),
    status,
    faults,
    verdict: signature,
  };
}

/** Details of a request. Explains its signature with the clock set to the time of arrival. */
export function describeRequest(request: RecordedRequest, platform: InspectedPlatform): RequestDetail {
  const explanation = explain(request, platform);
  const { headers, body, target } = removeSignature(request);
  const at = target.indexOf("?");
  const query = at === -1 ? "" : target.slice(at + 1);
  const rql = isListOfResources(request) ? parseRql(query) : undefined;
  const detail = {
    ...summarizeRequest(request),
    headers,
    body,
    rql,
    parameters: rql === undefined ? [...new URLSearchParams(query)] : [],
    signature: typeof explanation === "string" ? { problem: explanation } : signatureReading(explanation),
  };
  // A signature may itself have been signed, and then appears in the base string as well.
  return createRedactor(typeof explanation === "string" ? [] : [explanation.found ?? ""])(detail);
}

/** Returns true for requests whose query may be RQL. Only lists of the bus use RQL. */
function isListOfResources({ platform, method }: RecordedRequest): boolean {
  return platform === "aps" && method === "GET";
}

/** Explanation of the signature, or the reason why there is none. */
function explain(request: RecordedRequest, platform: InspectedPlatform): SignatureExplanation | string {
  const { method, target, headers, body, receivedAt } = request;
  try {
    return explainSignature({ method, url: target, headers, body }, findCredentials(request, platform), {
      publicUrl: baseUrlUsed(headers, platform.baseUrl),
      now: () => receivedAt,
    });
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

/** Credentials that a request names. For an unknown key, the platform's first. */
function findCredentials(
  { target, headers }: RecordedRequest,
  { keys, credentials }: InspectedPlatform,
): SandboxCredentials {
  const texts = [target, ...headers.map(([, value]) => value)];
  return (
    keys.find(({ consumerKey }) => texts.some((text) => text.includes(encodeURIComponent(consumerKey)))) ?? credentials
  );
}

function signatureReading(explanation: SignatureExplanation): SignatureReading {
  const { verdict, signatureMethod, causes, baseString, theirBaseString } = explanation;
  const clientBaseString = verdict === "right" ? baseString : theirBaseString;
  return {
    verdict,
    signatureMethod,
    causes: causes.map(({ code, message, evidence, ours, theirs }) => {
      return { code, message, evidence, sandbox: ours, client: theirs };
    }),
    baseString,
    clientBaseString,
    parts: compareBaseStrings(baseString, clientBaseString),
  };
}
