/**
 * Connect, and check the address, the credentials and the clock before you build on them.
 *
 * Run:    npm run example -- connect
 * Prints: the APS versions of the bus and the number of customers that the key can see, or what to check if it fails.
 */
import { ApsClient, ApsDirectError } from "apsdirect";

const sdk = new ApsClient(); // APS_BASE_URL, APS_CONSUMER_KEY, APS_CONSUMER_SECRET
try {
  const { versions = {} } = await sdk.controller.get();
  console.log(`Connected. The bus supports APS ${Object.keys(versions).join(", ")}`);
  for await (const { items, total } of sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.limit(0, 1)]).pages()) {
    console.log(`${total ?? items.length} customers, including ${items[0]?.companyName}`);
  }
} catch (error) {
  if (!(error instanceof ApsDirectError)) throw error;
  console.error(error.message); // names the call, the response, and what to check next
  process.exitCode = 1;
}
