/**
 * Connect, and see that address, credentials and clock are right before anything depends on them.
 *
 * Run:    npm run example -- connect
 * Prints: the versions of the bus, and how many customers the key can see. With wrong credentials, what to check.
 */
import { ApsClient, ApsDirectError } from "apsdirect";

const sdk = new ApsClient(); // APS_BASE_URL, APS_CONSUMER_KEY, APS_CONSUMER_SECRET
try {
  const { versions = {} } = await sdk.controller.get();
  console.log(`Connected. The bus speaks ${Object.keys(versions).join(", ")}`);
  for await (const { items, total } of sdk.accounts.list((a) => [a.eq("type", "CLIENT"), a.limit(0, 1)]).pages()) {
    console.log(`${total ?? items.length} customers, ${items[0]?.companyName} among them`);
  }
} catch (error) {
  if (!(error instanceof ApsDirectError)) throw error;
  console.error(error.message); // names the call, what came back, and what to look at next
  process.exitCode = 1;
}
