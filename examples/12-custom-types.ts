/**
 * Call your own APS type with types: describe its operations in a document, generate a client, and pass it your
 * ApsClient. Both share the signer, the queue and the hooks.
 *
 * Before: `vaults/vaults.yaml` describes the type. This command generated `vaults/client`:
 *         npx apsdirect-codegen generate vaults/vaults.yaml --out vaults/client
 * Run:    npm run example -- custom-types
 * Prints: the vaults it creates, the large ones, and the number of vaults on the bus.
 */
import { ApsClient } from "apsdirect";
import { VaultsApi } from "./vaults/client/index.js";

const sdk = new ApsClient();
const { vaults } = new VaultsApi(sdk);

const type = "http://adatum.example/backup/vault/1.0";
for (const gigabytes of [20, 200]) {
  const { aps, name } = await vaults.create({ aps: { type }, name: `Vault of ${gigabytes} GB`, gigabytes });
  console.log(`Created ${name}${aps.id === undefined ? "" : " with an APS ID"}`);
}

// The compiler checks properties and value types, as it does for the platform's own types.
const large = vaults.list((v) => [v.implementing(type), v.gt("gigabytes", 100), v.select("name", "gigabytes")]);
for await (const { name, gigabytes } of large) console.log(`${name} has more than 100: ${gigabytes}`);

// Without a document, use the generic resource methods. The items are untyped.
const generic = await sdk.resources.list((r) => [r.implementing(type)]).all({ max: 10 });
console.log(`${generic.length} resources of this type`);
