// Generated from directions.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import { createAccount, readLog } from "../operations/accounts.js";
import type { Account, AccountInput, Entry } from "../types.js";

/** Accounts with what only one side may say. */
export class Accounts extends OperationGroup {
  /** `POST /accounts` */
  create(account: AccountInput, options?: CallOptions): Call<Account> {
    return this.core.call(createAccount, { body: account }, options);
  }

  /** `GET /log` */
  log(options?: CallOptions): Call<Entry[]> {
    return this.core.call(readLog, {}, options);
  }
}
