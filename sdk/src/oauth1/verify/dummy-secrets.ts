import type { SignatureMethodName } from "../sign/index.js";

/** Of a pair that was made for this, and its private key thrown away. Whoever had that would still be refused. */
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
 * What a signature is verified with where the consumer key is not known: the same work as for a known one, so that the
 * time does not tell which keys exist. With RSA-SHA1 that holds as far as senders have keys of 2048 bits, too.
 */
export const createDummySecret: { readonly [M in SignatureMethodName]: string } = {
  "HMAC-SHA1": "of nobody",
  "HMAC-SHA256": "of nobody",
  "RSA-SHA1": publicKey,
  PLAINTEXT: "of nobody",
};
