import { type JsonPath, quote } from "../json/index.js";
import { objects, type Survey, typeName } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/** Keys of components follow the standard's grammar. The model tells apart schemas whose keys make the same type name. */
export function* checkComponents(survey: Survey): Generator<Problem> {
  for (const { value: components } of survey.all("components")) {
    for (const section of Object.keys(objects.components.fields)) {
      const keys = Object.keys(Object(Reflect.get(components, section)));
      yield* keys.flatMap((key) => keyProblem(key, ["components", section, key]));
    }
  }
}

/** OpenAPI 3.1, 4.8.7.1. A key must also have a letter or a digit to make a name from. */
function keyProblem(key: string, path: JsonPath): readonly Problem[] {
  if (/^[A-Za-z0-9._-]+$/.test(key) && typeName(key) !== "") return [];
  const message = `A component's key is made of letters, digits, ".", "-" and "_", found ${quote(key)}.`;
  const better = key.replace(/[^A-Za-z0-9._-]+/g, "_");
  const name = typeName(better) === "" ? "OrderLine" : better;
  return [{ path, message, hint: `Choose a name like \`${name}\`, here and where it is referred to.` }];
}
