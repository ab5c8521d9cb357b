import { createHash } from "node:crypto";
import { isProtocolName, parsePairs } from "../oauth1/encoding/index.js";
import { parseParameters } from "./base-string-parts.js";
import type { Clues } from "./explained-request.js";
import type { Hypothesis } from "./hypothesis.js";
import { add, keep, remove } from "./parameter-edits.js";
import type { Parameter, SignatureParts } from "./signature-parts.js";

/** Hypotheses about the set of signed parameters (RFC 5849 section 3.4.1.3.1). */
export const parameterHypotheses: readonly Hypothesis[] = [
  {
    code: "valueless_dropped",
    component: "parameters",
    message:
      "Parameters without = are missing from the base string, as with signpost. Sign them as name= (RFC 5849 section " +
      "3.4.1.3.2). RQL calls are such parameters: a signer that drops them cannot sign RQL.",
    alter: (parts) => [keep(parts, ({ raw }) => raw === undefined || raw.includes("="))],
  },
  {
    code: "identical_collapsed",
    component: "parameters",
    message:
      "Identical pairs were signed once, as with Spring Security OAuth and signpost. Each must be signed (RFC 5849 " +
      "section 3.4.1.3.2). Avoid sending identical pairs.",
    alter: (parts) => [
      keep(
        parts,
        createFirstFilter(parts.parameters, ({ name, value }) => JSON.stringify([name, value])),
      ),
    ],
  },
  {
    code: "repeats_lost",
    component: "parameters",
    message: "Only one value of a repeated name was signed, or all as one: the query was converted to a plain object.",
    alter: (parts) => [
      keep(
        parts,
        createFirstFilter(parts.parameters, ({ name }) => name),
      ),
      keep(
        parts,
        createFirstFilter(parts.parameters.toReversed(), ({ name }) => name),
      ),
      joinRepeats(parts),
    ],
  },
  {
    code: "body_not_signed",
    component: "parameters",
    message:
      "The form body was not signed. Its parameters must be signed if its type is " +
      "application/x-www-form-urlencoded (RFC 5849 section 3.4.1.3.1). A body parser may have consumed it before " +
      "the verifier.",
    alter: (parts) => [keep(parts, ({ from, name }) => from !== "body" || isProtocolName(name))],
  },
  {
    code: "body_signed",
    component: "parameters",
    message:
      "The body was signed, but it is not a form. OAuth 1.0a covers only form bodies (RFC 5849 section 3.4.1.3.1).",
    alter: (parts, { source: { otherBody } }) =>
      otherBody === undefined ? [] : readBody(otherBody).map((pairs) => add(parts, pairs)),
  },
  {
    code: "body_hash_differs",
    component: "parameters",
    message:
      "Only one side signed oauth_body_hash. It is an extension: if it is sent, sign it like any parameter; if it " +
      "is not sent, do not sign it.",
    alter: (parts, { source: { otherBody } }) => {
      const hash = (digest: string): string =>
        createHash(digest)
          .update(otherBody ?? "")
          .digest("base64");
      return [
        remove(parts, "oauth_body_hash"),
        ...["sha1", "sha256"].map((digest) => add(parts, [["oauth_body_hash", hash(digest)]])),
      ];
    },
  },
  {
    code: "query_not_signed",
    component: "parameters",
    message: "The query was not signed. Every signature must cover its parameters (RFC 5849 section 3.4.1.3.1).",
    alter: (parts) => [keep(parts, ({ from, name }) => from !== "query" || isProtocolName(name))],
  },
  {
    code: "realm_signed",
    component: "parameters",
    message: "The realm was signed. It is not part of the base string (RFC 5849 section 3.4.1.3.1).",
    alter: (parts, clues) => addTheirs(parts, clues, "realm", [clues.source.realm, ""]),
  },
  {
    code: "signature_signed",
    component: "parameters",
    message: "oauth_signature itself was signed. It is not part of the base string (RFC 5849 section 3.4.1.3.1).",
    alter: (parts, clues) => addTheirs(parts, clues, "oauth_signature", ["", clues.found]),
  },
  {
    code: "empty_token_differs",
    component: "parameters",
    message: "Only one side signed an empty oauth_token. Sign it if it is sent, and only then.",
    alter: (parts) => [remove(parts, "oauth_token"), add(parts, [["oauth_token", ""]])],
  },
  {
    code: "version_differs",
    component: "parameters",
    message: "Only one side signed oauth_version. Sign it if it is sent, and only then.",
    alter: (parts) => [remove(parts, "oauth_version"), add(parts, [["oauth_version", "1.0"]])],
  },
  {
    code: "consumer_key_differs",
    component: "parameters",
    message: "The signed consumer key is not the one sent: one side has the key of another integration.",
    alter: (parts, { source: { credentials } }) => {
      const rest = remove(parts, "oauth_consumer_key");
      return [credentials.consumerKey, credentials.consumerKey.trim(), ""].map((key) =>
        add(rest, [["oauth_consumer_key", key]]),
      );
    },
  },
  {
    code: "parameter_added",
    component: "parameters",
    message:
      "The other side did not sign a parameter of this request: it was added after signing, for example by " +
      "tracking or a gateway, or dropped before verification. Do not add anything to a signed request, or remove " +
      "anything from it.",
    alter: (parts) => [
      ...(parts.parameters.length > mostTried ? [] : parts.parameters).map((removed) =>
        keep(parts, (parameter) => parameter !== removed),
      ),
      keep(parts, ({ name }) => !TRACKING.test(name)),
    ],
  },
];

