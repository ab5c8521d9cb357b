import { operations, Types } from "../generated/aps/index.js";
import type { TypeDescriptor } from "../generated/aps/types.js";
import { type Call, type CallOptions, createCall, type Operation } from "../runtime/index.js";

/** Type library, including look-up by type ID. */
export class TypeLibrary extends Types {
  /**
   * Reads an APS type by its ID: the properties, relations and operations that the type has on this platform.
   *
   * `GET /aps/2/types?id={typeId}`
   *
   * @param typeId ID of the type with its version, such as `http://www.odin.com/billing/order-management/1.22`.
   * @returns `undefined` if the platform does not have the type.
   */
  getByTypeId(typeId: string, options?: CallOptions): Call<TypeDescriptor | undefined> {
    const found = this.core.call(typesById, {}, { ...options, ...{ id: typeId } }).withResponse();
    return createCall(found.then((response) => ({ ...response, data: response.data[0] })));
  }
}

/** List of types, filtered by an ordinary query parameter instead of RQL. The platform takes its value as it is. */
const typesById: Operation<object, TypeDescriptor[]> = {
  name: "types.getByTypeId",
  method: operations.listTypes.method,
  path: operations.listTypes.path,
  safety: operations.listTypes.safety,
  parameters: [{ in: "query", name: "id", option: "id", required: true, allowReserved: true }],
  responses: operations.listTypes.responses,
};
