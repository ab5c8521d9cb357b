/**
 * Report metered usage without billing it twice. Each report has an idempotency key, so the marketplace refuses a
 * duplicate.
 *
 * Run:    npm run example -- metered-usage
 * Prints: the result of the report, the refusal of a duplicate, and the processing status.
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
  idempotencyKey: crypto.randomUUID(), // store it with the usage, so that a restart sends the same key
  billable: true,
  usages: [{ accountId: "hpw-00317", usageList: [usage] }],
};

const { requestId = "" } = await appdirect.usage.reportV2(report); // the client retries if the response is lost
console.log("Accepted");
try {
  await appdirect.usage.reportV2(report);
} catch (error) {
  if (!isDuplicateUsage(error)) throw error;
  console.log("Refused: already reported");
}
const { status, processedUsagesCount } = await appdirect.usage.getStatus(requestId);
console.log(`${status}: ${processedUsagesCount} processed`);
