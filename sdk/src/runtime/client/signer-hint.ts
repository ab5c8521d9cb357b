import type { SecurityDescription } from "../schema/index.js";

/** Which signers prove who is calling, for an error about a client that has none. */
export function describeSigners(security: readonly SecurityDescription[]): string {
  return [...new Set(security.map((scheme) => hintByType[scheme.type](scheme)))].join(", or ");
}

/** One line per type of the standard. */
const hintByType: { readonly [T in SecurityDescription["type"]]: (scheme: SecurityDescription) => string } = {
  apiKey: ({ in: place, name }) => `apiKeySigner({ in: "${place}", name: "${name}", value })`,
  http: ({ scheme }) => (scheme?.toLowerCase() === "basic" ? "basicSigner(username, password)" : "bearerSigner(token)"),
  oauth2: () => "oauth2ClientCredentialsSigner({ tokenUrl, clientId, clientSecret })",
  openIdConnect: () => "bearerSigner(token)",
  mutualTLS: () => "a fetch that presents a certificate, and a signer that adds nothing",
};
