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
   * Skips counting all items, which saves work on the platform. The list then has no total and ends with the first
   * short page. Platform 20.4 and newer. The value `true` is not confirmed.
   */
  apsSkipContentRange?: boolean | undefined;
}

/** Type library: describes the properties, relations and operations of every APS type. */
export class Types extends OperationGroup {
  /**
   * Lists APS types.
   *
   * `implementing(...)` finds the types derived from a type; `composing(...)` finds the types that a type derives
   * from. To read a type by its id, use `types.getByTypeId`.
   *
   * `GET /aps/2/types`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   * @throws ApiError: The platform refused the request or failed.
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
   * Use the number that the platform returns: `aps.id` of a type in a list, or the end of `aps.schema` of a
   * resource. The result describes the properties, relations and operations of the type, with the address and
   * parameters of each operation. Use it to find out on a live system what the reference does not define.
   *
   * `GET /aps/2/types/{typeNumber}`
   *
   * @param typeNumber Number of the type in the library of this platform. Numbers differ between platforms.
   * @throws ApiError: The platform refused the request or failed.
   */
  get(typeNumber: string, options?: CallOptions): Call<TypeDescriptor> {
    return this.core.call(getType, { typeNumber }, options);
  }
}
