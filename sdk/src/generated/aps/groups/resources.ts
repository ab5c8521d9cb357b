// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type Implementing,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  rqlList,
  type Selected,
} from "../../../runtime/index.js";
import {
  addEventSubscription,
  createLinked,
  createResource,
  createResources,
  deleteEventSubscriptions,
  deleteResource,
  getLinked,
  getResource,
  getService,
  link,
  listCollection,
  listEventSubscriptions,
  listLinked,
  listLinks,
  listResources,
  replaceResource,
  unlink,
  updateResource,
} from "../operations/resources.js";
import type { TypesById } from "../type-ids.js";
import type {
  ApsLinkRecord,
  ApsResource,
  ApsResourceChanges,
  ApsResources,
  EventSubscription,
  LinkTarget,
  NewApsResource,
  NewApsResources,
  NewEventSubscription,
} from "../types.js";

/** Options for `resources.list`. */
export interface ListResourcesOptions extends ListOptions {
  /**
   * Skips counting all items, which saves work on the platform. The list then has no total and ends with the first
   * short page. Platform 20.4 and newer. The value `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
  /**
   * `FULL` also returns the objects of the accounts below a reseller, not only its own. With OAuth since platform
   * 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.replace`. */
export interface ReplaceResourceOptions extends CallOptions {
  /**
   * `FULL` also returns the objects of the accounts below a reseller, not only its own. With OAuth since platform
   * 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.create`. */
export interface CreateResourceOptions extends CallOptions {
  /** APS ID of the subscription to create the resource in, if it belongs to one. */
  apsSubscriptionID?: string | undefined;
  /**
   * `FULL` also returns the objects of the accounts below a reseller, not only its own. With OAuth since platform
   * 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.createMany`. */
export interface CreateResourcesOptions extends CallOptions {
  /** APS ID of the subscription to create the resource in, if it belongs to one. */
  apsSubscriptionID?: string | undefined;
  /**
   * `FULL` also returns the objects of the accounts below a reseller, not only its own. With OAuth since platform
   * 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.listLinked`. */
export interface ListLinkedOptions extends ListOptions {
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

/** Options for `resources.listCollection`. */
export interface ListCollectionOptions extends ListOptions {
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

/** APS resources of every type, as stored on the APS bus. */
export class Resources extends OperationGroup {
  /**
   * Lists resources of any type.
   *
   * Filter by type with `implementing(...)`. Without it, the platform searches everything that the caller may see.
   * If this client knows the type id, with or without a version, the items have the type's properties:
   * `resources.list((r) => [r.implementing("http://parallels.com/aps/types/pa/account"), r.eq("locked", true)])`. A
   * list contains links only if `select(...)` names them, and `select(...)` omits everything that it does not name.
   * Without `sort(...)`, the order is undefined.
   *
   * `GET /aps/2/resources`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<ApsResource, C, TypesById>,
    options?: ListResourcesOptions,
  ): List<Selected<Implementing<ApsResource, C, TypesById>, C>> {
    return rqlList(this.core, listResources, {}, rql, options);
  }

  /**
   * Updates the resource whose APS ID is in the body.
   *
   * Takes a complete representation, as returned by `resources.get`, with your changes. The reference does not list
   * this form of update, but CloudBlue's own clients use it. The documented form is `resources.update`.
   *
   * `PUT /aps/2/resources`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  replace(resource: ApsResource, options?: ReplaceResourceOptions): Call<ApsResource | undefined> {
    return this.core.call(replaceResource, { body: resource }, options);
  }

  /**
   * Creates a resource.
   *
   * `aps.type` sets the type. You may set `aps.id` to a UUID of your choice. Then you can look the resource up if
   * the outcome of the call is unknown.
   *
   * If an application provisions the type, the platform may respond with 202. The resource is then
   * `aps:provisioning` until it becomes `aps:ready`. The headers `APS-Info` and `APS-Retry-Timeout` give the current
   * step and the number of seconds to wait before you check again. After a 202 without a body, or a 204, the result
   * is `undefined`: read the resource by the `aps.id` that you sent.
   *
   * A 400 names what is missing or wrong. A reseller must set the `parent` of a new account. Without it, the
   * platform tries to create the account below the provider and refuses.
   *
   * `POST /aps/2/resources`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  create(resource: NewApsResource, options?: CreateResourceOptions): Call<ApsResource | undefined> {
    return this.core.call(createResource, { body: resource }, options);
  }

  /**
   * Creates several resources in one transaction.
   *
   * The platform creates all of them or none, and returns them in the order in which you sent them. If the
   * response has no body (202 or 204), the result is `undefined`. To link the new resources to each other, set
   * their `aps.id` to a UUID of your choice and use it in the links.
   *
   * `POST /aps/2/resources`
   *
   * @throws ApiError: The platform refused the request or failed.
   */
  createMany(resources: NewApsResources, options?: CreateResourcesOptions): Call<ApsResources | undefined> {
    return this.core.call(createResources, { body: resources }, options);
  }

