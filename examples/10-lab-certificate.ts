/**
 * Trust a lab's self-signed certificate for one client only. Never turn off certificate checks for the whole process:
 * then anyone on the network path can read and change every request that the process makes.
 *
 * Run:    npm run example -- lab-certificate
 * Prints: the error without the certificate, and a successful call with it.
 */
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient, ConnectionError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const lab = await startSandbox(); // has a self-signed certificate, like most labs
const { baseUrl, credentials } = lab.aps;
try {
  try {
    await new ApsClient({ baseUrl, credentials }).controller.get();
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    console.log(`Without the certificate: ${error.message}`);
  }
  const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: lab.certificate }) });
  const { versions = {} } = await sdk.controller.get();
  console.log(`With the certificate: the bus supports APS ${Object.keys(versions).join(", ")}`);
} finally {
  await lab.close();
}
