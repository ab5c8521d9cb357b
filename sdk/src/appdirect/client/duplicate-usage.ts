import { schemas } from "../../generated/appdirect/index.js";
import { errorBody } from "../../runtime/index.js";

/**
 * Returns true if `usage.reportV2` was refused because a report with the same `idempotencyKey` was accepted before:
 * from an earlier call, or from an attempt of this call whose response was lost. The usage is recorded; do not
 * report it again with a new key.
 */
export function isDuplicateUsage(error: unknown): boolean {
  return errorBody(error, schemas.usageErrorSchema)?.message?.includes(DUPLICATE) ?? false;
}

/** Text of the error. AppDirect's Java SDK also compares this text: neither its status nor its code is documented. */
const DUPLICATE = "Entry ALREADY exists with idempotencyKey";
