import { percentDecode, percentEncode } from "../oauth1/encoding/index.js";
import type { Hypothesis } from "./hypothesis.js";
import { everywhere, respell, revalue, splitRaw } from "./parameter-edits.js";
import { compare, type EncodedParameter, type Spelling } from "./signature-parts.js";

/** How parameters are read, encoded and sorted (RFC 5849 sections 3.4.1.3.1 and 3.4.1.3.2). */
export const encodingHypotheses: readonly Hypothesis[] = [
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
    code: "valueless_without_equals",
    component: "parameters",
    message:
      "A parameter without a value was signed without its =. It is signed as name= (RFC 5849 section 3.4.1.3.2).",
    alter: (parts) => [
      { ...parts, spelling: { ...parts.spelling, join: (name, value) => (value === "" ? name : `${name}=${value}`) } },
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
];

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
