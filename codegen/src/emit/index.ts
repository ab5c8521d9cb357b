import type { Model } from "../model/index.js";
import { emitBuilders } from "./builders.js";
import { emitClient } from "./client.js";
import type { Specifiers } from "./declarations.js";
import { emitGroups } from "./groups.js";
import { emitIndex } from "./index-file.js";
import { emitOperations } from "./operations.js";
import { emitSchemas } from "./schemas.js";
import type { EmittedFile } from "./source-file.js";
import { emitTypeIds } from "./type-ids.js";
import { emitTypes } from "./types.js";
import { emitWebhooks } from "./webhooks.js";

export { datedNames } from "../model/index.js";
export { exportedNames, type Specifiers, schemasInPlace } from "./declarations.js";
export type { EmittedFile } from "./source-file.js";

/** Part of the output: the model in, files as structures out. */
export type Emitter = (model: Model, specifiers: Specifiers) => readonly EmittedFile[];

/** Everything that a client consists of. */
export const emitters: readonly Emitter[] = [
  emitTypes,
  emitTypeIds,
  emitBuilders,
  emitSchemas,
  emitOperations,
  emitGroups,
  emitClient,
  emitWebhooks,
  emitIndex,
];
