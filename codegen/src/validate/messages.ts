import { quote } from "../json/index.js";
import { isSendable, isToken, type Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/**
 * What is sent can be sent: headers have names, and bodies media types, that HTTP lets through. Of answers nothing of
 * the kind is asked: what the platform sends is its own affair, and a header or a type that never comes is never met.
 * An empty name says nothing, and is read as that.
 */
export function* checkMessages(survey: Survey): Generator<Problem> {
  for (const { value, path } of survey.all("parameter")) {
    if (value.in !== "header" || value.name === "" || isToken(value.name)) continue;
    const message = `Expected the name of a header, found ${quote(value.name)}.`;
    const hint = "Write it as it stands on the wire, like `X-Request-Id`: letters, digits and `-`, without a colon.";
    yield { path: [...path, "name"], message, hint };
  }
  for (const { value, path } of survey.all("requestBody")) {
    const types = Object.keys(value.content);
    // One of them is sent. What stands beside it may be anything, such as examples that are indented too little.
    if (types.some(isSendable)) continue;
    for (const type of types) {
      const message = `Expected a media type, found ${quote(type)}.`;
      yield { path: [...path, "content", type], message, hint: "Write one like `application/json`." };
    }
  }
}
