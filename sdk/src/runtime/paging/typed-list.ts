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
 * Applies the item type that a query asks for to the operation of a list: the first type id that the client knows.
 * With the schema of that type, properties get their documented types, even if the platform sends a number as text.
 * If no id is known, returns the operation unchanged.
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
