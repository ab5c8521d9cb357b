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

/** Options for `users.listCoreAdmins`. */
export interface ListCoreAdminsOptions extends ListOptions {
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

/** Options for `users.listServiceUsers`. */
export interface ListServiceUsersOptions extends ListOptions {
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

/** Options for `users.list`. */
export interface ListUsersOptions extends ListOptions {
  /**
   * Skips counting all items, which saves work on the platform. The list then has no total and ends with the first
   * short page. Platform 20.4 and newer. The value `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** Users who sign in, and the operations that their keys may call. */
export class Users extends OperationGroup {
  /**
   * Reads a user with its links.
   *
   * Returns one user with its links, including `organization`, the account that the user belongs to. Account
   * administrators and service users are both users; `isAccountAdmin` and `servicesMode` tell them apart.
   * Passwords are never returned. Needs no Allowed Operation. A 404 means that the APS ID does not exist or that
   * the caller may not see the user.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param userId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(userId: string, options?: CallOptions): Call<User> {
    return this.core.call(getUser, { resourceId: userId }, options);
  }

  /**
   * Updates a user.
   *
   * Sets a name, an address or a password. Send only what changes. Needs no Allowed Operation. Returns the
   * updated user, or `undefined` after a 204. To change `disabled`, use `users.disable` and `users.enable`. A
   * 400 names what is wrong.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param userId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  update(userId: string, changes: UserDetails, options?: CallOptions): Call<User | undefined> {
    return this.core.call(updateUserDetails, { resourceId: userId, body: changes }, options);
  }

  /**
   * Deletes a user.
   *
   * Permanent, unlike `users.disable`, which `users.enable` reverts. The platform removes the user's links
   * first. Needs no Allowed Operation. The client sends the request once. If the connection breaks, call
   * `users.get`: a 404 means that the user is gone.
   *
   * `DELETE /aps/2/resources/{resourceId}`
   *
   * @param userId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  delete(userId: string, options?: CallOptions): Call<User | undefined> {
    return this.core.call(deleteUser, { resourceId: userId }, options);
  }

  /**
   * Lists account administrators.
   *
   * Lists the administrators of all accounts that the caller may see. For a single account, use `users.list`. To
   * find a user by sign-in name, filter by `login`. A reseller sees the users of its own accounts. Links such as
   * `organization` are included only if `select(...)` names them. Needs no Allowed Operation. Platform 7.4 and
   * newer.
   *
   * `GET /aps/2/collections/pa-admin-users`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  listAdmins<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<User, C>,
    options?: ListAdminsOptions,
  ): List<Selected<User, C>> {
    return rqlList(this.core, listAdmins, {}, rql, options);
  }

  /**
   * Lists account administrators by the type of the APS core.
   *
   * The broader of two lists: includes all types that implement the core administrator type. On CloudBlue platforms,
   * `users.listAdmins` is the usual one. Platform 7.4 and newer.
   *
   * With `addressing: "resources"`, the client queries the type `http://aps-standard.org/types/core/admin-user/1.0`,
   * which is unconfirmed. If the list is empty or refused, find the type with `types.list` and set it for
   * `admin-users` in the client's option `aliasTypes`.
   *
   * `GET /aps/2/collections/admin-users`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  listCoreAdmins<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<User, C>,
    options?: ListCoreAdminsOptions,
  ): List<Selected<User, C>> {
    return rqlList(this.core, listCoreAdmins, {}, rql, options);
  }

  /**
   * Lists service users.
   *
   * Lists the users of all accounts that the caller may see who have services, such as mailboxes or licences, and
   * are not administrators. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/pa-service-users`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
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
   * Returns administrators and service users of one account; `servicesMode` and `isAccountAdmin` tell them apart.
   * Accepts RQL. Reads the account's `users` relation, so it needs no Allowed Operation. A 404 means that the
   * account does not exist or that the caller may not see it.
   *
   * `GET /aps/2/resources/{accountId}/users`
   *
   * @param accountId APS ID of the account.
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    accountId: string,
    rql?: RqlQuery<User, C>,
    options?: ListUsersOptions,
  ): List<Selected<User, C>> {
    return rqlList(this.core, listUsers, { accountId }, rql, options);
  }

  /**
   * Creates a user in an account.
   *
   * `aps.type` decides the kind of user: `http://parallels.com/aps/types/pa/service-user/1.2` for a service user,
   * `http://parallels.com/aps/types/pa/admin-user/1.2` for an administrator. A login is unique on the platform; the
   * platform refuses duplicates.
   *
   * `POST /aps/2/resources/{accountId}/users`
   *
   * @param accountId APS ID of the account.
   * @throws ApiError: The platform refused the request or failed.
   */
  create(accountId: string, user: NewUser, options?: CallOptions): Call<User> {
    return this.core.call(createUser, { accountId, body: user }, options);
  }

