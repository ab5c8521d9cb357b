import { randomBytes } from "node:crypto";

/** Consumer key and secret of one OAuth 1.0a client. */
export interface SandboxCredentials {
  /** Key that identifies the caller. */
  readonly consumerKey: string;
  /** Secret that signs its requests. */
  readonly consumerSecret: string;
}

/** Creates random credentials with the lengths that the APS bus uses: a key of 32 characters and a secret of 128. */
export function createCredentials(): SandboxCredentials {
  return { consumerKey: randomBytes(16).toString("hex"), consumerSecret: randomBytes(64).toString("hex") };
}