/** Maximum number of parameters that are removed one by one. A base string of the other side has no such limit. */
const mostTried = 200;

const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|_ga|_gl|mc_[ce]id)$/;

/** Adds a parameter that must not be signed, with the value in their base string or with likely values. */
function addTheirs(
  parts: SignatureParts,
  { theirs }: Clues,
  name: string,
  values: ReadonlyArray<string | undefined>,
): readonly SignatureParts[] {
  const known = theirs === undefined ? [] : parseParameters(theirs.parameters);
  const signed = known.filter(([known]) => known === name).map(([, value]) => value);
  return [...signed, ...values].flatMap((value) => (value === undefined ? [] : [add(parts, [[name, value]])]));
}

/** Creates a filter for the first parameter with each key, in linear time. */
function createFirstFilter(
  parameters: readonly Parameter[],
  getKey: (parameter: Parameter) => string,
): (one: Parameter) => boolean {
  const kept = new Map<string, Parameter>();
  for (const parameter of parameters) if (!kept.has(getKey(parameter))) kept.set(getKey(parameter), parameter);
  const isFirst = new Set(kept.values());
  return (parameter) => isFirst.has(parameter);
}

/** Joins repeated values with commas, as Express and others do when they convert a list to text. */
function joinRepeats(parts: SignatureParts): SignatureParts {
  const values = new Map<string, string[]>();
  for (const { name, value } of parts.parameters) {
    const list = values.get(name);
    if (list) list.push(value);
    else values.set(name, [value]);
  }
  const parameters = [...values].map(([name, list]): Parameter => ({ name, value: list.join(","), from: "query" }));
  return { ...parts, parameters };
}

/** Reads a body as a wrong signer may: as a form, as one name, or as the properties of a JSON object. */
function readBody(body: string): ReadonlyArray<ReadonlyArray<readonly [string, string]>> {
  return [readForm(body), [[body, ""]], readProperties(body)];
}

function readForm(body: string): ReadonlyArray<readonly [string, string]> {
  try {
    return parsePairs(body);
  } catch {
    return [];
  }
}

function readProperties(body: string): ReadonlyArray<readonly [string, string]> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).map(([name, property]) => [name, formatValue(property)]);
  } catch {
    return [];
  }
}

function formatValue(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
