import { schemas } from "../../generated/appdirect/index.js";
import { errorBody } from "../../runtime/index.js";

/**
 * Whether `usage.reportV2` was refused because a report under the same `idempotencyKey` has been taken before: by an
 * earlier call, or by an attempt of this one whose answer was lost. The usage is in; do not report it under a new key.
 */
export function isDuplicateUsage(error: unknown): boolean {
  return errorBody(error, schemas.usageErrorSchema)?.message?.includes(DUPLICATE) ?? false;
}

/** AppDirect's Java SDK goes by these words, too: neither status nor code of this error is published. */
const DUPLICATE = "Entry ALREADY exists with idempotencyKey";
