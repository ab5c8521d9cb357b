// Generated from shapes.yaml. To change it, edit the document and generate again.
import { type Call, type CallOptions, OperationGroup } from "apsdirect/runtime";
import {
  doSomethingWithAVeryLongNameThatLeavesHardlyAnyRoomForParameters,
  getShape,
  replaceShape,
} from "../operations/shapes.js";
import type { AQuiteLongNameOfASchemaThatTakesRoom, Shape } from "../types.js";

/** Options for `shapes.get`. */
export interface GetShapeOptions extends CallOptions {
  /** Unit of the lengths. */
  unit?: "cm" | "in" | (string & {}) | undefined;
  /** Bears the name of an option. */
  timeoutParam?: number | undefined;
  xTenant: string;
}

/** Things with a shape. */
export class Shapes extends OperationGroup {
  /**
   * Reads a shape.
   *
   * `GET /shapes/{shape-id}`
   *
   * @param shapeId Which shape.
   */
  get(shapeId: string, options: GetShapeOptions): Call<Shape | undefined> {
    return this.core.call(getShape, { "shape-id": shapeId }, options);
  }

  /**
   * Replaces a shape.
   *
   * `PUT /shapes/{shape-id}`
   *
   * @param shapeId Which shape.
   *
   * @deprecated
   */
  replace(shapeId: string, shape?: Shape, options?: CallOptions): Call<undefined> {
    return this.core.call(replaceShape, { "shape-id": shapeId, body: shape }, options);
  }

  /** `POST /unmarked` */
  doSomethingWithAVeryLongNameThatLeavesHardlyAnyRoomForParameters(
    body: AQuiteLongNameOfASchemaThatTakesRoom,
    options?: CallOptions,
  ): Call<Shape[]> {
    return this.core.call(doSomethingWithAVeryLongNameThatLeavesHardlyAnyRoomForParameters, { body }, options);
  }
}