  /**
   * Reads a resource with its links.
   *
   * A to-one link is `{ aps: { id, href } }`. A to-many link has only the address of its collection, which
   * `resources.listLinked` reads. A 404 means that the APS ID does not exist or that the caller may not see it.
   *
   * `GET /aps/2/resources/{resourceId}`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(resourceId: string, options?: CallOptions): Call<ApsResource> {
    return this.core.call(getResource, { resourceId }, options);
  }

  /**
   * Updates properties of a resource.
   *
   * Properties that you omit should keep their values. That is not confirmed for every type, so also send the
   * required properties. To set a single property, send a body with that property only. There is no `PATCH` and no
   * protection against concurrent writes: `aps.revision` only shows that something changed.
   *
   * `PUT /aps/2/resources/{resourceId}`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  update(resourceId: string, changes: ApsResourceChanges, options?: CallOptions): Call<ApsResource | undefined> {
    return this.core.call(updateResource, { resourceId, body: changes }, options);
  }

  /**
   * Deletes a resource.
   *
   * The platform first removes the links of the resource and deprovisions its services. If the connection breaks,
   * read the resource before you try again. To end a subscription, place a cancellation order instead.
   *
   * `DELETE /aps/2/resources/{resourceId}`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  delete(resourceId: string, options?: CallOptions): Call<ApsResource | undefined> {
    return this.core.call(deleteResource, { resourceId }, options);
  }

  /**
   * Lists all links of a resource.
   *
   * Returns the relations of a resource and their targets, whatever its type. Members of a link other than `aps` are
   * not documented.
   *
   * `GET /aps/2/resources/{resourceId}/aps/links`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  listLinks(resourceId: string, options?: CallOptions): Call<ApsLinkRecord[]> {
    return this.core.call(listLinks, { resourceId }, options);
  }

  /**
   * Lists the event subscriptions of a resource.
   *
   * Only resources of APS applications can receive events. A system that calls the bus with OAuth cannot, so it has
   * to poll.
   *
   * `GET /aps/2/resources/{resourceId}/aps/subscriptions`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  listEventSubscriptions(resourceId: string, options?: CallOptions): Call<EventSubscription[]> {
    return this.core.call(listEventSubscriptions, { resourceId }, options);
  }

  /**
   * Subscribes a resource to an event.
   *
   * The platform passes the event to an operation of the resource's own application, so this is only useful if you
   * have an application on the platform. The platform assigns `id`.
   *
   * `POST /aps/2/resources/{resourceId}/aps/subscriptions`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  addEventSubscription(
    resourceId: string,
    eventSubscription: NewEventSubscription,
    options?: CallOptions,
  ): Call<EventSubscription> {
    return this.core.call(addEventSubscription, { resourceId, body: eventSubscription }, options);
  }

  /**
   * Deletes the event subscriptions of a resource.
   *
   * The reference shows this address without the `id` of an event subscription, so assume that it deletes all event
   * subscriptions of the resource.
   *
   * `DELETE /aps/2/resources/{resourceId}/aps/subscriptions`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: The platform refused the request or failed.
   */
  deleteEventSubscriptions(resourceId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(deleteEventSubscriptions, { resourceId }, options);
  }

