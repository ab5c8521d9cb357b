import { createHash } from "node:crypto";
import { isProtocolName, parsePairs } from "../form-pairs.js";
import { percentDecode, percentEncode } from "../percent-encoding.js";
import { parseParameters } from "./base-string-parts.js";
import type { Clues } from "./explained-request.js";
import type { Hypothesis } from "./hypothesis.js";
import {
  compare,
  type EncodedParameter,
  type Parameter,
  type SignatureParts,
  type Spelling,
} from "./signature-parts.js";

/** Which parameters are signed, how they are read, encoded and sorted (RFC 5849 section 3.4.1.3). */
export const parameterHypotheses: readonly Hypothesis[] = [
  {
    code: "plus_for_space",
    component: "parameters",
    message:
      "A plus sign and a space were mixed up. In a query + is a space, and is signed as %20; a plus sign is sent as %2B " +
      "(RFC 5849 section 3.4.1.3.1). Send %20 for a space, and nobody can disagree.",
    alter: (parts) => [
      respell(parts, ({ raw }) => splitRaw(raw, percentDecode)),
      revalue(parts, (text) => text.replaceAll("+", " ")),
      { ...parts, spelling: { ...parts.spelling, encodeParameter: formEncode } },
    ],
  },
  {
    code: "parentheses_encoded",
    component: "parameters",
    message:
      "Parentheses were signed as %28 and %29. They are structure in RQL and go over the wire raw; a signature does not " +
      "tell the difference as long as both sides decode the query once before they sign it.",
    alter: (parts) => [revalue(parts, (text) => text.replaceAll("(", "%28").replaceAll(")", "%29"))],
  },
  {
    code: "double_encoding",
    component: "parameters",
    message:
      "Parameters are encoded once more on one side than on the other. They are decoded once before they are encoded for " +
      "the base string (RFC 5849 section 3.4.1.3.1), so that %20 enters as %2520 and not as %252520. A proxy may encode " +
      "them again, a framework decode them before the verifier does: give that the raw target.",
    alter: (parts) => [
      respell(parts, ({ raw }) => splitRaw(raw, (text) => text)),
      respell(parts, ({ raw, value }) => [splitRaw(raw, (text) => text)?.[0] ?? "", value]),
      respell(parts, ({ raw, name }) => [name, splitRaw(raw, (text) => text)?.[1] ?? ""]),
      revalue(parts, percentEncode),
      respell(parts, ({ name, value }) => [name, percentEncode(value)]),
      respell(parts, ({ name, value }) => [percentEncode(name), value]),
      everywhere(parts, percentEncode),
      revalue(parts, decodedAgain),
      everywhere(parts, decodedAgain),
    ],
  },
  {
    code: "encoding_differs",
    component: "parameters",
    message:
      "Another set of characters was encoded. All but A-Z a-z 0-9 - . _ ~ is, as %XX in upper case (RFC 5849 section " +
      "3.6): encodeURIComponent leaves ! ' ( ) * raw, and Java's URLEncoder encodes ~ and leaves *.",
    alter: (parts) =>
      [encodeURIComponent, javaEncode, lowerCaseEscapes].flatMap((encode) => [
        { ...parts, spelling: { ...parts.spelling, encodeParameter: encode } },
        { ...parts, spelling: { ...parts.spelling, encodePart: encode } },
        { ...parts, spelling: { ...parts.spelling, encodeParameter: encode, encodePart: encode } },
      ]),
  },
  {
    code: "valueless_dropped",
    component: "parameters",
    message:
      "Parameters without = were left out of the base string, as signpost does. They are signed as name= (RFC 5849 " +
      "section 3.4.1.3.2). RQL calls are such parameters: no signer that drops them can sign RQL.",
    alter: (parts) => [keep(parts, ({ raw }) => raw === undefined || raw.includes("="))],
  },
  {
    code: "valueless_without_equals",
    component: "parameters",
    message:
      "A parameter without a value was signed without its =. It is signed as name= (RFC 5849 section 3.4.1.3.2).",
    alter: (parts) => [
      { ...parts, spelling: { ...parts.spelling, join: (name, value) => (value === "" ? name : `${name}=${value}`) } },
    ],
  },
  {
    code: "identical_collapsed",
    component: "parameters",
    message:
      "Identical pairs were signed once, as Spring Security OAuth and signpost do. Each is signed (RFC 5849 section " +
      "3.4.1.3.2), so send none twice.",
    alter: (parts) => [
      keep(parts, (parameter, index) => parts.parameters.findIndex((other) => isSame(other, parameter)) === index),
    ],
  },
  {
    code: "repeats_lost",
    component: "parameters",
    message: "Of a repeated name only one value was signed, or all in one: a plain object was made of the query.",
    alter: (parts) => [
      keep(parts, ({ name }, index) => parts.parameters.findIndex((other) => other.name === name) === index),
      keep(parts, ({ name }, index) => parts.parameters.findLastIndex((other) => other.name === name) === index),
      joinRepeats(parts),
    ],
  },
  {
    code: "order_differs",
    component: "parameters",
    message:
      "Parameters were sorted otherwise. They are sorted by encoded name, then by encoded value, byte by byte (RFC 5849 " +
      "section 3.4.1.3.2): not before they are encoded, not as name=value, not by locale, and never left as sent.",
    alter: (parts) => orders.map((order) => ({ ...parts, spelling: { ...parts.spelling, order } })),
  },
  {
    code: "value_cut",
    component: "parameters",
    message: "A value was cut at an equals sign in it. Only the first = of a part separates: a=b=c is a with b=c.",
    alter: (parts) => [respell(parts, ({ name, value }) => [name, value.split("=", 1)[0] ?? ""])],
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
      ...parts.parameters.slice(0, mostDropped).map((dropped) => keep(parts, (parameter) => parameter !== dropped)),
      keep(parts, ({ name }) => !TRACKING.test(name)),
    ],
  },
];

