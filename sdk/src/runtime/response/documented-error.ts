import { ApiError } from "../../errors/index.js";
import { type errorsType, findIssues, type Operation, type Schema } from "../schema/index.js";
import { parseDates } from "./conformance.js";

/** An error as the document of an operation describes it: what its body says depends on its status. */
export type DocumentedError<Errors extends object> = {
  readonly [Status in keyof Errors]: {
    readonly status: Status extends number ? Status : number;
    readonly body: Errors[Status];
    /** What was caught. */
    readonly error: ApiError;
  };
}[keyof Errors];

/**
 * The error that an operation answered, with the body that its document describes for the status; `undefined` for a
 * body that is not so, for another operation's error, and for everything that is no answer.
 *
 * ```ts
 * const known = documentedError(caught, operations.replaceOrder);
 * if (known?.status === 409) console.log(known.body.title);
 * ```
 *
 * @param error What was caught.
 * @param operation One of the client's `operations`.
 */
export function documentedError<Errors extends object>(
  error: unknown,
  operation: DescribedErrors<Errors>,
): DocumentedError<Errors> | undefined {
  if (!(error instanceof ApiError) || error.operation !== operation.name) return undefined;
  const { status, body } = error;
  const schema = schemaOf(operation, status);
  if (schema === undefined || findIssues(schema, body).length > 0) return undefined;
  // It was held against the schema on the line above.
  return { status, body: parseDates(schema, body), error } as DocumentedError<Errors>;
}

/** What of an operation its errors are told by. */
type DescribedErrors<Errors extends object> = Pick<
  Operation<object, unknown, Errors>,
  "name" | "errors" | typeof errorsType
>;

/** By the status itself, by its class, by default. */
function schemaOf({ errors = {} }: DescribedErrors<object>, status: number): Schema<unknown> | undefined {
  return errors[status] ?? errors[`${String(status).charAt(0)}XX`] ?? errors["default"];
}
