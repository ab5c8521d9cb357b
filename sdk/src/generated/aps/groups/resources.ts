// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  type Selected,
} from "../../../runtime/index.js";
import { createResource, deleteResource, getResource, listResources, updateResource } from "../operations/resources.js";
import type { ApsResource, ApsResourceChanges, NewApsResource } from "../types.js";

/** APS resources of every type, as the APS bus keeps them. */
export class Resources extends OperationGroup {
  /**
   * Lists resources of any type.
   *
   * Name the type with `implementing(...)`: without it the platform looks through everything the caller may see.
   * A list carries no links unless `select(...)` names them.
   *
   * `GET /aps/2/resources`
   *
   * @param rql What to list: operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<ApsResource, C>,
    options?: ListOptions,
  ): List<Selected<ApsResource, C>> {
    return this.core.list(listResources, {}, rql, options);
  }

  /**
   * Creates a resource.
   *
   * `aps.type` says of which type. The caller may choose `aps.id`, which lets two new resources name each other.
   * Where the type is provisioned by an application, the resource answers with `aps.status` set to
   * `aps:provisioning` and becomes `aps:ready` later.
   *
   * `POST /aps/2/resources`
   *
   * @throws ApiError: Refused or failed.
   */
  create(resource: NewApsResource, options?: CallOptions): Call<ApsResource> {
    return this.core.call(createResource, { body: resource }, options);
  }

  /**
   * Reads a resource with its links.
   *
   * A to-one link is `{ aps: { id, href } }`; a to-many link names only the address of its collection.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  get(resourceId: string, options?: CallOptions): Call<ApsResource> {
    return this.core.call(getResource, { resourceId }, options);
  }

  /**
   * Sets properties of a resource.
   *
   * Properties left out are understood to keep their values. That is not confirmed for every type: where a property
   * is required, send it too.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  update(resourceId: string, changes: ApsResourceChanges, options?: CallOptions): Call<ApsResource | undefined> {
    return this.core.call(updateResource, { resourceId, body: changes }, options);
  }

  /**
   * Removes a resource.
   *
   * The platform removes its links first, and deprovisions what stands behind it. After a connection that broke
   * off, read the resource before you ask for its removal again.
   *
   * `DELETE /aps/2/resources/{resourceId}`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  delete(resourceId: string, options?: CallOptions): Call<ApsResource | undefined> {
    return this.core.call(deleteResource, { resourceId }, options);
  }
}
