import { Failure } from "../failure.js";
import { type Json, property } from "../json.js";
import type { RoutedCall } from "../router.js";
import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import type { ResourceStore } from "./resources.js";

/** Part of the bus that the user of a key can see: all of it, or what belongs to an account and its subordinates. */
export interface View {
  /** Visible resources. Others appear not to exist. */
  readonly resources: ResourceStore;
  /** Returns true if resources of the account are visible. Resources without an account are visible to everyone. */
  isVisible(accountId: Json | undefined): boolean;
  /**
   * Filters a list: without a scope it contains only items of the user's own account, with `APS-Actor-Scope: FULL` also
   * those of subordinate accounts.
   *
   * @param ownerOf Returns the account that an item belongs to.
   */
  filterList<T>(items: readonly T[], ownerOf: (item: T) => Json | undefined, scope: string | undefined): readonly T[];
}

/** Returns the view of the caller. */
export type ViewOfCall = (call: RoutedCall) => View;

/** Header with which an account's user also requests items of subordinate accounts. */
export const SCOPE = "aps-actor-scope";

/** Account that a resource belongs to: itself, or the one it is linked to. */
export function ownerOf(resource: Json): string | undefined {
  if (isAccount(resource)) return idOf(resource);
  return ownerLinks.flatMap((name) => linkedId(property(resource, name)) ?? [])[0];
}

/** Links that lead to the owning account. */
const ownerLinks = ["parent", "account", "organization", "paAccount"];

function notBelowFailure(): Failure {
  return new Failure(403, "Permission denied: it would not belong to the user's account or a subordinate one");
}

function isAccount(resource: Json): boolean {
  const type = property(property(resource, "aps"), "type");
  return typeof type === "string" && isImplementing(type, apsTypes.account);
}

/** View of the provider, who sees everything. */
export function createFullView(resources: ResourceStore): View {
  return { resources, isVisible: () => true, filterList: (items) => items };
}

/** View of an account's user. */
export function createAccountView(accountId: string, all: ResourceStore): View {
  const isVisible = (id: Json | undefined): boolean => typeof id !== "string" || isBelow(id, accountId, all.find);

  function visible(id: string): ApsResource | undefined {
    const resource = all.find(id);
    return resource !== undefined && isVisible(ownerOf(resource)) ? resource : undefined;
  }

  function refuseUnlessVisible(id: string): void {
    if (visible(id) === undefined) throw new Failure(404, `Resource ${id} does not exist`);
  }

  /** Rejects changes after which a resource would no longer be visible. */
  function refuseForeign(draft: Json, find: (id: string) => Json | undefined): void {
    const owners = ownerLinks.flatMap((name) => linkedId(property(draft, name)) ?? []);
    if (!owners.every((owner) => isBelow(owner, accountId, find))) throw notBelowFailure();
  }

  const resources: ResourceStore = {
    all: () => all.all().filter((resource) => isVisible(ownerOf(resource))),
    find: visible,
    create(drafts) {
      const created = new Map(drafts.map((draft) => [idOf(draft), draft]));
      for (const draft of drafts) {
        // The platform would create it under the provider, which a user of another account must not do.
        if (isAccount(draft) && linkedId(property(draft, "parent")) === undefined) throw notBelowFailure();
        refuseForeign(draft, (id) => created.get(id) ?? all.find(id));
      }
      return all.create(drafts);
    },
    update(id, changes) {
      refuseUnlessVisible(id);
      refuseForeign(changes, all.find);
      return all.update(id, changes);
    },
    unset(id, name) {
      refuseUnlessVisible(id);
      if (ownerLinks.includes(name)) throw notBelowFailure();
      all.unset(id, name);
    },
    remove(id) {
      refuseUnlessVisible(id);
      all.remove(id);
    },
  };
  const isOwn = (id: Json | undefined): boolean => typeof id !== "string" || id === accountId;
  return {
    resources,
    isVisible,
    filterList(items, ownerOf, scope) {
      const isShown = scope === "FULL" ? isVisible : isOwn;
      return items.filter((item) => isShown(ownerOf(item)));
    },
  };
}

/** Returns true if an account is the given one or subordinate to it. */
function isBelow(id: string, accountId: string, find: (id: string) => Json | undefined): boolean {
  const passed = new Set<string>(); // parents may be circular
  for (
    let at: string | undefined = id;
    at !== undefined && !passed.has(at);
    at = linkedId(property(find(at), "parent"))
  ) {
    if (at === accountId) return true;
    passed.add(at);
  }
  return false;
}

function idOf(resource: Json): string | undefined {
  const id = property(property(resource, "aps"), "id");
  return typeof id === "string" ? id : undefined;
}
