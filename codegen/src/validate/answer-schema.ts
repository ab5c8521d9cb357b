import type { MediaTypes, Operation, SchemaOrBoolean } from "./openapi.js";
import type { Survey } from "./survey.js";

/** JSON schema of the first success that an operation documents. */
export function answerSchema(survey: Survey, { responses = {} }: Operation): SchemaOrBoolean | undefined {
  const statuses = Object.keys(responses).filter((status) => /^2(?:\d\d|XX)$/i.test(status));
  return statuses
    .map((status) => survey.resolve("response", responses[status])?.content)
    .map((content) => jsonSchema(survey, content))
    .find((schema) => schema !== undefined);
}

/** Schema of the JSON among the media types of a body. */
export function jsonSchema(survey: Survey, content: MediaTypes = {}): SchemaOrBoolean | undefined {
  const type = Object.keys(content).find(isJson);
  return survey.resolve("mediaType", type === undefined ? undefined : content[type])?.schema;
}

function isJson(mediaType: string): boolean {
  return /^application\/(?:[^;]*\+)?json(?:\s*;|$)/i.test(mediaType);
}
