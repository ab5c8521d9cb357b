// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  type Selected,
} from "../../../runtime/index.js";
import { getAccount, listAccounts } from "../operations/accounts.js";
import type { Account } from "../types.js";

/** Customers, resellers and the provider itself. */
export class Accounts extends OperationGroup {
  /**
   * Reads an account with its links.
   *
   * To find an account by the number that people use, ask `accounts.list((a) => [a.eq("id", 1000031)])`.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param accountId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  get(accountId: string, options?: CallOptions): Call<Account> {
    return this.core.call(getAccount, { resourceId: accountId }, options);
  }

  /**
   * Lists accounts.
   *
   * Customers have the type `CLIENT`. A reseller sees its own accounts. Links such as `parent` come only where
   * `select(...)` names them. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/accounts`
   *
   * @param rql What to list: operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Account, C>,
    options?: ListOptions,
  ): List<Selected<Account, C>> {
    return this.core.list(listAccounts, {}, rql, options);
  }
}
