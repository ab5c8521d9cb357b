// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  rqlList,
  type Selected,
} from "../../../runtime/index.js";
import {
  deleteAccount,
  getAccount,
  getBssAccountInfo,
  getCustomerClass,
  listAccounts,
  updateAccount,
  updateBssAccountInfo,
} from "../operations/accounts.js";
import type { Account, AccountDetails, BssAccountInfo, BssAccountInfoDetails, CustomerClass } from "../types.js";

/** Options for `accounts.list`. */
export interface ListAccountsOptions extends ListOptions {
  /**
   * `FULL` has a reseller see what belongs to the accounts below it, and not its own things alone. With OAuth since
   * platform 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
  /**
   * Spares the platform the counting of all items. The list then has no total and goes on to the first short page.
   * Platform 20.4 and newer; that the value is `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** Customers, resellers and the provider itself. */
export class Accounts extends OperationGroup {
  /**
   * Reads an account with its links.
   *
   * For the details of a customer or reseller whose APS ID is known, with its links: `parent`,
   * `bssAccountInfo` and others. To find one by the number that people use, ask
   * `accounts.list((a) => [a.eq("id", 1000031)])`. Needs no Allowed Operation.
   *
   * A 404 is an APS ID that does not exist, or an account that the user of the key may not see: a reseller
   * sees its own.
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
   * Reads an account as the billing side keeps it.
   *
   * Currency, tax registration and billing status of an account. Its APS ID is that of the account's link
   * `bssAccountInfo`. A caller without the right to see it gets the record without `taxRegId`.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param bssAccountInfoId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  getBssAccountInfo(bssAccountInfoId: string, options?: CallOptions): Call<BssAccountInfo> {
    return this.core.call(getBssAccountInfo, { resourceId: bssAccountInfoId }, options);
  }

  /**
   * Reads a customer class.
   *
   * The billing side groups accounts by classes; this tells the number and the name of one. Its APS ID is that
   * of the link `customerClass` of an account's billing information, which `accounts.getBssAccountInfo` reads.
   * Needs no Allowed Operation.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param customerClassId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  getCustomerClass(customerClassId: string, options?: CallOptions): Call<CustomerClass> {
    return this.core.call(getCustomerClass, { resourceId: customerClassId }, options);
  }

  /**
   * Changes an account.
   *
   * For a new name, address or contact. Send what changes; that the platform keeps what is left out is not
   * confirmed for every property, so send required ones too. Needs no Allowed Operation. Answers the account
   * as it is then, or `undefined` with a 204. Tax number and language are on the billing side:
   * `accounts.updateBssAccountInfo`. A 400 names what is wrong.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param accountId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  update(accountId: string, changes: AccountDetails, options?: CallOptions): Call<Account | undefined> {
    return this.core.call(updateAccount, { resourceId: accountId, body: changes }, options);
  }

  /**
   * Changes an account as the billing side keeps it.
   *
   * Sets for example `taxRegId` or `localeId`. Its APS ID is that of the account's link `bssAccountInfo`, not
   * that of the account. The currency is read-only. Needs no Allowed Operation. Answers the record as it is
   * then, or `undefined` with a 204. A 400 names what is wrong.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param bssAccountInfoId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  updateBssAccountInfo(
    bssAccountInfoId: string,
    changes: BssAccountInfoDetails,
    options?: CallOptions,
  ): Call<BssAccountInfo | undefined> {
    return this.core.call(updateBssAccountInfo, { resourceId: bssAccountInfoId, body: changes }, options);
  }

  /**
   * Removes an account.
   *
   * For an account that was made by mistake, or that has nothing left. Cancel its subscriptions by orders
   * first, so that billing ends with them. Needs no Allowed Operation. Sent once: after a connection that
   * broke off, `accounts.get` tells by a 404 that it is gone. A 405 or an error body says what still keeps it.
   *
   * `DELETE /aps/2/resources/{resourceId}`
   *
   * @param accountId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  delete(accountId: string, options?: CallOptions): Call<Account | undefined> {
    return this.core.call(deleteAccount, { resourceId: accountId }, options);
  }

  /**
   * Lists accounts.
   *
   * Customers have the type `CLIENT`. A reseller sees its own accounts. Links such as `parent` come only where
   * `select(...)` names them. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/accounts`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Account, C>,
    options?: ListAccountsOptions,
  ): List<Selected<Account, C>> {
    return rqlList(this.core, listAccounts, {}, rql, options);
  }
}
