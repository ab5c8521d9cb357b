import { percentDecode, percentEncode } from "../oauth1/encoding/index.js";
import type { Hypothesis } from "./hypothesis.js";
import { respell, revalue, revalueAll, splitRaw } from "./parameter-edits.js";
import { compare, type EncodedParameter, type Spelling } from "./signature-parts.js";

/** Hypotheses about reading, encoding and sorting parameters (RFC 5849 sections 3.4.1.3.1 and 3.4.1.3.2). */
export const encodingHypotheses: readonly Hypothesis[] = [
  {
    code: "plus_for_space",
    component: "parameters",
    message:
      "A plus sign and a space were confused. In a query, + is a space and is signed as %20; a plus sign is sent " +
      "as %2B (RFC 5849 section 3.4.1.3.1). Send spaces as %20, which is never ambiguous.",
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
      "Parentheses were signed as if they were the text %28 and %29. RQL needs them raw in the URL. The signature " +
      "is the same for both forms if both sides decode the query once before signing.",
    alter: (parts) => [revalue(parts, (text) => text.replaceAll("(", "%28").replaceAll(")", "%29"))],
  },
  {
    code: "double_encoding",
    component: "parameters",
    message:
      "One side encoded the parameters once more than the other. Decode them once before encoding them for the " +
      "base string (RFC 5849 section 3.4.1.3.1), so that %20 becomes %2520 and not %252520. A proxy may encode " +
      "them again, and a framework may decode them before the verifier does: pass the raw request target to the " +
      "verifier.",
    alter: (parts) => [
      respell(parts, ({ raw }) => splitRaw(raw, (text) => text)),
      respell(parts, ({ raw, value }) => [splitRaw(raw, (text) => text)?.[0] ?? "", value]),
      respell(parts, ({ raw, name }) => [name, splitRaw(raw, (text) => text)?.[1] ?? ""]),
      revalue(parts, percentEncode),
      respell(parts, ({ name, value }) => [name, percentEncode(value)]),
      respell(parts, ({ name, value }) => [percentEncode(name), value]),
      revalueAll(parts, percentEncode),
      revalue(parts, decodeAgain),
      revalueAll(parts, decodeAgain),
    ],
  },
  {
    code: "encoding_differs",
    component: "parameters",
    message:
      "The two sides encoded different characters. Encode all except A-Z a-z 0-9 - . _ ~, as %XX in upper case (RFC " +
      "5849 section 3.6). encodeURIComponent does not encode ! ' ( ) *, and Java's URLEncoder encodes ~ but not *.",
    alter: (parts) =>
      [encodeURIComponent, javaEncode, encodeInLowerCase].flatMap((encode) => [
        { ...parts, spelling: { ...parts.spelling, encodeParameter: encode } },
        { ...parts, spelling: { ...parts.spelling, encodePart: encode } },
        { ...parts, spelling: { ...parts.spelling, encodeParameter: encode, encodePart: encode } },
      ]),
  },
  {
    code: "valueless_without_equals",
    component: "parameters",
    message: "A parameter without a value was signed without its =. Sign it as name= (RFC 5849 section 3.4.1.3.2).",
    alter: (parts) => [
      { ...parts, spelling: { ...parts.spelling, join: (name, value) => (value === "" ? name : `${name}=${value}`) } },
    ],
  },
  {
    code: "order_differs",
    component: "parameters",
    message:
      "Parameters were sorted in another order. Sort them by encoded name, then by encoded value, byte by byte " +
      "(RFC 5849 section 3.4.1.3.2): not before encoding, not as name=value, not by locale, and not in the order " +
      "sent.",
    alter: (parts) => orders.map((order) => ({ ...parts, spelling: { ...parts.spelling, order } })),
  },
  {
    code: "value_cut",
    component: "parameters",
    message:
      "A value was cut off at an equals sign. Only the first = is a separator: a=b=c is the name a with the value b=c.",
    alter: (parts) => [respell(parts, ({ name, value }) => [name, value.split("=", 1)[0] ?? ""])],
  },
];

/** Wrong orders of parameters, starting with the order in the query. */
const orders: ReadonlyArray<Spelling["order"]> = [
  (parameters) => parameters,
  (parameters) => parameters.toSorted((a, b) => compare(a.name, b.name)),
  (parameters) => parameters.toSorted((a, b) => compare(`${a.name}=${a.value}`, `${b.name}=${b.value}`)),
  (parameters) => parameters.toSorted(compareDecoded),
  (parameters) => parameters.toSorted((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase())),
  (parameters) => parameters.toSorted((a, b) => a.name.localeCompare(b.name, "en") || compare(a.value, b.value)),
];

function compareDecoded({ parameter: a }: EncodedParameter, { parameter: b }: EncodedParameter): number {
  return compare(a.name, b.name) || compare(a.value, b.value);
}

function decodeAgain(text: string): string {
  try {
    return percentDecode(text);
  } catch {
    return text;
  }
}

/** Encodes a space as `+`, as `URLSearchParams` and PHP's `urlencode` do. */
function formEncode(text: string): string {
  return percentEncode(text).replaceAll("%20", "+");
}

/** Encodes like `java.net.URLEncoder`. */
function javaEncode(text: string): string {
  return formEncode(text).replaceAll("~", "%7E").replaceAll("%2A", "*");
}

function encodeInLowerCase(text: string): string {
  return percentEncode(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}
