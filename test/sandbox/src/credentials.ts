import { randomBytes } from "node:crypto";

/** Consumer key and secret of one OAuth 1.0a client. */
export interface SandboxCredentials {
  /** Names the caller. */
  readonly consumerKey: string;
  /** Signs its requests. */
  readonly consumerSecret: string;
}

/** A fresh pair, unguessable, in the lengths the APS bus hands out: a key of 32 characters, a secret of 128. */
export function makeCredentials(): SandboxCredentials {
  return { consumerKey: randomBytes(16).toString("hex"), consumerSecret: randomBytes(64).toString("hex") };
}
