/**
 * Call the platform through an API gateway. The client calls the gateway's URL, but signs for the URL that the platform
 * knows.
 *
 * Run:    npm run example -- through-a-gateway
 * Prints: the platform's response to a signature for the gateway's URL, and to one for its own URL.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { request as forward } from "node:https";
import type { AddressInfo } from "node:net";
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient, AuthenticationError } from "apsdirect";

const sandbox = await startSandbox();
const platform = new URL(sandbox.aps.baseUrl);

// A simple gateway: forwards every request with the platform's own Host header.
const gateway = createServer((request, response) => {
  const { method, url = "/", headers } = request;
  const target = { host: platform.hostname, port: platform.port, path: url, ca: sandbox.certificate };
  const forwarded = forward({ ...target, method, headers: { ...headers, host: platform.host } }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(response);
  });
  request.pipe(forwarded);
}).listen(0, "127.0.0.1");
await once(gateway, "listening");
const baseUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`; // https in production

try {
  const { credentials } = sandbox.aps;
  try {
    await new ApsClient({ baseUrl, credentials }).controller.get();
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    console.log(`Signed for the gateway: ${error.status}`);
  }
  const sdk = new ApsClient({ baseUrl, credentials, signatureBaseUrl: sandbox.aps.baseUrl });
  const { versions = {} } = await sdk.controller.get();
  console.log(`Signed for the platform: the bus supports APS ${Object.keys(versions).join(", ")}`);
} finally {
  gateway.close();
  gateway.closeAllConnections();
  await sandbox.close();
}
