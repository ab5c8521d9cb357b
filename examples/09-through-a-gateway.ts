/**
 * Call through an API gateway: the platform is called by another address than the client calls, and signatures are made
 * for the address that the platform knows.
 *
 * Run:    npm run example -- through-a-gateway
 * Prints: what the platform says to a signature for the gateway's address, and to one for its own.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import { request as forward } from "node:https";
import type { AddressInfo } from "node:net";
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient, AuthenticationError } from "apsdirect";

const sandbox = await startSandbox();
const platform = new URL(sandbox.aps.baseUrl);

// A gateway as it may stand in front of a platform: it hands on what comes, under the platform's own name.
const gateway = createServer((request, response) => {
  const { method, url = "/", headers } = request;
  const target = { host: platform.hostname, port: platform.port, path: url, ca: sandbox.certificate };
  const handedOn = forward({ ...target, method, headers: { ...headers, host: platform.host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  request.pipe(handedOn);
}).listen(0, "127.0.0.1");
await once(gateway, "listening");
const baseUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`; // https, in the real world

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
  console.log(`Signed for the platform: the bus speaks ${Object.keys(versions).join(", ")}`);
} finally {
  gateway.close();
  gateway.closeAllConnections();
  await sandbox.close();
}
