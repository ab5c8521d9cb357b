// Generated from vaults.yaml. To change it, edit the document and generate again.

/** Storage for the backups of a customer. */
export interface Vault {
  aps: {
    /** APS ID. */
    id?: string;
    /** `http://adatum.example/backup/vault/1.0` */
    type: string;
  };
  /** Display name. */
  name: string;
  /** Size in gigabytes. */
  gigabytes: number;
}
