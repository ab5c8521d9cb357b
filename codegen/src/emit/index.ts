import type { SourceFile } from "../code/index.js";
import type { Model } from "../model/index.js";
import { emitBuilders } from "./builders.js";
import { emitClient } from "./client.js";
import type { Specifiers } from "./declarations.js";
import { emitGroups } from "./groups.js";
import { emitIndex } from "./index-file.js";
import { emitOperations } from "./operations.js";
import { emitSchemas } from "./schemas.js";
import { emitShapes } from "./shapes.js";
import { emitTypeIds } from "./type-ids.js";
import { emitTypes } from "./types.js";
import { emitWebhooks } from "./webhooks.js";

export { datedNames, emptyObjectNames } from "../model/index.js";
export { exportedNames, type Specifiers, schemasInPlace } from "./declarations.js";

/** Turns a model into one part of the output. */
export type Emitter = (model: Model, to: Specifiers) => readonly SourceFile[];

/** Emitters for all files of a client. */
export const emitters: readonly Emitter[] = [
  emitTypes,
  emitTypeIds,
  emitBuilders,
  emitSchemas,
  emitShapes,
  emitOperations,
  emitGroups,
  emitClient,
  emitWebhooks,
  emitIndex,
];
