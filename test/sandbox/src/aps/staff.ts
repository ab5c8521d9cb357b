import { createCredentials, type SandboxCredentials } from "../credentials.js";
import { Failure } from "../failure.js";
import { type Json, type JsonObject, property } from "../json.js";
import {
  type AllowedOperation,
  allAllowedOperations,
  findRequiredOperations,
  isSameOperation,
  parseAllowedOperations,
} from "./allowed-operation.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import { linkTo, type ResourceStore } from "./resources.js";
import { administratorId, operatorId } from "./seed.js";
import { createAccountView, createFullView, ownerOf, type View } from "./view.js";

/** Additional key for the bus, and its permissions. */
export interface ApsUserOptions {
  /** APS ID of an existing user. @defaultValue a new administrator */
  readonly userId?: string;
  /**
   * APS ID of the new user's account. Resources of other accounts are invisible to the key. Lists include resources of
   * subordinate accounts only with the header `APS-Actor-Scope: FULL`. With `userId`, that user's account applies.
   * @defaultValue none: a user of the provider, who sees everything
   */
  readonly accountId?: string;
  /** Credentials that sign its calls. @defaultValue a new random pair */
  readonly credentials?: SandboxCredentials;
  /** Custom operations that the key may call. Reading and changing resources needs no permission. */
  readonly allowedOperations: readonly AllowedOperation[];
}

/** User whose key the bus accepts. */
export interface ApsUser {
  /** APS ID of the user, for `permissions.check()`. */
  readonly userId: string;
  /** Credentials that sign its calls. */
  readonly credentials: SandboxCredentials;
}

/** Users with keys, and their permissions. */
export interface Staff {
  /** Users with keys. The first may do everything unless a permission is revoked. */
  readonly users: readonly ApsUser[];
  secretFor(consumerKey: string): string | undefined;
  /** Returns what the user of a key can see. */
  viewOf(consumerKey: string): View;
  /** Throws the platform's 403 if the key lacks a permission that the call needs. */
  requirePermission(consumerKey: string, method: string, path: string): void;
  /** Returns the Allowed Operations of a user. Throws the platform's 404 if there is no such user. */
  allowedOperations(userId: string): readonly AllowedOperation[];
  /** Grants and revokes permissions. Only the first key may do this; it represents the privilege to manage keys. */
  changeAllowedOperations(consumerKey: string, userId: string, changes: Json): void;
}

/** Creates the staff: the key that may do everything, and additional keys. */
export function createStaff(
  credentials: SandboxCredentials,
  further: readonly ApsUserOptions[],
  resources: ResourceStore,
): Staff {
  const granted = new Map<string, readonly AllowedOperation[]>([
    [operatorId, allAllowedOperations],
    [administratorId, orderPermissions],
  ]);
  const users = [{ userId: operatorId, credentials }, ...further.map((options) => hired(options))];

  function hired({ userId, accountId, credentials: given, allowedOperations }: ApsUserOptions): ApsUser {
    if (accountId !== undefined && !isAccount(accountId)) {
      throw new TypeError(`apsUsers: account ${accountId} does not exist`);
    }
    const account = accountId === undefined ? {} : { organization: linkTo(accountId) };
    const id = userId ?? resources.create([{ ...newAdministrator, ...account }])[0]?.aps.id ?? "";
    if (!isUser(id)) throw new TypeError(`apsUsers: user ${id} does not exist`);
    granted.set(id, allowedOperations);
    return { userId: id, credentials: given ?? createCredentials() };
  }

  function isAccount(id: string): boolean {
    return isImplementing(resources.find(id)?.aps.type ?? "", apsTypes.account);
  }

  function isUser(userId: string): boolean {
    const type = resources.find(userId)?.aps.type ?? "";
    return isImplementing(type, apsTypes.adminUser) || isImplementing(type, apsTypes.serviceUser);
  }

  function refuseUnlessUser(userId: string): void {
    if (!isUser(userId)) throw new Failure(404, `User ${userId} does not exist`);
  }

  const everything = createFullView(resources);
  const userOf = (consumerKey: string) => users.find((user) => user.credentials.consumerKey === consumerKey);

  return {
    users,
    secretFor: (consumerKey) => userOf(consumerKey)?.credentials.consumerSecret,
    viewOf(consumerKey) {
      const user = resources.find(userOf(consumerKey)?.userId ?? "");
      const account = user && ownerOf(user);
      return account === undefined ? everything : createAccountView(account, resources);
    },
    requirePermission(consumerKey, method, path) {
      const needed = findRequiredOperations(method, path, (id) => resources.find(id)?.aps.type);
      const own = granted.get(userOf(consumerKey)?.userId ?? "") ?? [];
      if (needed.length === 0 || needed.some((need) => own.some((operation) => isSameOperation(need, operation))))
        return;
      const lacking = needed.map(({ apsType, method: verb }) => `${apsType} ${verb}`).join(" or ");
      throw new Failure(403, `Permission denied: the user lacks the Allowed Operation ${lacking}`);
    },
    allowedOperations(userId) {
      refuseUnlessUser(userId);
      return granted.get(userId) ?? [];
    },
    changeAllowedOperations(consumerKey, userId, changes) {
      if (userOf(consumerKey)?.userId !== operatorId) {
        throw new Failure(403, "Permission denied: the user lacks the privilege OAuth APS Bus Access");
      }
      refuseUnlessUser(userId);
      const added = parseAllowedOperations(property(changes, "toAdd"));
      const removed = parseAllowedOperations(property(changes, "toRemove"));
      const kept = (granted.get(userId) ?? []).filter((one) => ![...added, ...removed].some(isSame(one)));
      granted.set(userId, [...kept, ...added]);
    },
  };
}

/** Initial permissions of Northwind's administrator, as in the example of the bus document. */
const orderPermissions: readonly AllowedOperation[] = [
  { apsType: "http://www.odin.com/billing/order-management", method: "GET" },
  { apsType: "http://www.odin.com/billing/order-management", method: "POST" },
];

const newAdministrator: JsonObject = {
  aps: { type: apsTypes.adminUser },
  isAccountAdmin: false,
  disabled: false,
  locked: false,
  servicesMode: "NONE",
};

function isSame(one: AllowedOperation): (other: AllowedOperation) => boolean {
  return (other) => isSameOperation(one, other);
}
