import { numbered, type Operation } from "../model/index.js";
import { sentTemplate } from "../openapi/index.js";

/**
 * Name of a path parameter in the input of a call. The request body is called `body` there, so a parameter with that name
 * gets another one. The names of path parameters are never sent.
 */
export function inputName(name: string, { body, pathParameters }: Operation): string {
  if (name !== "body" || body === undefined) return name;
  return numbered("bodyParam", (candidate) => pathParameters.some((parameter) => parameter.name === candidate));
}

/** Path template of a descriptor, with the names of the input as placeholders. */
export function inputTemplate(operation: Operation): string {
  return sentTemplate(operation.path).replaceAll("{body}", () => `{${inputName("body", operation)}}`);
}
