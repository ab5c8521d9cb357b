import { Failure } from "../failure.js";
import { type Json, property } from "../json.js";
import type { RoutedCall } from "../router.js";
import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, isImplementing } from "./resource-types.js";
import type { ResourceStore } from "./resources.js";

/** What the user of a key sees of the bus: all of it, or what belongs to an account and to those below it. */
export interface View {
  /** The resources in sight. What is out of sight does not exist. */
  readonly resources: ResourceStore;
  /** Whether what belongs to an account is in sight. What belongs to none is everybody's. */
  isInSight(accountId: Json | undefined): boolean;
  /**
   * What a list shows of what there is: without a scope what belongs to the user's own account alone, with
   * `APS-Actor-Scope: FULL` what belongs to the accounts below as well.
   *
   * @param ownerOf Gives the account that an item belongs to.
   */
  listed<T>(items: readonly T[], ownerOf: (item: T) => Json | undefined, scope: string | undefined): readonly T[];
}

/** What the caller sees. */
export type ViewOfCall = (call: RoutedCall) => View;

/** The header by which a user of an account asks for what is of the accounts below. */
export const SCOPE = "aps-actor-scope";

/** The account that a resource belongs to: its own, or the one that it is linked to. */
export function ownerOf(resource: Json): string | undefined {
  if (isAccount(resource)) return idOf(resource);
  return ownerLinks.flatMap((name) => linkedId(property(resource, name)) ?? [])[0];
}

/** Links that say to which account something belongs. */
const ownerLinks = ["parent", "account", "organization", "paAccount"];

function notBelow(): Failure {
  return new Failure(403, "Permission denied: it would not belong to the account of the user, or to one below");
}

function isAccount(resource: Json): boolean {
  const type = property(property(resource, "aps"), "type");
  return typeof type === "string" && isImplementing(type, apsTypes.account);
}

/** The provider's: everything. */
export function fullView(resources: ResourceStore): View {
  return { resources, isInSight: () => true, listed: (items) => items };
}

/** That of a user of an account. */
export function viewOfAccount(accountId: string, all: ResourceStore): View {
  const isInSight = (id: Json | undefined): boolean => typeof id !== "string" || isBelow(id, accountId, all.find);

  function visible(id: string): ApsResource | undefined {
    const resource = all.find(id);
    return resource !== undefined && isInSight(ownerOf(resource)) ? resource : undefined;
  }

  function refuseUnlessVisible(id: string): void {
    if (visible(id) === undefined) throw new Failure(404, `Resource ${id} does not exist`);
  }

  /** What comes to be, or is changed, may not end out of sight. */
  function refuseForeign(draft: Json, find: (id: string) => Json | undefined): void {
    const owners = ownerLinks.flatMap((name) => linkedId(property(draft, name)) ?? []);
    if (!owners.every((owner) => isBelow(owner, accountId, find))) throw notBelow();
  }

  const resources: ResourceStore = {
    all: () => all.all().filter((resource) => isInSight(ownerOf(resource))),
    find: visible,
    create(drafts) {
      const created = new Map(drafts.map((draft) => [idOf(draft), draft]));
      for (const draft of drafts) {
        // The platform would create it under the provider, which a user of another account may not do.
        if (isAccount(draft) && linkedId(property(draft, "parent")) === undefined) throw notBelow();
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
      if (ownerLinks.includes(name)) throw notBelow();
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
    isInSight,
    listed(items, ownerOf, scope) {
      const isShown = scope === "FULL" ? isInSight : isOwn;
      return items.filter((item) => isShown(ownerOf(item)));
    },
  };
}

/** Whether an account is another one, or has it above itself. */
function isBelow(id: string, accountId: string, find: (id: string) => Json | undefined): boolean {
  const passed = new Set<string>(); // parents may have been led in a circle
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
