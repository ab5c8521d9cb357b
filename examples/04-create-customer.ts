/**
 * Create a customer with billing information and an administrator, in one transaction: all of it, or nothing. A reseller
 * names itself as the parent.
 *
 * Before: the user's Allowed Operations hold accounts and users with POST.
 * Run:    npm run example -- create-customer [company]
 * Prints: the APS IDs of the account and its administrator. A second run finds the customer and creates none.
 */
import { ApsClient, type NewCustomer } from "apsdirect";

const [companyName = "Adatum Corporation"] = process.argv.slice(2);
const sdk = new ApsClient();

// The platform lets two accounts have one name, so look first.
const [known] = await sdk.accounts.list((a) => [a.eq("companyName", companyName), a.limit(0, 1)]).all({ max: 1 });
if (known !== undefined) {
  console.log(`${companyName} is account ${known.aps.id} already`);
} else {
  const [reseller] = await sdk.accounts.list((a) => [a.eq("type", "RESELLER"), a.limit(0, 1)]).all({ max: 1 });
  const customer: NewCustomer = {
    account: {
      companyName,
      addressPostal: {
        streetAddress: "1 Main St",
        locality: "Reston",
        region: "VA",
        postalCode: "20190",
        countryName: "us",
      },
      adminContact: { givenName: "Ada", familyName: "Tum", email: "ada@adatum.example" },
      // Only where a reseller sells: its own APS ID. Without it, the account is the provider's.
      ...(reseller && { parent: { aps: { id: reseller.aps.id } } }),
    },
    administrator: { login: `ada-${Date.now()}`, givenName: "Ada", familyName: "Tum", email: "ada@adatum.example" },
  };
  const { accountId, administratorId } = await sdk.accounts.create(customer);
  console.log(`Created ${companyName}: account ${accountId}, administrator ${administratorId}`);
}
