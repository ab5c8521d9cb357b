/**
 * Create a customer account and its administrator in one transaction: the platform creates both or neither. A reseller
 * sets itself as the parent.
 *
 * Before: the user's Allowed Operations include accounts and users with POST.
 * Run:    npm run example -- create-customer [company]
 * Prints: the APS IDs of the account and its administrator. A second run finds the existing customer.
 */
import { ApsClient, type NewCustomer } from "apsdirect";

const [companyName = "Adatum Corporation"] = process.argv.slice(2);
const sdk = new ApsClient();

// The platform allows two accounts with the same name, so check first.
const [known] = await sdk.accounts.list((a) => [a.eq("companyName", companyName), a.limit(0, 1)]).all({ max: 1 });
if (known !== undefined) {
  console.log(`${companyName} already exists: account ${known.aps.id}`);
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
      // The reseller's APS ID. Without a parent, the account belongs to the provider.
      ...(reseller && { parent: { aps: { id: reseller.aps.id } } }),
    },
    administrator: { login: `ada-${Date.now()}`, givenName: "Ada", familyName: "Tum", email: "ada@adatum.example" },
  };
  const { accountId, administratorId } = await sdk.accounts.create(customer);
  console.log(`Created ${companyName}: account ${accountId}, administrator ${administratorId}`);
}
