import { RequestValidationError } from "../../errors/index.js";
import { getValueAt, type Operation, type PropertyPath } from "../schema/index.js";

/**
 * Adds the reference of a call to its body, if the document marks a field for it. Keeps a value that the caller set.
 *
 * @param given Reference that the caller chose, or `undefined` if it was generated.
 * @throws RequestValidationError if the body contains another reference than the caller chose
 */
export function addReference(
  { name, reference: path }: Operation<object, unknown>,
  input: object,
  reference: string,
  given: string | undefined,
): object {
  const body: unknown = Reflect.get(input, "body");
  if (path === undefined || typeof body !== "object" || body === null) return input;
  const present = getValueAt(body, path);
  if (present === undefined) return { ...input, body: setValue(body, path, reference) };
  if (given === undefined || present === given) return input;
  const message = `expected the reference of the call, ${JSON.stringify(given)}, or no value`;
  throw new RequestValidationError(name, [{ path: ["$", ...path].join("."), message }]);
}

/** Copies an object and sets the value at a path. */
function setValue(target: object, [name = "", ...rest]: PropertyPath, value: string): object {
  const inner: unknown = Reflect.get(target, name);
  const isInside = typeof inner === "object" && inner !== null;
  return { ...target, [name]: rest.length === 0 ? value : setValue(isInside ? inner : {}, rest, value) };
}
