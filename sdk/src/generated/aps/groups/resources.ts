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
   * Spares the platform the counting of all items. The list then has no total and goes on to the first short page.
   * Platform 20.4 and newer; that the value is `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
  /**
   * `FULL` has a reseller see what belongs to the accounts below it, and not its own things alone. With OAuth since
   * platform 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.replace`. */
export interface ReplaceResourceOptions extends CallOptions {
  /**
   * `FULL` has a reseller see what belongs to the accounts below it, and not its own things alone. With OAuth since
   * platform 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.create`. */
export interface CreateResourceOptions extends CallOptions {
  /** APS ID of the subscription within which the resource is created, where it belongs to one. */
  apsSubscriptionID?: string | undefined;
  /**
   * `FULL` has a reseller see what belongs to the accounts below it, and not its own things alone. With OAuth since
   * platform 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.createMany`. */
export interface CreateResourcesOptions extends CallOptions {
  /** APS ID of the subscription within which the resource is created, where it belongs to one. */
  apsSubscriptionID?: string | undefined;
  /**
   * `FULL` has a reseller see what belongs to the accounts below it, and not its own things alone. With OAuth since
   * platform 8.3.
   */
  apsActorScope?: "FULL" | "VENDOR_PUBLIC" | (string & {}) | undefined;
}

/** Options for `resources.listLinked`. */
export interface ListLinkedOptions extends ListOptions {
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

/** Options for `resources.listCollection`. */
export interface ListCollectionOptions extends ListOptions {
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

/** APS resources of every type, as the APS bus keeps them. */
export class Resources extends OperationGroup {
  /**
   * Lists resources of any type.
   *
   * Name the type with `implementing(...)`: without it the platform looks through everything the caller may see.
   * Of a type that this client knows by its id, with or without a version, items have the type's properties:
   * `resources.list((r) => [r.implementing("http://parallels.com/aps/types/pa/account"), r.eq("locked", true)])`.
   * A list carries no links unless `select(...)` names them, and `select(...)` leaves out all that it does not name.
   * The order is not promised without `sort(...)`.
   *
   * `GET /aps/2/resources`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<ApsResource, C, TypesById>,
    options?: ListResourcesOptions,
  ): List<Selected<Implementing<ApsResource, C, TypesById>, C>> {
    return rqlList(this.core, listResources, {}, rql, options);
  }

  /**
   * Updates the resource whose APS ID stands in the body.
   *
   * Takes a whole representation, as `resources.get` answers it, changed where it should be. The reference does not
   * list this form of an update, CloudBlue's own clients use it; `resources.update` is the documented one.
   *
   * `PUT /aps/2/resources`
   *
   * @throws ApiError: Refused or failed.
   */
  replace(resource: ApsResource, options?: ReplaceResourceOptions): Call<ApsResource | undefined> {
    return this.core.call(replaceResource, { body: resource }, options);
  }

  /**
   * Creates a resource.
   *
   * `aps.type` says of which type. The caller may choose `aps.id`, a UUID; who did can look the resource up when the
   * outcome of the call is not known.
   *
   * Where an application provisions the type, the platform may answer 202: the resource then stays in
   * `aps:provisioning` until it is `aps:ready`. The headers `APS-Info` and `APS-Retry-Timeout` say what is going on
   * and after how many seconds to look again. A 202 without a body, and a 204, come to `undefined`: read the
   * resource by the `aps.id` that was sent.
   *
   * A 400 names what is missing or wrong. A reseller has to give an account its `parent`: without it the platform
   * tries to create the account below the provider, and refuses.
   *
   * `POST /aps/2/resources`
   *
   * @throws ApiError: Refused or failed.
   */
  create(resource: NewApsResource, options?: CreateResourceOptions): Call<ApsResource | undefined> {
    return this.core.call(createResource, { body: resource }, options);
  }

  /**
   * Creates several resources in one transaction.
   *
   * All of them are created or none. They come back in the order in which they were sent; an answer without a
   * body, as with 202 and 204, comes to `undefined`. Resources that link to each other are given an `aps.id` by
   * the caller, a UUID, which the links name.
   *
   * `POST /aps/2/resources`
   *
   * @throws ApiError: Refused or failed.
   */
  createMany(resources: NewApsResources, options?: CreateResourcesOptions): Call<ApsResources | undefined> {
    return this.core.call(createResources, { body: resources }, options);
  }

