import type { SecurityDescription } from "../schema/index.js";

/** Lists the signers that match the security schemes, for the error about a missing signer. */
export function describeSigners(security: readonly SecurityDescription[]): string {
  return [...new Set(security.map((scheme) => hintByType[scheme.type](scheme)))].join(", or ");
}

/** Signer for each type of security scheme in OpenAPI. */
const hintByType: { readonly [T in SecurityDescription["type"]]: (scheme: SecurityDescription) => string } = {
  apiKey: ({ in: place, name }) => `apiKeySigner({ in: "${place}", name: "${name}", value })`,
  http: ({ scheme }) => (scheme?.toLowerCase() === "basic" ? "basicSigner(username, password)" : "bearerSigner(token)"),
  oauth2: () => "oauth2ClientCredentialsSigner({ tokenUrl, clientId, clientSecret })",
  openIdConnect: () => "bearerSigner(token)",
  mutualTLS: () => "a fetch with a client certificate, and a signer that returns the request unchanged",
};