  /**
   * Invites a user to sign in.
   *
   * Use it for a user who should choose a password that you do not know. The client sends the request once, because
   * a retry may send a second message. `invitationDate` of `users.get` is the time of the last invitation. Returns
   * nothing. Needs the Allowed Operation of the user's APS type, POST; a 403 means that it is missing.
   *
   * `POST /aps/2/resources/{userId}/invite`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  invite(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(inviteUser, { userId }, options);
  }

  /**
   * Activates a user.
   *
   * Use it for a user who was invited and is not active yet. Other effects are not documented. The client sends the
   * request once. Returns nothing. Needs the Allowed Operation of the user's APS type, POST; a 403 means that it is
   * missing.
   *
   * `POST /aps/2/resources/{userId}/activate`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  activate(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(activateUser, { userId }, options);
  }

  /**
   * Resets the password of a user.
   *
   * Use it for a user who cannot sign in. How the user receives the new password is not documented; assume that a
   * retry resets it again. To set a password yourself, use `users.update`. The client sends the request once.
   * Returns nothing. Needs the Allowed Operation of the user's APS type, POST; a 403 means that it is missing.
   *
   * `POST /aps/2/resources/{userId}/resetPassword`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  resetPassword(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(resetUserPassword, { userId }, options);
  }

  /**
   * Unlocks a user.
   *
   * Use it for a user whose `locked` is true. The platform sets that property; it is read-only. To revert
   * `users.disable`, use `users.enable` instead. A repeated call is harmless. Returns nothing. Needs the Allowed
   * Operation of the user's APS type, POST; a 403 means that it is missing.
   *
   * `POST /aps/2/resources/{userId}/unlock`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  unlock(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(unlockUser, { userId }, options);
  }

  /**
   * Prevents a user from signing in.
   *
   * Sets `disabled` of `users.get` to true until you call `users.enable`. To remove the user permanently, use
   * `users.delete`. A repeated call is harmless. Returns nothing. Needs the Allowed Operation of the user's APS
   * type, POST; a 403 means that it is missing.
   *
   * `POST /aps/2/resources/{userId}/disable`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  disable(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(disableUser, { userId }, options);
  }

  /**
   * Allows a disabled user to sign in again.
   *
   * Reverts `users.disable`: sets `disabled` of `users.get` to false. For a user who is locked, not disabled, use
   * `users.unlock`. A repeated call is harmless. Returns nothing. Needs the Allowed Operation of the user's APS
   * type, POST; a 403 means that it is missing.
   *
   * `POST /aps/2/resources/{userId}/enable`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  enable(userId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(enableUser, { userId }, options);
  }

  /**
   * Reads the sign-in history of a user.
   *
   * The fields of an entry are not documented. Needs the Allowed Operation of the user's APS type, GET.
   *
   * `GET /aps/2/resources/{userId}/loginHistory`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  getLoginHistory(userId: string, options?: CallOptions): Call<LoginRecord[]> {
    return this.core.call(getLoginHistory, { userId }, options);
  }

  /**
   * Reads the custom operations that an administrator's key may call.
   *
   * Check this first when a call fails with 403. Only custom operations need an entry; reading and updating
   * resources does not.
   *
   * `GET /aps/2/resources/{userId}/allowedOperations`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  getAllowedOperations(userId: string, options?: CallOptions): Call<AllowedOperation[]> {
    return this.core.call(getAllowedOperations, { userId }, options);
  }

  /**
   * Grants and revokes custom operations.
   *
   * Use it if `users.getAllowedOperations` lacks what a call needs. It lets a provider extend the rights of a key
   * without the control panel. You may send `toAdd` and `toRemove` together. An entry is the APS type without its
   * version, and the verb. Returns nothing. The caller needs the privilege "OAuth APS Bus Access" with Manage;
   * otherwise the platform responds with 403.
   *
   * `PUT /aps/2/resources/{userId}/allowedOperations`
   *
   * @param userId APS ID of the user.
   * @throws ApiError: The platform refused the request or failed.
   */
  updateAllowedOperations(userId: string, changes: AllowedOperationChanges, options?: CallOptions): Call<undefined> {
    return this.core.call(updateAllowedOperations, { userId, body: changes }, options);
  }
}
