/** Signers and their interface with the transport. Independent of OAuth 1.0a. */

export type { Credentials, CredentialsSource } from "./credentials.js";
export { assertHeaders, assertSecretText, headerText, isHeaderText } from "./header-text.js";
export { type ApiKey, apiKeySigner, basicSigner, bearerSigner, type SecretSource } from "./plain-signers.js";
export { PlatformClock, readDate, readProblem, TOLERATED_DIFFERENCE } from "./platform-clock.js";
export { getSecrets, saveSecrets } from "./sent-secrets.js";
export type { Refusal, Signer } from "./signer.js";
