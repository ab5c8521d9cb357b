import * as z from "zod/mini";
import {
  isDated,
  type Operation,
  type ResponseDescription,
  type Schema,
  schema,
  schemaWithDates,
} from "../schema/index.js";

/**
 * The operation of a list, answering what the query says that its items are: the first of the type ids that the client
 * knows. Held against the schema of that type, its properties are what its type says, also where the platform sends a
 * number as text. Without such an id, the operation as it is.
 */
export function applyItemType<Input extends object, Result>(
  operation: Operation<Input, Result>,
  typeIds: readonly string[],
): Operation<Input, Result> {
  const { types = {}, responses } = operation;
  const known = typeIds.find((id) => Object.hasOwn(types, id));
  const item = known === undefined ? undefined : types[known];
  if (item === undefined) return operation;
  const list = createListSchema(item);
  const typed = Object.entries(responses).map(([status, response]): [string, ResponseDescription] => {
    return [status, response.schema === undefined ? response : { ...response, schema: list }];
  });
  return { ...operation, responses: Object.fromEntries(typed) };
}

function createListSchema(item: Schema<unknown>): Schema<unknown> {
  const build = (): unknown => z.array(item);
  return isDated(item) ? schemaWithDates(build) : schema(build);
}
