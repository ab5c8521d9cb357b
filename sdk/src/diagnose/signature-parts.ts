import { createHmac } from "node:crypto";
import { type Placement, percentEncode } from "../oauth1/encoding/index.js";

/** All that a signature is made of. The other side may have had any of it otherwise. Holds the key: never shown. */
export interface SignatureParts {
  /** As it is signed: upper case, if all goes by RFC 5849. */
  readonly method: string;
  /** Without the colon. */
  readonly scheme: string;
  readonly host: string;
  /** With its colon, or empty. */
  readonly port: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly spelling: Spelling;
  readonly key: string;
  readonly digest: Digest;
}

/** A parameter that is signed, decoded. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly from: Placement;
  /** The text between two `&` that it was read from. Header parameters have none. */
  readonly raw?: string | undefined;
}

/** What makes bytes of base string and key. PLAINTEXT makes the key itself. */
export type Digest = "sha1" | "sha256" | "sha512" | "plaintext";

/** How parts become text. */
export interface Spelling {
  /** Of names and values (RFC 5849 section 3.4.1.3.2). */
  readonly encodeParameter: (text: string) => string;
  /** Of the three parts of the base string (section 3.4.1.1). */
  readonly encodePart: (text: string) => string;
  readonly join: (name: string, value: string) => string;
  readonly order: (parameters: readonly EncodedParameter[]) => readonly EncodedParameter[];
  /** Of the finished Base64. */
  readonly signature: (base64: string) => string;
}

/** A parameter as it stands in the normalized parameters. */
export interface EncodedParameter {
  readonly parameter: Parameter;
  readonly name: string;
  readonly value: string;
}

/** The spelling of RFC 5849: section 3.6 encodes, section 3.4.1.3.2 sorts by encoded name, then by encoded value. */
export const standardSpelling: Spelling = {
  encodeParameter: percentEncode,
  encodePart: percentEncode,
  join: (name, value) => `${name}=${value}`,
  order: (parameters) => parameters.toSorted((a, b) => compare(a.name, b.name) || compare(a.value, b.value)),
  signature: (base64) => base64,
};

/** By code units, which in encoded text are bytes: `localeCompare` would mix cases. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Scheme, host, port and path in one text. */
export function joinBaseUri({ scheme, host, port, path }: SignatureParts): string {
  return `${scheme}://${host}${port}${path}`;
}

/** Parameters as they are signed: encoded, and in order. */
export function normalize({ parameters, spelling }: SignatureParts): readonly EncodedParameter[] {
  const encoded = parameters.map((parameter) => ({
    parameter,
    name: spelling.encodeParameter(parameter.name),
    value: spelling.encodeParameter(parameter.value),
  }));
  return spelling.order(encoded);
}

/** The normalized parameters in one text, before it becomes a part of the base string. */
export function normalizedText(parts: SignatureParts): string {
  return normalize(parts)
    .map(({ name, value }) => parts.spelling.join(name, value))
    .join("&");
}

/** The text that is signed (RFC 5849 section 3.4.1.1). */
export function buildBaseStringOfParts(parts: SignatureParts): string {
  return [parts.method, joinBaseUri(parts), normalizedText(parts)].map(parts.spelling.encodePart).join("&");
}

/** The signature of a base string by the key of the parts. */
export function signParts({ digest, key, spelling }: SignatureParts, baseString: string): string {
  if (digest === "plaintext") return spelling.signature(key);
  return spelling.signature(createHmac(digest, key).update(baseString).digest("base64"));
}
