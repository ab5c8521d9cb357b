// Generated from vaults.yaml. To change it, edit the document and generate again.
import type { Schema } from "apsdirect/runtime";
import { vaultSchema } from "./schemas.js";
import type { Vault } from "./types.js";

/** Types by their ids in `implementing(…)`: with a full version, a major version, or none. */
export interface TypesById {
  "http://adatum.example/backup/vault/1.0": Vault;
  "http://adatum.example/backup/vault/1": Vault;
  "http://adatum.example/backup/vault": Vault;
}

/** Schemas by type id, used to validate the items of a list. */
export const schemasById: Readonly<Record<string, Schema<unknown>>> = {
  "http://adatum.example/backup/vault/1.0": vaultSchema,
  "http://adatum.example/backup/vault/1": vaultSchema,
  "http://adatum.example/backup/vault": vaultSchema,
};
