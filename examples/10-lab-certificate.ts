/**
 * Trust a lab's self-signed certificate, for one client alone. Never switch the checks of the whole process off: then
 * anyone on the way reads every call of every library, and answers it.
 *
 * Run:    npm run example -- lab-certificate
 * Prints: what happens without the certificate, and with it.
 */
import { startSandbox } from "@apsdirect/sandbox";
import { ApsClient, ConnectionError } from "apsdirect";
import { nodeFetch } from "apsdirect/node";

const lab = await startSandbox(); // its certificate is its own, as that of a lab often is
const { baseUrl, credentials } = lab.aps;
try {
  try {
    await new ApsClient({ baseUrl, credentials }).controller.get();
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    console.log(`Without it: ${error.message}`);
  }
  const sdk = new ApsClient({ baseUrl, credentials, fetch: nodeFetch({ ca: lab.certificate }) });
  const { versions = {} } = await sdk.controller.get();
  console.log(`With it: the bus speaks ${Object.keys(versions).join(", ")}`);
} finally {
  await lab.close();
}
