/**
 * RSA-SHA1 (RFC 5849 section 3.4.3), an entry of its own: this is the only file that names oauth-sign, so a program that
 * signs with HMAC neither loads nor bundles it.
 */
import { createPrivateKey, type KeyObject } from "node:crypto";
import { createRequire } from "node:module";
import type { RsaSha1Method, SignedParts } from "./sign/index.js";

export type { RsaSha1Method, SignedParts } from "./sign/index.js";

/**
 * RSA-SHA1, to pass as `signatureMethod` together with a `privateKey`:
 *
 * `oauth1Signer(credentials, { signatureMethod: rsaSha1(), privateKey })`
 *
 * @throws Error when oauth-sign cannot be loaded, which happens in a bundle that is run where it is not installed. Mark
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

/** The part of oauth-sign, which ships no types, that is used here. */
interface OauthSign {
  rsasign(method: string, baseUri: string, parameters: Record<string, string[]>, key: KeyObject): string;
}

/**
 * Loads oauth-sign, which is CommonJS and requires `crypto`. A static import would start it together with the program,
 * and an ES module made by esbuild then ends with 'Dynamic require of "crypto" is not supported'. Bundlers follow the
 * first call where their output can run it; everywhere else it throws, and Node resolves the package.
 */
function loadOauthSign(): OauthSign {
  try {
    return requiredByBundler();
  } catch {
    return requiredByNode();
  }
}

function requiredByBundler(): OauthSign {
  return require("oauth-sign");
}

function requiredByNode(): OauthSign {
  try {
    return createRequire(import.meta.url)("oauth-sign");
  } catch (cause) {
    throw new Error(
      "rsaSha1() cannot load oauth-sign: in a bundle, mark oauth-sign as external and install it next to the bundle.",
      { cause },
    );
  }
}

/** Gives oauth-sign arrays, so that repeated names count, and no prototype, so that `__proto__` is a plain name. */
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
    throw new TypeError("privateKey is not the PEM of a private key, or it is encrypted", { cause });
  }
}
