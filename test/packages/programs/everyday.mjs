/**
 * What a program does with the SDK on an everyday, on whichever run-time this is: finds a customer, places an order and
 * follows it, reads an event, answers a notification, and signs. Prints what came of it as JSON.
 */
import { generateKeyPairSync } from "node:crypto";
import { ApsClient, explainSignature, rql } from "apsdirect";
import { AppDirectClient, createEventHandler, parseEvent, succeeded } from "apsdirect/appdirect";
import { oauth1Signer, signUrl, verifyRequest } from "apsdirect/oauth1";
import { rsaSha1 } from "apsdirect/oauth1/rsa";

const credentials = { consumerKey: "key", consumerSecret: "secret" };
const secretFor = () => credentials.consumerSecret;

const sdk = new ApsClient();
const nameStart = "Fab (A)";
const [customer] = await sdk.accounts
  .list((a) => [a.eq("type", "CLIENT"), a.like("companyName", rql.pattern`${nameStart}*`)])
  .all({ max: 1 });
const [plan] = await sdk.servicePlans.list().all({ max: 1 });
const period = plan.subscriptionPeriods[0].period;
const order = { type: "SALES", accountId: customer.aps.id, products: [{ planId: plan.aps.id, period }] };
const { total } = await sdk.orders.estimate(order);
const { orderId } = await sdk.orders.create(order);
const done = await sdk.orders.waitFor(orderId, { interval: 50 });
const missing = await sdk.resources.get("00000000-0000-4000-8000-000000000000").catch(({ code }) => code);

const appdirect = new AppDirectClient();
const event = await appdirect.events.get(`${process.env.APPDIRECT_BASE_URL}/api/integration/v1/events/dummyOrder`);
const fromXml = await parseEvent("<event><type>MOON</type></event>");

const url = "https://vendor.example/notify?eventUrl=https%3A%2F%2Fmarketplace.example%2Fevents%2F1";
const handler = createEventHandler({
  client: appdirect,
  secretFor,
  publicUrl: "https://vendor.example",
  on: { SUBSCRIPTION_ORDER: () => succeeded({ accountIdentifier: "a-1" }) },
});
const refused = await handler(new Request(url));

const signed = await oauth1Signer(credentials).sign(new Request("https://bus.example/aps/2/resources?eq(a,(b))"));
const { consumerKey } = await verifyRequest(signed.clone(), { secretFor });
const { causes } = explainSignature(signed, { ...credentials, consumerSecret: "another" });

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const rsaSigner = oauth1Signer(credentials, { signatureMethod: rsaSha1(), privateKey });
const byRsa = await rsaSigner.sign(new Request("https://bus.example/aps/2/resources"));
const rsa = await verifyRequest(byRsa, { secretFor: () => publicKey, signatureMethods: [rsaSha1()] });

console.log(
  JSON.stringify({
    customer: customer.companyName,
    total: total.code,
    status: done.provisioningStatus,
    missing,
    event: [event.type, fromXml.type],
    refused: refused.status,
    verified: [consumerKey, rsa.consumerKey],
    explained: causes.length > 0,
    signedUrl: signUrl(url, credentials).startsWith(url),
  }),
);
