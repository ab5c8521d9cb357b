/** Core and base classes of the generated clients. */

export { Api, OperationGroup } from "./api.js";
export { ClientCore, type PlatformTraits, type Route, type Routing } from "./client-core.js";
export { withEnvironment } from "./environment.js";
export { type OAuth2ClientCredentials, oauth2ClientCredentialsSigner } from "./oauth2-signer.js";
export type { ClientOptions } from "./options.js";
