import { createHash } from "node:crypto";
import { isProtocolName, parsePairs } from "../oauth1/encoding/index.js";
import { parseParameters } from "./base-string-parts.js";
import type { Clues } from "./explained-request.js";
import type { Hypothesis } from "./hypothesis.js";
import { add, keep, without } from "./parameter-edits.js";
import type { Parameter, SignatureParts } from "./signature-parts.js";

/** Which parameters are signed (RFC 5849 section 3.4.1.3.1). */
export const parameterHypotheses: readonly Hypothesis[] = [
  {
    code: "valueless_dropped",
    component: "parameters",
    message:
      "Parameters without = were left out of the base string, as signpost does. They are signed as name= (RFC 5849 " +
      "section 3.4.1.3.2). RQL calls are such parameters: no signer that drops them can sign RQL.",
    alter: (parts) => [keep(parts, ({ raw }) => raw === undefined || raw.includes("="))],
  },
  {
    code: "identical_collapsed",
    component: "parameters",
    message:
      "Identical pairs were signed once, as Spring Security OAuth and signpost do. Each is signed (RFC 5849 section " +
      "3.4.1.3.2), so send none twice.",
    alter: (parts) => [
      keep(
        parts,
        firsts(parts.parameters, ({ name, value }) => JSON.stringify([name, value])),
      ),
    ],
  },
  {
    code: "repeats_lost",
    component: "parameters",
    message: "Of a repeated name only one value was signed, or all in one: a plain object was made of the query.",
    alter: (parts) => [
      keep(
        parts,
        firsts(parts.parameters, ({ name }) => name),
      ),
      keep(
        parts,
        firsts(parts.parameters.toReversed(), ({ name }) => name),
      ),
      joinRepeats(parts),
    ],
  },
  {
    code: "body_not_signed",
    component: "parameters",
    message:
      "The form body was not signed. Its parameters are, where its type is application/x-www-form-urlencoded (RFC 5849 " +
      "section 3.4.1.3.1); a body parser may have consumed it before the verifier saw it.",
    alter: (parts) => [keep(parts, ({ from, name }) => from !== "body" || isProtocolName(name))],
  },
  {
    code: "body_signed",
    component: "parameters",
    message:
      "The body was signed, and it is no form. OAuth 1.0a covers form bodies alone (RFC 5849 section 3.4.1.3.1).",
    alter: (parts, { source: { otherBody } }) =>
      otherBody === undefined ? [] : bodyReadings(otherBody).map((added) => add(parts, added)),
  },
  {
    code: "body_hash_differs",
    component: "parameters",
    message:
      "oauth_body_hash was signed by one side and not by the other. It is an extension; if it is sent, it is signed like " +
      "any parameter, and if it is not sent, it is not signed.",
    alter: (parts, { source: { otherBody } }) => {
      const hash = (digest: string): string =>
        createHash(digest)
          .update(otherBody ?? "")
          .digest("base64");
      return [
        without(parts, "oauth_body_hash"),
        ...["sha1", "sha256"].map((digest) => add(parts, [["oauth_body_hash", hash(digest)]])),
      ];
    },
  },
  {
    code: "query_not_signed",
    component: "parameters",
    message: "The query was not signed. Its parameters are part of every signature (RFC 5849 section 3.4.1.3.1).",
    alter: (parts) => [keep(parts, ({ from, name }) => from !== "query" || isProtocolName(name))],
  },
  {
    code: "realm_signed",
    component: "parameters",
    message: "The realm was signed. It is left out of the base string (RFC 5849 section 3.4.1.3.1).",
    alter: (parts, clues) => addTheirs(parts, clues, "realm", [clues.source.realm, ""]),
  },
  {
    code: "signature_signed",
    component: "parameters",
    message: "oauth_signature was part of what was signed. It is left out (RFC 5849 section 3.4.1.3.1).",
    alter: (parts, clues) => addTheirs(parts, clues, "oauth_signature", ["", clues.found]),
  },
  {
    code: "empty_token_differs",
    component: "parameters",
    message: "An empty oauth_token was signed by one side only. It is signed exactly where it is sent.",
    alter: (parts) => [without(parts, "oauth_token"), add(parts, [["oauth_token", ""]])],
  },
  {
    code: "version_differs",
    component: "parameters",
    message: "oauth_version was signed by one side only. It is signed exactly where it is sent.",
    alter: (parts) => [without(parts, "oauth_version"), add(parts, [["oauth_version", "1.0"]])],
  },
  {
    code: "consumer_key_differs",
    component: "parameters",
    message: "Another consumer key was signed than is sent: one side has the key of another integration.",
    alter: (parts, { source: { credentials } }) => {
      const rest = without(parts, "oauth_consumer_key");
      return [credentials.consumerKey, credentials.consumerKey.trim(), ""].map((key) =>
        add(rest, [["oauth_consumer_key", key]]),
      );
    },
  },
  {
    code: "parameter_added",
    component: "parameters",
    message:
      "The other side did not sign a parameter of this request: it was added after signing (a tracking tag, a gateway's " +
      "own), or dropped before verification. Nothing may be added to a signed request, or taken away.",
    alter: (parts) => [
      ...(parts.parameters.length > mostTried ? [] : parts.parameters).map((dropped) =>
        keep(parts, (parameter) => parameter !== dropped),
      ),
      keep(parts, ({ name }) => !TRACKING.test(name)),
    ],
  },
];

/** Of up to so many parameters, each is tried. A base string of the other side tells of any number. */
const mostTried = 200;

const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|_ga|_gl|mc_[ce]id)$/;

/** Adds what should not be signed: with the value of their base string, or with those that come to mind. */
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

/** Whether a parameter is the first of its kind, in one pass. */
function firsts(
  parameters: readonly Parameter[],
  kindOf: (parameter: Parameter) => string,
): (one: Parameter) => boolean {
  const kept = new Map<string, Parameter>();
  for (const parameter of parameters) if (!kept.has(kindOf(parameter))) kept.set(kindOf(parameter), parameter);
  const isFirst = new Set(kept.values());
  return (parameter) => isFirst.has(parameter);
}

/** As Express and others spell a list when it becomes a text. */
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

/** A body as a signer may wrongly read it: as a form, as one name, or as the properties of a JSON object. */
function bodyReadings(body: string): ReadonlyArray<ReadonlyArray<readonly [string, string]>> {
  return [asForm(body), [[body, ""]], asProperties(body)];
}

function asForm(body: string): ReadonlyArray<readonly [string, string]> {
  try {
    return parsePairs(body);
  } catch {
    return [];
  }
}

function asProperties(body: string): ReadonlyArray<readonly [string, string]> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).map(([name, property]) => [name, textOf(property)]);
  } catch {
    return [];
  }
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
