// Generated from vaults.yaml. To change it, edit the document and generate again.

/** Where the backups of a customer lie. */
export interface Vault {
  aps: {
    /** APS ID. */
    id?: string;
    /** `http://adatum.example/backup/vault/1.0` */
    type: string;
  };
  /** For people. */
  name: string;
  /** Size. */
  gigabytes: number;
}
