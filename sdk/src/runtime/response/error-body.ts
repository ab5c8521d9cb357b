import { ApiError } from "../../errors/index.js";
import { findIssues, type Schema } from "../schema/index.js";
import { parseDates } from "./conformance.js";

/**
 * Returns the body of an error response if it matches the schema. Returns `undefined` for any other body or error. The
 * document says which schema a status has; the client exports the schemas of its components. `documentedError` finds
 * the schema by itself.
 *
 * @param error Caught error.
 * @param schema One of the client's `schemas`.
 */
export function errorBody<Body>(error: unknown, schema: Schema<Body>): Body | undefined {
  if (!(error instanceof ApiError) || findIssues(schema, error.body).length > 0) return undefined;
  // The line above has validated the body.
  return parseDates(schema, error.body) as Body;
}
