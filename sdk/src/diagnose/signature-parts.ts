import { createHmac } from "node:crypto";
import { type Placement, percentEncode } from "../oauth1/encoding/index.js";

/** Inputs of a signature, any of which may differ on the other side. Contains the key, so never show it. */
export interface SignatureParts {
  /** Signed method, in upper case according to RFC 5849. */
  readonly method: string;
  /** Scheme without the colon. */
  readonly scheme: string;
  readonly host: string;
  /** Port with its colon, or empty. */
  readonly port: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly spelling: Spelling;
  readonly key: string;
  readonly digest: Digest;
}

/** Signed parameter, decoded. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly from: Placement;
  /** Original text between two `&`. Header parameters have none. */
  readonly raw?: string | undefined;
}

/** Algorithm that computes the signature from the base string and the key. With PLAINTEXT, it is the key itself. */
export type Digest = "sha1" | "sha256" | "sha512" | "plaintext";

/** Functions that convert parts to text. */
export interface Spelling {
  /** Encodes a name or value (RFC 5849 section 3.4.1.3.2). */
  readonly encodeParameter: (text: string) => string;
  /** Encodes one of the three parts of the base string (section 3.4.1.1). */
  readonly encodePart: (text: string) => string;
  readonly join: (name: string, value: string) => string;
  readonly order: (parameters: readonly EncodedParameter[]) => readonly EncodedParameter[];
  /** Converts the Base64 signature to its final form. */
  readonly signature: (base64: string) => string;
}

/** Parameter with its encoded name and value, as in the normalized parameters. */
export interface EncodedParameter {
  readonly parameter: Parameter;
  readonly name: string;
  readonly value: string;
}

/** Spelling of RFC 5849: encodes by section 3.6, and sorts by encoded name, then encoded value (section 3.4.1.3.2). */
export const standardSpelling: Spelling = {
  encodeParameter: percentEncode,
  encodePart: percentEncode,
  join: (name, value) => `${name}=${value}`,
  order: (parameters) => parameters.toSorted((a, b) => compare(a.name, b.name) || compare(a.value, b.value)),
  signature: (base64) => base64,
};

/** Compares code units, which are bytes in encoded text. `localeCompare` would mix upper and lower case. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Joins scheme, host, port and path. */
export function joinBaseUri({ scheme, host, port, path }: SignatureParts): string {
  return `${scheme}://${host}${port}${path}`;
}

/** Encodes and sorts the parameters. */
export function normalize({ parameters, spelling }: SignatureParts): readonly EncodedParameter[] {
  const encoded = parameters.map((parameter) => ({
    parameter,
    name: spelling.encodeParameter(parameter.name),
    value: spelling.encodeParameter(parameter.value),
  }));
  return spelling.order(encoded);
}

/** Joins the normalized parameters. The base string encodes this text again. */
export function normalizeToText(parts: SignatureParts): string {
  return normalize(parts)
    .map(({ name, value }) => parts.spelling.join(name, value))
    .join("&");
}

/** Builds the signature base string (RFC 5849 section 3.4.1.1). */
export function buildBaseStringOfParts(parts: SignatureParts): string {
  return [parts.method, joinBaseUri(parts), normalizeToText(parts)].map(parts.spelling.encodePart).join("&");
}

/** Signs a base string with the key of the parts. */
export function signParts({ digest, key, spelling }: SignatureParts, baseString: string): string {
  if (digest === "plaintext") return spelling.signature(key);
  return spelling.signature(createHmac(digest, key).update(baseString).digest("base64"));
}
