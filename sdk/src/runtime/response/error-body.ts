import { ApiError } from "../../errors/index.js";
import { findIssues, type Schema } from "../schema/index.js";
import { parseDates } from "./conformance.js";

/**
 * The body of an error that the platform answered, where it is as the document describes it; `undefined` for any other
 * body and any other error. Which schema a status has is in the document; the client exports those of its components, and
 * `documentedError` finds the one of a status by itself.
 *
 * @param error What was caught.
 * @param schema One of the client's `schemas`.
 */
export function errorBody<Body>(error: unknown, schema: Schema<Body>): Body | undefined {
  if (!(error instanceof ApiError) || findIssues(schema, error.body).length > 0) return undefined;
  // It was held against the schema on the line above.
  return parseDates(schema, error.body) as Body;
}
