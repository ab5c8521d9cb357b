// oauth-sign 0.9.0 ships no types. Only what is used here is declared; nothing of it shows in a public declaration.
declare module "oauth-sign" {
  import type { KeyObject } from "node:crypto";

  /** Decoded names, each with its decoded values. Without a prototype: a parameter may be called `__proto__`. */
  export type Parameters = Readonly<Record<string, readonly string[]>>;

  export function generateBase(method: string, baseUri: string, parameters: Parameters): string;
  export function hmacsign(
    method: string,
    baseUri: string,
    parameters: Parameters,
    consumerSecret: string,
    tokenSecret: string,
  ): string;
  export function hmacsign256(
    method: string,
    baseUri: string,
    parameters: Parameters,
    consumerSecret: string,
    tokenSecret: string,
  ): string;
  export function rsasign(method: string, baseUri: string, parameters: Parameters, privateKey: KeyObject): string;
  export function plaintext(consumerSecret: string, tokenSecret: string): string;
}
