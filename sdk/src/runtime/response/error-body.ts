import { ApiError } from "../../errors.js";
import { issuesOf, type Schema } from "../schema/index.js";
import { withDates } from "./conformance.js";

/**
 * The body of an error that the platform answered, where it is as the document describes it; `undefined` for any other
 * body and any other error. Which schema a status has is in the document; the client exports those of its components, and
 * `documentedError` finds the one of a status by itself.
 *
 * @param error What was caught.
 * @param schema One of the client's `schemas`.
 */
export function errorBody<Body>(error: unknown, schema: Schema<Body>): Body | undefined {
  if (!(error instanceof ApiError) || issuesOf(schema, error.body).length > 0) return undefined;
  // It was held against the schema on the line above.
  return withDates(schema, error.body) as Body;
}
