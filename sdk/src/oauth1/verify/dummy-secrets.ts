import type { SignatureMethodName } from "../sign/index.js";

/** Public key whose private key was deleted. Even a signature with the private key would be refused. */
const publicKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2sTin0vkjfHpvvK8+W44
HOmD3m7g9RP7uEmgtfv9Y5NLrHuy8iew8sGkkwAL9jO6fZKa5CwdZ1mfeq+vjU4e
Y0ybq05eAIML13tGsuROSDm+GaOVbF7/bkRHpaiCEjS++VBOvoaSS59TkNK6Ybbq
jgX58uUjjRzTWRCqCC/6ujxk87goxWLnZz8/NpRNQxxUmHqCkcN8uOo+HZJb7fX1
Z+fdfUPaXcPs/tDvCL1mozSskyJh+A8/wbcjcK/+mTwaqfbLLmIFes1ArmF3eGR/
tD2t2hLrfGC12+EOnp9cif0KMG9seRQgA9ui18NQA0il1IZiAr9B3UGdMqbghR4N
NQIDAQAB
-----END PUBLIC KEY-----`;

/**
 * Secrets for verifying a signature if the consumer key is unknown. They take the same work as real secrets, so that
 * the response time does not reveal which keys exist. For RSA-SHA1, this assumes that senders also use keys of 2048
 * bits.
 */
export const dummySecrets: { readonly [M in SignatureMethodName]: string } = {
  "HMAC-SHA1": "no secret",
  "HMAC-SHA256": "no secret",
  "RSA-SHA1": publicKey,
  PLAINTEXT: "no secret",
};
