/**
 * RSA-SHA1 (RFC 5849 section 3.4.3). A separate entry point, because only this file imports oauth-sign: a program that
 * signs with HMAC neither loads nor bundles it.
 */
import { createPrivateKey, type KeyObject } from "node:crypto";
import { createRequire } from "node:module";
import type { RsaSha1Method, SignedParts } from "./sign/index.js";

export type { RsaSha1Method, SignedParts } from "./sign/index.js";

/**
 * Returns RSA-SHA1 as a `signatureMethod`, to pass together with a `privateKey`:
 *
 * `oauth1Signer(credentials, { signatureMethod: rsaSha1(), privateKey })`
 *
 * @throws Error if oauth-sign cannot be loaded, which happens in a bundle if the package is not installed. Mark
 * `oauth-sign` as external and install it next to the bundle
 */
export function rsaSha1(): RsaSha1Method {
  const { rsasign } = loadOauthSign();
  return {
    name: "RSA-SHA1",
    useKey(privateKey) {
      const key = parsePrivateKey(privateKey);
      return ({ method, baseUri, parameters }) => rsasign(method, baseUri, valuesByName(parameters), key);
    },
  };
}

/** Part of oauth-sign that is used here. The package has no types. */
interface OauthSign {
  rsasign(method: string, baseUri: string, parameters: Record<string, string[]>, key: KeyObject): string;
}

/**
 * Loads oauth-sign, which is CommonJS and requires `crypto`. With a static import, an ES module built by esbuild fails
 * at startup with 'Dynamic require of "crypto" is not supported'. Bundlers resolve the first call if their output
 * supports it. Otherwise it throws, and Node resolves the package.
 */
function loadOauthSign(): OauthSign {
  try {
    return requireInBundle();
  } catch {
    return requireInNode();
  }
}

function requireInBundle(): OauthSign {
  return require("oauth-sign");
}

function requireInNode(): OauthSign {
  try {
    return createRequire(import.meta.url)("oauth-sign");
  } catch (cause) {
    throw new Error(
      "rsaSha1() cannot load oauth-sign: in a bundle, mark oauth-sign as external and install it next to the bundle.",
      { cause },
    );
  }
}

/** Groups values by name. Uses arrays to keep repeated names, and no prototype, so that `__proto__` is a plain name. */
function valuesByName(parameters: SignedParts["parameters"]): Record<string, string[]> {
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of parameters) {
    const given = values[name];
    if (given) given.push(value);
    else values[name] = [value];
  }
  return values;
}

function parsePrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new TypeError("privateKey is not a private key in PEM, or it is encrypted", { cause });
  }
}
