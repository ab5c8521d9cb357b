/**
 * Find out why a signature is refused. Here a proxy terminates TLS, so the server sees a different scheme than the one
 * that the client signed.
 *
 * Run:    npm run example -- explain-signature
 * Prints: scheme_differs, proved: The other side used a different scheme …
 */
import { explainSignature, oauth1Signer, type RawRequest } from "apsdirect/oauth1";

const credentials = { consumerKey: "lesson-key", consumerSecret: "lesson-secret" };

const signed = await oauth1Signer(credentials).sign(new Request("https://vendor.example/events?eventUrl=x"));
const received: RawRequest = {
  method: signed.method,
  url: "http://vendor.example/events?eventUrl=x", // the URL behind the proxy
  headers: signed.headers,
};

const { causes } = explainSignature(received, credentials);
for (const { code, evidence, message } of causes) {
  console.log(`${code}, ${evidence}: ${message}`);
}
