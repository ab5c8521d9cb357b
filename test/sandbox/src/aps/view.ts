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
  if (isAccount(resource)) {
    const id = property(property(resource, "aps"), "id");
    return typeof id === "string" ? id : undefined;
  }
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
  function isInSight(id: Json | undefined): boolean {
    if (typeof id !== "string" || id === accountId) return true;
    const parent = linkedId(all.find(id)?.["parent"]);
    return parent !== undefined && isInSight(parent);
  }

  function visible(id: string): ApsResource | undefined {
    const resource = all.find(id);
    return resource !== undefined && isInSight(ownerOf(resource)) ? resource : undefined;
  }

  function refuseUnlessVisible(id: string): void {
    if (visible(id) === undefined) throw new Failure(404, `Resource ${id} does not exist`);
  }

  /** What comes to be, or is changed, may not end out of sight. */
  function refuseForeign(draft: Json, created: ReadonlySet<string> = new Set()): void {
    const owners = ownerLinks.flatMap((name) => linkedId(property(draft, name)) ?? []);
    if (owners.some((owner) => !created.has(owner) && !isInSight(owner))) throw notBelow();
  }

  const resources: ResourceStore = {
    all: () => all.all().filter((resource) => isInSight(ownerOf(resource))),
    find: visible,
    create(drafts) {
      const created = new Set(drafts.flatMap((draft) => idOf(draft)));
      for (const draft of drafts) {
        // The platform would create it under the provider, which a user of another account may not do.
        if (isAccount(draft) && linkedId(property(draft, "parent")) === undefined) throw notBelow();
        refuseForeign(draft, created);
      }
      return all.create(drafts);
    },
    update(id, changes) {
      refuseUnlessVisible(id);
      refuseForeign(changes);
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

function idOf(draft: Json): readonly string[] {
  const id = property(property(draft, "aps"), "id");
  return typeof id === "string" ? [id] : [];
}
