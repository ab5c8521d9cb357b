import { type JsonPath, quote } from "../json/index.js";
import { objects, type Survey, typeName } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/**
 * Checks that component keys follow the standard's grammar. The model handles keys that result in the same type name.
 */
export function* checkComponents(survey: Survey): Generator<Problem> {
  for (const { value: components } of survey.all("components")) {
    for (const section of Object.keys(objects.components.fields)) {
      const keys = Object.keys(Object(Reflect.get(components, section)));
      yield* keys.flatMap((key) => checkKey(key, ["components", section, key]));
    }
  }
}

/** OpenAPI 3.1, 4.8.7.1. A key also needs a letter or a digit for a type name. */
function checkKey(key: string, path: JsonPath): readonly Problem[] {
  if (/^[A-Za-z0-9._-]+$/.test(key) && typeName(key) !== "") return [];
  const message = `A component key may contain only letters, digits, ".", "-" and "_", and needs a letter or a digit; found ${quote(key)}.`;
  const better = key.replace(/[^A-Za-z0-9._-]+/g, "_");
  const name = typeName(better) === "" ? "OrderLine" : better;
  return [{ path, message, hint: `Choose a name such as \`${name}\`, here and in all references.` }];
}
