// Generated from resources.yaml. To change it, edit the document and generate again.
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
} from "apsdirect/runtime";
import { addPainting, listPaintings } from "../operations/paintings.js";
import type { Painting, PaintingInput } from "../types.js";

export class Paintings extends OperationGroup {
  /**
   * Lists paintings, whatever `implementing` says.
   *
   * `GET /paintings`
   *
   * @param rql Filter of the list: typed operators of the resource, an expression, or RQL text.
   */
  list<const C extends RqlClauses = RqlClauses>(
    rql?: RqlQuery<Painting, C>,
    options?: ListOptions,
  ): List<Selected<Painting, C>> {
    return rqlList(this.core, listPaintings, {}, rql, options);
  }

  /** `POST /paintings` */
  add(body: PaintingInput, options?: CallOptions): Call<undefined> {
    return this.core.call(addPainting, { body }, options);
  }
}
