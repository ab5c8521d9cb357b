import { type JsonPath, quote } from "../load/index.js";
import { childFields } from "./kinds.js";
import { typeName } from "./names.js";
import type { Problem } from "./problem.js";
import type { Survey } from "./survey.js";

/** Keys of components follow the standard's grammar. Schemas whose keys make one type name are told apart by the model. */
export function* checkComponents(survey: Survey): Generator<Problem> {
  for (const { value: components } of survey.all("components")) {
    for (const { name: section } of childFields.components) {
      const keys = Object.keys(Object(Reflect.get(components, section)));
      yield* keys.flatMap((key) => keyProblem(key, ["components", section, key]));
    }
  }
}

/** OpenAPI 3.1, 4.8.7.1. A key must also hold something to make a name of. */
function keyProblem(key: string, path: JsonPath): readonly Problem[] {
  if (/^[A-Za-z0-9._-]+$/.test(key) && typeName(key) !== "") return [];
  const message = `A component's key is made of letters, digits, ".", "-" and "_", found ${quote(key)}.`;
  const better = key.replace(/[^A-Za-z0-9._-]+/g, "_");
  const name = typeName(better) === "" ? "OrderLine" : better;
  return [{ path, message, hint: `Choose a name like \`${name}\`, here and where it is referred to.` }];
}