/** Of so many parameters, each is tried. A base string of the other side tells of all. */
const mostDropped = 200;

const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|_ga|_gl|mc_[ce]id)$/;

/** A query as it is, and the ways in which it is wrongly sorted. */
const orders: ReadonlyArray<Spelling["order"]> = [
  (parameters) => parameters,
  (parameters) => parameters.toSorted((a, b) => compare(a.name, b.name)),
  (parameters) => parameters.toSorted((a, b) => compare(`${a.name}=${a.value}`, `${b.name}=${b.value}`)),
  (parameters) => parameters.toSorted(byDecoded),
  (parameters) => parameters.toSorted((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase())),
  (parameters) => parameters.toSorted((a, b) => a.name.localeCompare(b.name, "en") || compare(a.value, b.value)),
];

function byDecoded({ parameter: a }: EncodedParameter, { parameter: b }: EncodedParameter): number {
  return compare(a.name, b.name) || compare(a.value, b.value);
}

/** Reads name and value of the parameters of query and body anew; those of the protocol stay. */
function respell(
  parts: SignatureParts,
  read: (parameter: Parameter) => readonly [name: string, value: string] | undefined,
): SignatureParts {
  const parameters = parts.parameters.map((parameter) => {
    const [name, value] = (isProtocolName(parameter.name) ? undefined : read(parameter)) ?? [
      parameter.name,
      parameter.value,
    ];
    return { ...parameter, name, value };
  });
  return { ...parts, parameters };
}

function revalue(parts: SignatureParts, spell: (text: string) => string): SignatureParts {
  return respell(parts, ({ name, value }) => [spell(name), spell(value)]);
}

/** Those of the protocol, too. */
function everywhere(parts: SignatureParts, spell: (text: string) => string): SignatureParts {
  return {
    ...parts,
    parameters: parts.parameters.map((parameter) => ({ ...parameter, value: spell(parameter.value) })),
  };
}

function splitRaw(raw: string | undefined, read: (text: string) => string): readonly [string, string] | undefined {
  if (raw === undefined) return undefined;
  const equals = raw.indexOf("=");
  return equals < 0 ? [read(raw), ""] : [read(raw.slice(0, equals)), read(raw.slice(equals + 1))];
}

function keep(parts: SignatureParts, isKept: (parameter: Parameter, index: number) => boolean): SignatureParts {
  return { ...parts, parameters: parts.parameters.filter(isKept) };
}

function without(parts: SignatureParts, name: string): SignatureParts {
  return keep(parts, (parameter) => parameter.name !== name);
}

function add(parts: SignatureParts, pairs: ReadonlyArray<readonly [string, string]>): SignatureParts {
  const added = pairs.map(([name, value]): Parameter => ({ name, value, from: "header" }));
  return { ...parts, parameters: [...parts.parameters, ...added] };
}

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

function isSame(a: Parameter, b: Parameter): boolean {
  return a.name === b.name && a.value === b.value;
}

/** As Express and others spell a list when it becomes a text. */
function joinRepeats(parts: SignatureParts): SignatureParts {
  const names = [...new Set(parts.parameters.map(({ name }) => name))];
  const parameters = names.map((name): Parameter => {
    const values = parts.parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);
    return { name, value: values.join(","), from: "query" };
  });
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

function decodedAgain(text: string): string {
  try {
    return percentDecode(text);
  } catch {
    return text;
  }
}

/** As `URLSearchParams` and PHP's `urlencode` write a space. */
function formEncode(text: string): string {
  return percentEncode(text).replaceAll("%20", "+");
}

/** `java.net.URLEncoder`. */
function javaEncode(text: string): string {
  return formEncode(text).replaceAll("~", "%7E").replaceAll("%2A", "*");
}

function lowerCaseEscapes(text: string): string {
  return percentEncode(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
