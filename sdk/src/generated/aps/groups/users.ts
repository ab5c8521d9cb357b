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
  activateUser,
  createUser,
  deleteUser,
  disableUser,
  enableUser,
  getAllowedOperations,
  getLoginHistory,
  getUser,
  inviteUser,
  listAdmins,
  listCoreAdmins,
  listServiceUsers,
  listUsers,
  resetUserPassword,
  unlockUser,
  updateAllowedOperations,
  updateUserDetails,
} from "../operations/users.js";
import type { AllowedOperation, AllowedOperationChanges, LoginRecord, NewUser, User, UserDetails } from "../types.js";

/** Options for `users.listAdmins`. */
export interface ListAdminsOptions extends ListOptions {
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

/** Options for `users.listCoreAdmins`. */
export interface ListCoreAdminsOptions extends ListOptions {
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

/** Options for `users.listServiceUsers`. */
export interface ListServiceUsersOptions extends ListOptions {
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

/** Options for `users.list`. */
export interface ListUsersOptions extends ListOptions {
  /**
   * Spares the platform the counting of all items. The list then has no total and goes on to the first short page.
   * Platform 20.4 and newer; that the value is `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** People who sign in, and what their keys may do on the bus. */
export class Users extends OperationGroup {
  /**
   * Reads a user with its links.
   *
   * For one user with its links, above all `organization`, the account that it belongs to. Administrators of
   * an account and users of its services are both users; `isAccountAdmin` and `servicesMode` tell them apart.
   * A password never comes back. Needs no Allowed Operation. A 404 is an APS ID that does not exist, or that
   * the caller may not see.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param userId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  get(userId: string, options?: CallOptions): Call<User> {
    return this.core.call(getUser, { resourceId: userId }, options);
  }

  /**
   * Changes a user.
   *
   * Sets a name, an address, a password. Send what changes. Needs no Allowed Operation. Answers the user as it
   * is then, or `undefined` with a 204. `disabled` is changed by `users.disable` and `users.enable`. A 400
   * names what is wrong.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param userId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  update(userId: string, changes: UserDetails, options?: CallOptions): Call<User | undefined> {
    return this.core.call(updateUserDetails, { resourceId: userId, body: changes }, options);
  }

  /**
   * Removes a user.
   *
   * For good, unlike `users.disable`, which `users.enable` takes back. Links of the user are removed first.
   * Needs no Allowed Operation. Sent once: after a connection that broke off, `users.get` tells by a 404 that
   * it is gone.
   *
   * `DELETE /aps/2/resources/{resourceId}`
   *
   * @param userId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  delete(userId: string, options?: CallOptions): Call<User | undefined> {
    return this.core.call(deleteUser, { resourceId: userId }, options);
  }

  /**
   * Lists users who administer accounts.
   *
   * Of all accounts that the caller may see; those of one account are `users.list`. To find one by its sign-in,
   * filter by `login`. A reseller sees the users of its own accounts. Links such as `organization` come only where
   * `select(...)` names them. Needs no Allowed Operation. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/pa-admin-users`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  listAdmins<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<User, C>,
    options?: ListAdminsOptions,
  ): List<Selected<User, C>> {
    return rqlList(this.core, listAdmins, {}, rql, options);
  }

  /**
   * Lists users who administer accounts, by the type of the APS core.
   *
   * The wider of two lists: all types that implement the core's administrator. On a platform of CloudBlue,
   * `users.listAdmins` is the usual one. Platform 7.4 and newer.
   *
   * With `addressing: "resources"` it asks for the type `http://aps-standard.org/types/core/admin-user/1.0`, which
   * is unconfirmed: where the list is empty or refused, `types.list` tells the type, and the client's option
   * `aliasTypes` takes it as that of `admin-users`.
   *
   * `GET /aps/2/collections/admin-users`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  listCoreAdmins<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<User, C>,
    options?: ListCoreAdminsOptions,
  ): List<Selected<User, C>> {
    return rqlList(this.core, listCoreAdmins, {}, rql, options);
  }

  /**
   * Lists users of services.
   *
   * Of all accounts that the caller may see: those who have mailboxes, licences and the like, and administer
   * nothing. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/pa-service-users`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  listServiceUsers<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<User, C>,
    options?: ListServiceUsersOptions,
  ): List<Selected<User, C>> {
    return rqlList(this.core, listServiceUsers, {}, rql, options);
  }

  /**
   * Lists the users of an account.
   *
   * Administrators of one account and users of its services alike; `servicesMode` and `isAccountAdmin` tell them
   * apart. Takes RQL. It reads the account's relation `users`, so it needs no Allowed Operation. A 404 is an
   * account that does not exist, or that the caller may not see.
   *
   * `GET /aps/2/resources/{accountId}/users`
   *
   * @param accountId APS ID of the account.
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    accountId: string,
    rql?: RqlQuery<User, C>,
    options?: ListUsersOptions,
  ): List<Selected<User, C>> {
    return rqlList(this.core, listUsers, { accountId }, rql, options);
  }

  /**
   * Creates a user of an account.
   *
   * `aps.type` says whether it is a user of services, `http://parallels.com/aps/types/pa/service-user/1.2`, or an
   * administrator, `http://parallels.com/aps/types/pa/admin-user/1.2`. A login is unique on the platform: a second
   * one is refused.
   *
   * `POST /aps/2/resources/{accountId}/users`
   *
   * @param accountId APS ID of the account.
   * @throws ApiError: Refused or failed.
   */
  create(accountId: string, user: NewUser, options?: CallOptions): Call<User> {
    return this.core.call(createUser, { accountId, body: user }, options);
  }

