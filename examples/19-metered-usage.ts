/**
 * Report metered usage so that nothing is billed twice: under a key of one's own, a report that is sent again is refused.
 *
 * Run:    npm run example -- metered-usage
 * Prints: what the marketplace says to the report, to the same once more, and to the question how far it is.
 */
import { AppDirectClient, isDuplicateUsage, type UsageReportV2 } from "apsdirect/appdirect";

const appdirect = new AppDirectClient(); // APPDIRECT_BASE_URL, APPDIRECT_CONSUMER_KEY, APPDIRECT_CONSUMER_SECRET
const usage = {
  pricingUnit: "GIGABYTE",
  quantity: 12.5,
  description: "Storage",
  currency: "USD",
  eventDate: "2026-05-31T23:59:59.000Z",
};
const report: UsageReportV2 = {
  idempotencyKey: crypto.randomUUID(), // kept with the usage, so that a restart sends the same
  billable: true,
  usages: [{ accountId: "hpw-00317", usageList: [usage] }],
};

const { requestId = "" } = await appdirect.usage.reportV2(report); // sent again by itself where its answer is lost
console.log("Taken");
try {
  await appdirect.usage.reportV2(report);
} catch (error) {
  if (!isDuplicateUsage(error)) throw error;
  console.log("Refused: it is in already");
}
const { status, processedUsagesCount } = await appdirect.usage.getStatus(requestId);
console.log(`${status}: ${processedUsagesCount} processed`);
