/**
 * Find out what a key may not do before a customer does: compare the Allowed Operations of its user with those that each
 * method of the client needs.
 *
 * Before: APS_BASE_URL, APS_CONSUMER_KEY and APS_CONSUMER_SECRET are set.
 * Run:    node examples/dist/check-permissions.js <APS ID of the key's user>
 * Prints: a line for each method that will answer 403, with the right that it lacks.
 */
import { ApsClient } from "apsdirect";

const [userId] = process.argv.slice(2);
if (userId === undefined) throw new Error("Give the APS ID of the staff member whose key it is");

const sdk = new ApsClient(); // APS_BASE_URL, APS_CONSUMER_KEY, APS_CONSUMER_SECRET
const { operations, unreadable } = await sdk.permissions.check({ userId });
if (unreadable !== undefined) console.log(`The rights of this user cannot be read: ${unreadable}`);
for (const { operation, needs, verdict } of operations) {
  if (verdict === "denied") console.log(`${operation} needs ${needs.join(", or ")}`);
}
