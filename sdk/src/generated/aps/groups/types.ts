// Generated from aps.yaml. To change it, edit the document and generate again.
import {
  type Call,
  type CallOptions,
  type List,
  type ListOptions,
  OperationGroup,
  type RqlClauses,
  type RqlQuery,
  rqlList,
  type Selected,
} from "../../../runtime/index.js";
import { getType, listTypes } from "../operations/types.js";
import type { TypeDescriptor } from "../types.js";

/** Options for `types.list`. */
export interface ListTypesOptions extends ListOptions {
  /**
   * Spares the platform the counting of all items. The list then has no total and goes on to the first short page.
   * Platform 20.4 and newer; that the value is `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** The type library, which describes the properties, relations and operations of every APS type. */
export class Types extends OperationGroup {
  /**
   * Lists APS types.
   *
   * `implementing(...)` finds the types that derive from one, `composing(...)` those that one derives from. To read
   * a type whose ID is known, `types.getByTypeId`.
   *
   * `GET /aps/2/types`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: Refused or failed.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<TypeDescriptor, C>,
    options?: ListTypesOptions,
  ): List<Selected<TypeDescriptor, C>> {
    return rqlList(this.core, listTypes, {}, rql, options);
  }

  /**
   * Reads an APS type by its number in the type library.
   *
   * The one that the platform itself tells: `aps.id` of a type in a list, or the end of `aps.schema` of a resource.
   * It says which properties, relations and operations the type has, with the address and the parameters of each
   * operation; so it answers for a live system what the reference leaves open.
   *
   * `GET /aps/2/types/{typeNumber}`
   *
   * @param typeNumber Number of the type in this platform's library. Another platform has others.
   * @throws ApiError: Refused or failed.
   */
  get(typeNumber: string, options?: CallOptions): Call<TypeDescriptor> {
    return this.core.call(getType, { typeNumber }, options);
  }
}