  /**
   * Reads a resource with its links.
   *
   * A to-one link is `{ aps: { id, href } }`; a to-many link names only the address of its collection, which
   * `resources.listLinked` reads. A 404 is an APS ID that does not exist, or that the caller may not see.
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
   * is required, send it too. One property is set the same way: a body with that property alone. There is no
   * `PATCH`, and no protection against two writers at once: `aps.revision` only tells that something changed.
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
   * off, read the resource before you ask for its removal again. A subscription is ended by a cancellation order
   * rather than by this.
   *
   * `DELETE /aps/2/resources/{resourceId}`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  delete(resourceId: string, options?: CallOptions): Call<ApsResource | undefined> {
    return this.core.call(deleteResource, { resourceId }, options);
  }

  /**
   * Lists all links of a resource.
   *
   * Tells which relations a resource has and where they lead, whatever its type. The members of a link beside `aps`
   * are not documented.
   *
   * `GET /aps/2/resources/{resourceId}/aps/links`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  listLinks(resourceId: string, options?: CallOptions): Call<ApsLinkRecord[]> {
    return this.core.call(listLinks, { resourceId }, options);
  }

  /**
   * Lists the events that a resource is told of.
   *
   * Only resources of APS applications can be told of events. A system that calls the bus by OAuth cannot: it asks
   * again from time to time.
   *
   * `GET /aps/2/resources/{resourceId}/aps/subscriptions`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  listEventSubscriptions(resourceId: string, options?: CallOptions): Call<EventSubscription[]> {
    return this.core.call(listEventSubscriptions, { resourceId }, options);
  }

  /**
   * Has a resource told of an event.
   *
   * The event is handed to an operation of the resource's own application, so this is of use to who has one on the
   * platform. The platform assigns `id`.
   *
   * `POST /aps/2/resources/{resourceId}/aps/subscriptions`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  addEventSubscription(
    resourceId: string,
    eventSubscription: NewEventSubscription,
    options?: CallOptions,
  ): Call<EventSubscription> {
    return this.core.call(addEventSubscription, { resourceId, body: eventSubscription }, options);
  }

  /**
   * Ends the telling of events.
   *
   * The reference shows this address without the `id` of one event subscription: take it that all those of the
   * resource end.
   *
   * `DELETE /aps/2/resources/{resourceId}/aps/subscriptions`
   *
   * @param resourceId APS ID of the resource.
   * @throws ApiError: Refused or failed.
   */
  deleteEventSubscriptions(resourceId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(deleteEventSubscriptions, { resourceId }, options);
  }

  /**
   * Lists the resources that a relation leads to.
   *
   * The answer is a list for every relation, also for one that leads to a single resource. The same address reads a
   * property: `resources.getProperty`.
   *
   * `GET /aps/2/resources/{resourceId}/{relation}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as the type declares it.
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
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
   * A relation to a single resource that is taken already is led to the new one instead. Applications are told of
   * it, so a link is sent once; after a connection that broke off, read the relation. A 405 or 501 says that the
   * relation cannot be set from this side.
   *
   * `POST /aps/2/resources/{resourceId}/{relation}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as the type declares it.
   * @throws ApiError: Refused or failed.
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
   * For relations that the new resource must have from the start, as a user its account. The resource needs
   * its `aps.type`; one that exists already is linked by `resources.link`. Needs no Allowed Operation. Sent
   * once; answers the new resource. A 400 names what is missing, a 405 or 501 a relation that takes none.
   *
   * `POST /aps/2/resources/{resourceId}/{relation}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as the type declares it.
   * @throws ApiError: Refused or failed.
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
   * Reads one of the resources that a relation leads to.
   *
   * Also answers the question whether two resources are linked: a 404 says that they are not.
   *
   * `GET /aps/2/resources/{resourceId}/{relation}/{linkedId}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as the type declares it.
   * @param linkedId APS ID of the resource at the other end.
   * @throws ApiError: Refused or failed.
   */
  getLinked(resourceId: string, relation: string, linkedId: string, options?: CallOptions): Call<ApsResource> {
    return this.core.call(getLinked, { resourceId, relation, linkedId }, options);
  }

  /**
   * Removes a link.
   *
   * Both resources stay. A relation that a resource must have cannot be removed, only led elsewhere with
   * `resources.link`; the platform then answers 400 or 405.
   *
   * `DELETE /aps/2/resources/{resourceId}/{relation}/{linkedId}`
   *
   * @param resourceId APS ID of the resource.
   * @param relation Name of the relation, as the type declares it.
   * @param linkedId APS ID of the resource at the other end.
   * @throws ApiError: Refused or failed.
   */
  unlink(resourceId: string, relation: string, linkedId: string, options?: CallOptions): Call<undefined> {
    return this.core.call(unlink, { resourceId, relation, linkedId }, options);
  }

  /**
   * Lists the resources of a collection, which is an alias of one type.
   *
   * The same as `resources.list` with `implementing(...)`. Accounts, users, subscriptions and service plans have
   * lists of their own, typed by what they hold. Platform 7.4 and newer.
   *
   * `GET /aps/2/collections/{collection}`
   *
   * @param collection Alias of the collection. The page of a type in the platform's reference names it.
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
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
   * Tells the APS ID and the version of a service. The version of the type says which operations it has:
   * `types.getByTypeId`. A 404 says that the service is not installed. Platform 7.4 and newer.
   *
   * `GET /aps/2/services/{service}`
   *
   * @param service Alias of the service.
   * @throws ApiError: Refused or failed.
   */
  getService(service: string, options?: CallOptions): Call<ApsResource> {
    return this.core.call(getService, { service }, options);
  }
}
