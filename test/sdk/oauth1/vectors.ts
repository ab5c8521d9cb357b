import { readFileSync } from "node:fs";
import type { SignatureMethodName } from "apsdirect/oauth1";

/** Entry of `oauth1.json`: published examples of OAuth, and computed ones for RQL. */
export type Vector = EncodeVector | NormalizeVector | BaseUriVector | HmacVector | RequestVector;

interface EncodeVector {
  kind: "encode";
  id: string;
  input: string;
  output: string;
}

interface NormalizeVector {
  kind: "normalize";
  id: string;
  query: string;
  normalized: string;
}

interface BaseUriVector {
  kind: "base-uri";
  id: string;
  url: string;
  base_uri: string;
}

interface HmacVector {
  kind: "hmac";
  id: string;
  base_string: string;
  consumer_secret: string;
  token_secret: string;
  signature: string;
}

export interface RequestVector {
  kind: "request";
  id: string;
  method: string;
  url: string;
  body_params: [string, string][];
  oauth_params: [string, string][];
  realm?: string;
  consumer_secret: string;
  token_secret: string;
  signature_method: SignatureMethodName;
  base_string: string;
  signature: string;
  published_signature: string | null;
  rsa_private_key_der_base64?: string;
}

/** Requests to the APS bus, all with the same credentials and time. */
export interface ApsVectors {
  consumerKey: string;
  consumerSecret: string;
  timestamp: string;
  vectors: {
    name: string;
    method: string;
    url: string;
    nonce: string;
    baseString: string;
    signature: string;
    authorization: string;
  }[];
}

/** Request to or from AppDirect, with its signature in a header or in the URL. */
export interface AppDirectVector {
  name: string;
  method: string;
  url: string;
  consumerKey: string;
  consumerSecret: string;
  nonce: string;
  timestamp: number;
  version: string | null;
  baseString: string;
  signature: string;
  authorization?: string;
  signedUrl?: string;
}

export const vectors: readonly Vector[] = read("oauth1.json");
export const aps: ApsVectors = read("aps-oauth1.json");
export const appDirect: readonly AppDirectVector[] = read("appdirect-oauth1.json");

/** Returns the vectors of one kind. */
export function ofKind<K extends Vector["kind"]>(kind: K): Extract<Vector, { kind: K }>[] {
  return vectors.filter((vector): vector is Extract<Vector, { kind: K }> => vector.kind === kind);
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/vectors/${file}`, import.meta.url), "utf8"));
}
