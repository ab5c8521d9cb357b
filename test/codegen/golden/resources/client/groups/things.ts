// Generated from resources.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type Implementing as RuntimeImplementing,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  rqlList,
  type Selected,
} from "apsdirect/runtime";
import { listRelatedThings, listThings, schemasByIdOperation } from "../operations/things.js";
import type { TypesById2 } from "../type-ids.js";
import type { Thing } from "../types.js";

/** Options for `things.listRelated`. */
export interface ListRelatedThingsOptions extends ListOptions {
  language?: string | undefined;
}

/** Whatever the museum has. */
export class Things extends OperationGroup {
  /**
   * Lists things of all types; `implementing` says of which.
   *
   * `GET /things`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Thing, C, TypesById2>,
    options?: ListOptions,
  ): List<Selected<RuntimeImplementing<Thing, C, TypesById2>, C>> {
    return rqlList(this.core, listThings, {}, rql, options);
  }

  /**
   * `GET /things/{thingId}/{relation}`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   */
  listRelated<const C extends RqlClauses = RqlClauses>(
    thingId: string,
    relation: string,
    rql?: RqlQuery<Thing, C, TypesById2>,
    options?: ListRelatedThingsOptions,
  ): List<Selected<RuntimeImplementing<Thing, C, TypesById2>, C>> {
    return rqlList(this.core, listRelatedThings, { thingId, relation }, rql, options);
  }

  /**
   * Has the name of what its file imports.
   *
   * `GET /schemas`
   */
  schemasById(options?: CallOptions): Call<undefined> {
    return this.core.call(schemasByIdOperation, {}, options);
  }
}
