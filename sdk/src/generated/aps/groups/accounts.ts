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
   * `FULL` also returns the objects of the accounts below a reseller, not only its own. With OAuth since platform
   * 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
  /**
   * Skips counting all items, which saves work on the platform. The list then has no total and ends with the first
   * short page. Platform 20.4 and newer. The value `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** Accounts: customers, resellers and the provider. */
export class Accounts extends OperationGroup {
  /**
   * Reads an account with its links.
   *
   * Returns a customer or reseller with its links: `parent`, `bssAccountInfo` and others. To find an account by
   * its account number, use `accounts.list((a) => [a.eq("id", 1000031)])`. Needs no Allowed Operation.
   *
   * A 404 means that the APS ID does not exist, or that the user of the key may not see the account: a reseller
   * sees only its own accounts.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param accountId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(accountId: string, options?: CallOptions): Call<Account> {
    return this.core.call(getAccount, { resourceId: accountId }, options);
  }

  /**
   * Reads the billing information of an account.
   *
   * Returns the currency, tax registration and billing status of an account. Use the APS ID from the account's
   * `bssAccountInfo` link. If the caller may not see `taxRegId`, the result omits it.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param bssAccountInfoId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  getBssAccountInfo(bssAccountInfoId: string, options?: CallOptions): Call<BssAccountInfo> {
    return this.core.call(getBssAccountInfo, { resourceId: bssAccountInfoId }, options);
  }

  /**
   * Reads a customer class.
   *
   * Returns the number and name of a customer class, which is how the billing side groups accounts. Use the APS
   * ID from the `customerClass` link of an account's billing information (`accounts.getBssAccountInfo`). Needs
   * no Allowed Operation.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param customerClassId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  getCustomerClass(customerClassId: string, options?: CallOptions): Call<CustomerClass> {
    return this.core.call(getCustomerClass, { resourceId: customerClassId }, options);
  }

  /**
   * Updates an account.
   *
   * Changes the name, an address or a contact. Send the properties that change, and all required ones: it is not
   * confirmed that the platform keeps every property that you omit. Needs no Allowed Operation. Returns the
   * updated account, or `undefined` after a 204. Tax number and locale belong to the billing side:
   * `accounts.updateBssAccountInfo`. A 400 names what is wrong.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param accountId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  update(accountId: string, changes: AccountDetails, options?: CallOptions): Call<Account | undefined> {
    return this.core.call(updateAccount, { resourceId: accountId, body: changes }, options);
  }

  /**
   * Updates the billing information of an account.
   *
   * Sets, for example, `taxRegId` or `localeId`. Use the APS ID from the account's `bssAccountInfo` link, not
   * the APS ID of the account. The currency is read-only. Needs no Allowed Operation. Returns the updated
   * record, or `undefined` after a 204. A 400 names what is wrong.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param bssAccountInfoId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  updateBssAccountInfo(
    bssAccountInfoId: string,
    changes: BssAccountInfoDetails,
    options?: CallOptions,
  ): Call<BssAccountInfo | undefined> {
    return this.core.call(updateBssAccountInfo, { resourceId: bssAccountInfoId, body: changes }, options);
  }

  /**
   * Deletes an account.
   *
   * Use it for an account that was created by mistake or is no longer used. First cancel its subscriptions with
   * orders, so that billing ends too. Needs no Allowed Operation. The client sends the request once. If the
   * connection breaks, call `accounts.get`: a 404 means that the account is gone. A 405 or an error body says
   * what prevents the deletion.
   *
   * `DELETE /aps/2/resources/{resourceId}`
   *
   * @param accountId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  delete(accountId: string, options?: CallOptions): Call<Account | undefined> {
    return this.core.call(deleteAccount, { resourceId: accountId }, options);
  }

  /**
   * Lists accounts.
   *
   * Customers have the type `CLIENT`. A reseller sees only its own accounts. Links such as `parent` are included
   * only if `select(...)` names them. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/accounts`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Account, C>,
    options?: ListAccountsOptions,
  ): List<Selected<Account, C>> {
    return rqlList(this.core, listAccounts, {}, rql, options);
  }
}
