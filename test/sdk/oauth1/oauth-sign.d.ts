// oauth-sign 0.9.0 has no types. This file declares the functions that the tests use.
declare module "oauth-sign" {
  type Parameters = Readonly<Record<string, readonly string[]>>;
  type Hmac = (method: string, uri: string, parameters: Parameters, consumerSecret: string, token: string) => string;

  export function generateBase(method: string, uri: string, parameters: Parameters): string;
  export const hmacsign: Hmac;
  export const hmacsign256: Hmac;
  export function rsasign(method: string, uri: string, parameters: Parameters, privateKey: string): string;
  export function plaintext(consumerSecret: string, tokenSecret: string): string;
}
