import { Failure } from "../failure.js";
import { isJsonObject, type Json, type JsonObject } from "../json.js";
import { type ApsResource, linkedId } from "./resource.js";
import { apsTypes, collectionLinks, isImplementing } from "./resource-types.js";
import { linkTo, type ResourceStore } from "./resources.js";

/** Links between resources. */
export interface Links {
  /** Returns all links of a resource. */
  of(id: string): readonly JsonObject[];
  /**
   * Links a relation to an existing resource, or to a new one if a type is given. Returns the link or the new resource.
   */
  add(id: string, relation: string, target: Json): JsonObject;
  /** Returns a linked resource. Throws the platform's 404 if the relation does not lead to it. */
  linked(id: string, relation: string, otherId: string): ApsResource;
  /** Removes a link and keeps both resources. */
  remove(id: string, relation: string, otherId: string): void;
}

/** Creates the links for the resources in a store. */
export function createLinks(resources: ResourceStore): Links {
  function existing(id: string): ApsResource {
    const resource = resources.find(id);
    if (resource === undefined) throw new Failure(404, `Resource ${id} does not exist`);
    return resource;
  }

  /** Resource that stores the link: this resource, or each member of a collection. */
  function ends(id: string, relation: string, otherId: string) {
    const back = isImplementing(existing(id).aps.type, apsTypes.account) ? collectionLinkOf(relation) : undefined;
    return back === undefined ? { holder: id, name: relation, to: otherId } : { holder: otherId, name: back, to: id };
  }

  function linked(id: string, relation: string, otherId: string): ApsResource {
    const { holder, name, to } = ends(id, relation, otherId);
    if (linkedId(resources.find(holder)?.[name]) === to) return existing(otherId);
    throw new Failure(404, `${relation} of resource ${id} does not lead to ${otherId}`);
  }

  return {
    of: (id) => Object.values(existing(id)).filter((value): value is JsonObject => isLink(value)),
    add(id, relation, target) {
      const { aps } = isJsonObject(target) ? target : {};
      const { type, id: otherId } = isJsonObject(aps) ? aps : {};
      if (relation === "aps") throw new Failure(405, "aps is not a relation");
      if (type === undefined && typeof otherId === "string") {
        const { holder, name, to } = ends(id, relation, existing(otherId).aps.id);
        resources.update(holder, { [name]: linkTo(to) });
        return linkTo(otherId);
      }
      existing(id);
      const [created] = resources.create([target]);
      if (created === undefined) throw new Failure(400, "A link needs aps.id, or aps.type for a new resource");
      const { holder, name, to } = ends(id, relation, created.aps.id);
      resources.update(holder, { [name]: linkTo(to) });
      return existing(created.aps.id);
    },
    linked,
    remove(id, relation, otherId) {
      linked(id, relation, otherId);
      const { holder, name } = ends(id, relation, otherId);
      resources.unset(holder, name);
    },
  };
}

function collectionLinkOf(relation: string): string | undefined {
  return Object.hasOwn(collectionLinks, relation) ? collectionLinks[relation]?.link : undefined;
}

/** Returns true if the value is only an `aps` block with a link. */
function isLink(value: Json): boolean {
  return isJsonObject(value) && isJsonObject(value["aps"]) && value["aps"]["link"] !== undefined;
}
