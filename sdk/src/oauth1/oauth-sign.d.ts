// oauth-sign 0.9.0 ships no types. Only what is used here is declared; nothing of it shows in a public declaration.
declare module "oauth-sign" {
  import type { KeyObject } from "node:crypto";

  /** Decoded names, each with its decoded values. Without a prototype: a parameter may be called `__proto__`. */
  export type Parameters = Readonly<Record<string, readonly string[]>>;

  export function rsasign(method: string, baseUri: string, parameters: Parameters, privateKey: KeyObject): string;
}