  /**
   * Invites a user to sign in.
   *
   * For a user who is to choose a password without your knowing it. Sent once: a repetition may be a second
   * message. `invitationDate` of `users.get` tells when the platform last did. Answers nothing. Needs the Allowed
   * Operation of the user's APS type, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/resources/{userId}/invite`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  invite(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(inviteUser, { userId }, options);
  }

  /**
   * Activates a user.
   *
   * For a user who was invited and is not active yet. What the platform does beyond that is not described. Sent
   * once, answers nothing. Needs the Allowed Operation of the user's APS type, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/resources/{userId}/activate`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  activate(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(activateUser, { userId }, options);
  }

  /**
   * Resets the password of a user.
   *
   * For a user who cannot sign in. How the new password reaches the user is not described; take a repetition for a
   * second reset. To set a password yourself, `users.update`. Sent once, answers nothing. Needs the Allowed
   * Operation of the user's APS type, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/resources/{userId}/resetPassword`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  resetPassword(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(resetUserPassword, { userId }, options);
  }

  /**
   * Unlocks a user.
   *
   * For a user whose `locked` is true, which is read-only and set by the platform. What `users.disable` did,
   * `users.enable` takes back. Doing it twice does no harm. Answers nothing. Needs the Allowed Operation of the
   * user's APS type, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/resources/{userId}/unlock`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  unlock(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(unlockUser, { userId }, options);
  }

  /**
   * Keeps a user from signing in.
   *
   * For a user who must not sign in for a while: `disabled` of `users.get` is true then, and `users.enable` takes
   * it back. To remove the user for good, `users.delete`. Doing it twice does no harm. Answers nothing. Needs the
   * Allowed Operation of the user's APS type, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/resources/{userId}/disable`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  disable(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(disableUser, { userId }, options);
  }

  /**
   * Lets a user sign in again.
   *
   * Takes back `users.disable`: `disabled` of `users.get` is false then. A user who is locked rather than disabled
   * needs `users.unlock`. Doing it twice does no harm. Answers nothing. Needs the Allowed Operation of the user's
   * APS type, POST; a 403 is that it is missing.
   *
   * `POST /aps/2/resources/{userId}/enable`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  enable(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(enableUser, { userId }, options);
  }

  /**
   * Reads when a user signed in.
   *
   * What an entry holds is not documented. Needs the Allowed Operation of the user's APS type, GET.
   *
   * `GET /aps/2/resources/{userId}/loginHistory`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  getLoginHistory(userId: string, options?: CallOptions): Call<LoginRecord[]> {
    return this.core.call(getLoginHistory, { userId }, options);
  }

  /**
   * Reads which custom operations the key of an administrator may call.
   *
   * The first thing to look at when a call is answered with 403. Reading and changing resources needs no entry, only
   * custom operations do.
   *
   * `GET /aps/2/resources/{userId}/allowedOperations`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  getAllowedOperations(userId: string, options?: CallOptions): Call<AllowedOperation[]> {
    return this.core.call(getAllowedOperations, { userId }, options);
  }

  /**
   * Grants and takes back custom operations.
   *
   * When `users.getAllowedOperations` lacks what a call needs: so a provider lets a key do more without the
   * control panel. `toAdd` and `toRemove` may be sent together; an entry is the APS type without its version, and
   * the verb. Answers nothing. The caller needs the privilege "OAuth APS Bus Access" with Manage; without it, the
   * answer is a 403.
   *
   * `PUT /aps/2/resources/{userId}/allowedOperations`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: Refused or failed.
   */
  updateAllowedOperations(userId: string, changes: AllowedOperationChanges, options?: CallOptions): Call<undefined> {
    return this.core.call(updateAllowedOperations, { userId, body: changes }, options);
  }
}
