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

/** A customer or reseller to create. */
export interface NewCustomer {
  /** The account. A reseller names itself as its `parent`. */
  readonly account: NewAccount;
  /** The account as the billing side is to keep it: language, tax number. */
  readonly billing?: BssAccountInfoDetails | undefined;
  /** Who is to sign in first. */
  readonly administrator?: UserDetails | undefined;
}

/** What was created. The APS IDs are known in any case; the rest is what the platform answered. */
export interface CreatedCustomer {
  /** APS ID of the new account. */
  readonly accountId: string;
  /** APS ID of what billing knows of the account. */
  readonly bssAccountInfoId: string;
  /** APS ID of the account's first user; `undefined` where no administrator was asked for. */
  readonly administratorId: string | undefined;
  /** The new account; `undefined` where the platform goes on with it and has answered nothing yet. */
  readonly account: Account | undefined;
  /** What billing knows of the account; `undefined` as above. */
  readonly bssAccountInfo: BssAccountInfo | undefined;
  /** The account's first user; `undefined` as above, and where none was asked for. */
  readonly administrator: User | undefined;
}

/** Accounts, and the sequence by which one comes to be. */
export class Customers extends Accounts {
  /**
   * Creates an account with its billing information and, where one is given, an administrator: all of them in one
   * transaction, or none.
   *
   * The platform lets two accounts have one name. Look for the customer with `accounts.list` first.
   *
   * `POST /aps/2/resources`
   *
   * @throws OutcomeUnknownError when the connection broke off. It is not sent again; look for the account first.
   */
  async create(customer: NewCustomer, options?: CallOptions): Promise<CreatedCustomer> {
    const accountId = crypto.randomUUID();
    const bssAccountInfoId = crypto.randomUUID();
    const administratorId = customer.administrator === undefined ? undefined : crypto.randomUUID();
    const { account, billing, administrator } = customer;
    // The links name resources of the same request, so their APS IDs are chosen here.
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
    const [answeredBilling, answeredAccount, answeredAdministrator] = created ?? [];
    return {
      accountId,
      bssAccountInfoId,
      administratorId,
      account: answeredAccount,
      bssAccountInfo: answeredBilling,
      administrator: answeredAdministrator,
    };
  }
}

const types = {
  account: "http://parallels.com/aps/types/pa/account/1.2",
  bssAccountInfo: "http://parallels.com/pa/bss-account-info/1.0",
  admin: "http://parallels.com/aps/types/pa/admin-user/1.2",
} as const;
