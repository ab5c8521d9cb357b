import type { Credentials, CredentialsSource } from "./credentials.js";
import type { SignatureMethod } from "./signature-method.js";
import { type SigningIdentity, signingIdentity } from "./signing-key.js";

/** Who signs, at any time. */
export interface IdentitySource {
  /** For the next signature. */
  current(): SigningIdentity | Promise<SigningIdentity>;
  /** Whether another identity has taken the place of one that was refused. */
  haveChanged(refused: SigningIdentity): Promise<boolean>;
}

/** With ready credentials, refuses wrong ones now; a function is asked for each signature. */
export function identitySource(
  source: CredentialsSource,
  method: SignatureMethod,
  keys: { readonly privateKey?: string | undefined },
): IdentitySource {
  const complete = (credentials: Credentials) => signingIdentity(credentials, method, keys);
  if (typeof source !== "function") {
    const identity = complete(source);
    return { current: () => identity, haveChanged: async () => false };
  }
  let refresh: Promise<SigningIdentity> | undefined;
  return {
    current: async () => complete(await source({ forceRefresh: false })),
    async haveChanged(refused) {
      // One look for all that were refused at once.
      refresh ??= Promise.resolve(source({ forceRefresh: true }))
        .then(complete)
        .finally(() => {
          refresh = undefined;
        });
      const { consumerKey, key } = await refresh;
      return consumerKey !== refused.consumerKey || secretOf(key) !== secretOf(refused.key);
    },
  };
}

/** What a rotation changes. A private key is an option, and stays. */
function secretOf(key: SigningIdentity["key"]): string | undefined {
  return key.method === "RSA-SHA1" ? undefined : key.secrets;
}