  /**
   * Lists the resources that a relation links to.
   *
   * The result is always a list, even if the relation links to a single resource. The same address also reads a
   * property: `resources.getProperty`.
   *
   * `GET /aps/2/resources/{resourceId}/{relation}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as declared by the type.
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  listLinked<const C extends RqlClauses = RqlClauses>(
    resourceId: string,
    relation: string,
    rql?: RqlQuery<ApsResource, C, TypesById>,
    options?: ListLinkedOptions,
  ): List<Selected<Implementing<ApsResource, C, TypesById>, C>> {
    return rqlList(this.core, listLinked, { resourceId, relation }, rql, options);
  }

  /**
   * Links an existing resource.
   *
   * If a to-one relation already has a target, the new resource replaces it. The platform notifies applications of
   * the link, so the client sends the request once. If the connection breaks, read the relation. A 405 or 501 means
   * that the relation cannot be set from this side.
   *
   * `POST /aps/2/resources/{resourceId}/{relation}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as declared by the type.
   * @throws ApiError: The platform refused the request or failed.
   */
  link(
    resourceId: string,
    relation: string,
    target: LinkTarget,
    options?: CallOptions,
  ): Call<ApsLinkRecord | undefined> {
    return this.core.call(link, { resourceId, relation, body: target }, options);
  }

  /**
   * Creates a resource and links it.
   *
   * Use it for relations that the new resource must have from the start, such as the account of a user. The
   * resource needs `aps.type`. To link an existing resource, use `resources.link`. Needs no Allowed Operation.
   * The client sends the request once. Returns the new resource. A 400 names what is missing. A 405 or 501 means
   * that the relation does not accept new resources.
   *
   * `POST /aps/2/resources/{resourceId}/{relation}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as declared by the type.
   * @throws ApiError: The platform refused the request or failed.
   */
  createLinked(
    resourceId: string,
    relation: string,
    resource: NewApsResource,
    options?: CallOptions,
  ): Call<ApsResource | undefined> {
    return this.core.call(createLinked, { resourceId, relation, body: resource }, options);
  }

  /**
   * Reads one of the resources that a relation links to.
   *
   * Also shows whether two resources are linked: the platform responds with 404 if they are not.
   *
   * `GET /aps/2/resources/{resourceId}/{relation}/{linkedId}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as declared by the type.
   * @param linkedId APS ID of the resource at the other end.
   * @throws ApiError: The platform refused the request or failed.
   */
  getLinked(resourceId: string, relation: string, linkedId: string, options?: CallOptions): Call<ApsResource> {
    return this.core.call(getLinked, { resourceId, relation, linkedId }, options);
  }

  /**
   * Removes a link.
   *
   * Both resources remain. A required relation cannot be removed, only pointed to another resource with
   * `resources.link`; the platform responds with 400 or 405.
   *
   * `DELETE /aps/2/resources/{resourceId}/{relation}/{linkedId}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as declared by the type.
   * @param linkedId APS ID of the resource at the other end.
   * @throws ApiError: The platform refused the request or failed.
   */
  unlink(resourceId: string, relation: string, linkedId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(unlink, { resourceId, relation, linkedId }, options);
  }

  /**
   * Lists the resources of a collection, which is an alias for one type.
   *
   * Equivalent to `resources.list` with `implementing(...)`. Accounts, users, subscriptions and service plans have
   * typed lists of their own. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/{collection}`
   *
   * @param collection Alias of the collection. The platform's reference names it on the page of the type.
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
   */
  listCollection<const C extends RqlClauses = RqlClauses>(
    collection: string,
    rql?: RqlQuery<ApsResource, C, TypesById>,
    options?: ListCollectionOptions,
  ): List<Selected<Implementing<ApsResource, C, TypesById>, C>> {
    return rqlList(this.core, listCollection, { collection }, rql, options);
  }

  /**
   * Reads the resource of a platform service by its alias.
   *
   * Returns the APS ID and the type version of a service. The version determines the available operations: see
   * `types.getByTypeId`. A 404 means that the service is not installed. Platform 7.4 and newer.
   *
   * `GET /aps/2/services/{service}`
   *
   * @param service Alias of the service.
   * @throws ApiError: The platform refused the request or failed.
   */
  getService(service: string, options?: CallOptions): Call<ApsResource> {
    return this.core.call(getService, { service }, options);
  }
}
