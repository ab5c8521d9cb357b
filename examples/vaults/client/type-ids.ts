// Generated from vaults.yaml. To change it, edit the document and generate again.
import type { Schema } from "apsdirect/runtime";
import { vaultSchema } from "./schemas.js";
import type { Vault } from "./types.js";

/** Types by the ids that name them in `implementing(…)`: with a version, its major part, or none. */
export interface TypesById {
  "http://adatum.example/backup/vault/1.0": Vault;
  "http://adatum.example/backup/vault/1": Vault;
  "http://adatum.example/backup/vault": Vault;
}

/** Their schemas: what the items of such a list are held against. */
export const schemasById: Readonly<Record<string, Schema<unknown>>> = {
  "http://adatum.example/backup/vault/1.0": vaultSchema,
  "http://adatum.example/backup/vault/1": vaultSchema,
  "http://adatum.example/backup/vault": vaultSchema,
};
