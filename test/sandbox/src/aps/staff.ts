import { makeCredentials, type SandboxCredentials } from "../credentials.js";
import { Failure } from "../failure.js";
import { type Json, type JsonObject, property } from "../json.js";
import {
  type AllowedOperation,
  allAllowedOperations,
  isSameOperation,
  operationsNeeded,
  readAllowedOperations,
} from "./allowed-operation.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import { linkTo, type ResourceStore } from "./resources.js";
import { administratorId, operatorId } from "./seed.js";
import { fullView, ownerOf, type View, viewOfAccount } from "./view.js";

/** A further key to the bus, and what it may do. */
export interface ApsUserOptions {
  /** APS ID of a user that exists. @defaultValue a new administrator */
  readonly userId?: string;
  /**
   * APS ID of the account that the new user belongs to: what belongs to other accounts does not exist for the key, and
   * lists show what is of accounts below it with the header `APS-Actor-Scope: FULL` alone. With `userId`, the account is
   * that of the user. @defaultValue none: a user of the provider, who sees everything
   */
  readonly accountId?: string;
  /** What its calls are signed with. @defaultValue a fresh, unguessable pair */
  readonly credentials?: SandboxCredentials;
  /** The custom operations that the key may call. Reading and changing resources takes none. */
  readonly allowedOperations: readonly AllowedOperation[];
}

/** A user whose key the bus accepts. */
export interface ApsUser {
  /** APS ID of the user: what `permissions.check()` wants. */
  readonly userId: string;
  /** That its calls are signed with. */
  readonly credentials: SandboxCredentials;
}

/** The users with keys, and what each of them may do. */
export interface Staff {
  /** The first of them may do everything, until somebody takes it back. */
  readonly users: readonly ApsUser[];
  secretFor(consumerKey: string): string | undefined;
  /** What the user of a key sees. */
  viewOf(consumerKey: string): View;
  /** Throws the platform's 403 where the key lacks what a call needs. */
  refuseUnlessAllowed(consumerKey: string, method: string, path: string): void;
  /** The Allowed Operations of a user. Throws the platform's 404 where there is no such user. */
  allowedOperations(userId: string): readonly AllowedOperation[];
  /** Grants and takes back. That is for the first key alone, which stands for the privilege to manage keys. */
  changeAllowedOperations(consumerKey: string, userId: string, changes: Json): void;
}

/** Staff with the key that may do everything, and further ones. */
export function createStaff(
  credentials: SandboxCredentials,
  further: readonly ApsUserOptions[],
  resources: ResourceStore,
): Staff {
  const granted = new Map<string, readonly AllowedOperation[]>([
    [operatorId, allAllowedOperations],
    [administratorId, ordersOnly],
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
    return { userId: id, credentials: given ?? makeCredentials() };
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

  const everything = fullView(resources);
  const userOf = (consumerKey: string) => users.find((user) => user.credentials.consumerKey === consumerKey);

  return {
    users,
    secretFor: (consumerKey) => userOf(consumerKey)?.credentials.consumerSecret,
    viewOf(consumerKey) {
      const user = resources.find(userOf(consumerKey)?.userId ?? "");
      const account = user && ownerOf(user);
      return account === undefined ? everything : viewOfAccount(account, resources);
    },
    refuseUnlessAllowed(consumerKey, method, path) {
      const needed = operationsNeeded(method, path, (id) => resources.find(id)?.aps.type);
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
      const added = readAllowedOperations(property(changes, "toAdd"));
      const removed = readAllowedOperations(property(changes, "toRemove"));
      const kept = (granted.get(userId) ?? []).filter((one) => ![...added, ...removed].some(isSame(one)));
      granted.set(userId, [...kept, ...added]);
    },
  };
}

/** What Northwind's administrator starts with, as the document of the bus has it in its example. */
const ordersOnly: readonly AllowedOperation[] = [
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
