import { ApiError } from "../../errors/index.js";
import { type errorsType, findIssues, type Operation, type Schema } from "../schema/index.js";
import { parseDates } from "./conformance.js";

/** Error that the document describes for an operation. The status determines the type of the body. */
export type DocumentedError<Errors extends object> = {
  readonly [Status in keyof Errors]: {
    readonly status: Status extends number ? Status : number;
    readonly body: Errors[Status];
    /** Caught error. */
    readonly error: ApiError;
  };
}[keyof Errors];

/**
 * Returns the error response of an operation, with the body that the document describes for its status. Returns
 * `undefined` if the body does not match, the error is from another operation, or there was no response.
 *
 * ```ts
 * const known = documentedError(caught, operations.replaceOrder);
 * if (known?.status === 409) console.log(known.body.title);
 * ```
 *
 * @param error Caught error.
 * @param operation One of the client's `operations`.
 */
export function documentedError<Errors extends object>(
  error: unknown,
  operation: DescribedErrors<Errors>,
): DocumentedError<Errors> | undefined {
  if (!(error instanceof ApiError) || error.operation !== operation.name) return undefined;
  const { status, body } = error;
  const schema = findSchema(operation, status);
  if (schema === undefined || findIssues(schema, body).length > 0) return undefined;
  // The line above has validated the body.
  return { status, body: parseDates(schema, body), error } as DocumentedError<Errors>;
}

/** Part of an operation that describes its errors. */
type DescribedErrors<Errors extends object> = Pick<
  Operation<object, unknown, Errors>,
  "name" | "errors" | typeof errorsType
>;

/** Finds the schema of the status, of its class (`4XX`), or the default one. */
function findSchema({ errors = {} }: DescribedErrors<object>, status: number): Schema<unknown> | undefined {
  return errors[status] ?? errors[`${String(status).charAt(0)}XX`] ?? errors["default"];
}
