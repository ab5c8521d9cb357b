import { Accounts, operations } from "../generated/aps/index.js";
import type {
  Account,
  BssAccountInfo,
  BssAccountInfoDetails,
  NewAccount,
  User,
  UserDetails,
} from "../generated/aps/types.js";
import type { CallOptions } from "../runtime/index.js";

/** Customer or reseller to create. */
export interface NewCustomer {
  /** Account. A reseller sets itself as the `parent`. */
  readonly account: NewAccount;
  /** Billing information of the account, such as language and tax number. */
  readonly billing?: BssAccountInfoDetails | undefined;
  /** First user of the account. */
  readonly administrator?: UserDetails | undefined;
}

/**
 * Resources created by `accounts.create`. The APS IDs are always known; the rest comes from the platform's response.
 */
export interface CreatedCustomer {
  /** APS ID of the new account. */
  readonly accountId: string;
  /** APS ID of the account's billing information. */
  readonly bssAccountInfoId: string;
  /** APS ID of the account's first user; `undefined` if no administrator was requested. */
  readonly administratorId: string | undefined;
  /** New account; `undefined` if the platform still creates it in the background and returned no body. */
  readonly account: Account | undefined;
  /** Billing information of the account; `undefined` in the same case. */
  readonly bssAccountInfo: BssAccountInfo | undefined;
  /** First user of the account; `undefined` in the same case, and if none was requested. */
  readonly administrator: User | undefined;
}

/** Accounts, including the steps that create one. */
export class Customers extends Accounts {
  /**
   * Creates an account with its billing information and, if given, an administrator, in one transaction: either all of
   * them or none.
   *
   * The platform allows two accounts with the same name. Look for the customer with `accounts.list` first.
   *
   * `POST /aps/2/resources`
   *
   * @throws OutcomeUnknownError if the connection was lost. The request is not sent again; look for the account first.
   */
  async create(customer: NewCustomer, options?: CallOptions): Promise<CreatedCustomer> {
    const accountId = crypto.randomUUID();
    const bssAccountInfoId = crypto.randomUUID();
    const administratorId = customer.administrator === undefined ? undefined : crypto.randomUUID();
    const { account, billing, administrator } = customer;
    // The links refer to resources of the same request, so their APS IDs are chosen here.
    const resources = [
      { ...billing, aps: { type: types.bssAccountInfo, id: bssAccountInfoId } },
      {
        type: "CLIENT",
        ...account,
        bssAccountInfo: { aps: { id: bssAccountInfoId } },
        aps: { type: types.account, id: accountId },
      },
      ...(administratorId === undefined
        ? []
        : [
            {
              ...administrator,
              organization: { aps: { id: accountId } },
              aps: { type: types.admin, id: administratorId },
            },
          ]),
    ];
    const created = await this.core.call(operations.createResources, { body: resources }, options);
    const [createdBilling, createdAccount, createdAdministrator] = created ?? [];
    return {
      accountId,
      bssAccountInfoId,
      administratorId,
      account: createdAccount,
      bssAccountInfo: createdBilling,
      administrator: createdAdministrator,
    };
  }
}

const types = {
  account: "http://parallels.com/aps/types/pa/account/1.2",
  bssAccountInfo: "http://parallels.com/pa/bss-account-info/1.0",
  admin: "http://parallels.com/aps/types/pa/admin-user/1.2",
} as const;
