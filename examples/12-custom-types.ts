/**
 * Work with an APS type of your own, typed: describe its operations in a document, generate a client, and give it the one
 * that you have. It shares signer, queue and hooks with it.
 *
 * Before: `vaults/vaults.yaml` describes the type. From it came `vaults/client`, by
 *         npx apsdirect-codegen generate vaults/vaults.yaml --out vaults/client
 * Run:    npm run example -- custom-types
 * Prints: a vault that was created, the large ones, and what the generic bus knows of it.
 */
import { ApsClient } from "apsdirect";
import { VaultsApi } from "./vaults/client/index.js";

const sdk = new ApsClient();
const { vaults } = new VaultsApi(sdk);

const type = "http://adatum.example/backup/vault/1.0";
for (const gigabytes of [20, 200]) {
  const { aps, name } = await vaults.create({ aps: { type }, name: `Vault of ${gigabytes} GB`, gigabytes });
  console.log(`Created ${name}${aps.id === undefined ? "" : " under an APS ID"}`);
}

// Properties and the types of their values are checked by the compiler, as those of the platform's own types are.
const large = vaults.list((v) => [v.implementing(type), v.gt("gigabytes", 100), v.select("name", "gigabytes")]);
for await (const { name, gigabytes } of large) console.log(`${name} has more than 100: ${gigabytes}`);

// Without a document, the same goes through the generic bus, untyped.
const generic = await sdk.resources.list((r) => [r.implementing(type)]).all({ max: 10 });
console.log(`${generic.length} resources of the type`);
