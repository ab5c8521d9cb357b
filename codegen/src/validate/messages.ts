import { quote } from "../json/index.js";
import { isSendable, isToken, type Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/**
 * Checks that header names and media types of requests are valid in HTTP. Does not check responses: the platform is
 * responsible for those, and an invalid header or media type simply never occurs. Empty names are allowed and mean
 * nothing.
 */
export function* checkMessages(survey: Survey): Generator<Problem> {
  for (const { value, path } of survey.all("parameter")) {
    if (value.in !== "header" || value.name === "" || isToken(value.name)) continue;
    const message = `Expected a header name, found ${quote(value.name)}.`;
    const hint = "Write the name as sent, such as `X-Request-Id`: letters, digits and `-`, without a colon.";
    yield { path: [...path, "name"], message, hint };
  }
  for (const { value, path } of survey.all("requestBody")) {
    const types = Object.keys(value.content);
    // One valid media type is enough. The other keys may be mistakes, such as examples with too little indentation.
    if (types.some(isSendable)) continue;
    for (const type of types) {
      const message = `Expected a media type, found ${quote(type)}.`;
      yield { path: [...path, "content", type], message, hint: "Write one such as `application/json`." };
    }
  }
}
