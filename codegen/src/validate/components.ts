import { type JsonPath, quote } from "../load/index.js";
import { childFields } from "./kinds.js";
import { typeName } from "./names.js";
import { duplicates, type Problem } from "./problem.js";
import type { Survey } from "./survey.js";

/** Keys of components follow the standard's grammar, and those of schemas make type names that differ. */
export function* checkComponents(survey: Survey): Generator<Problem> {
  for (const { value: components } of survey.all("components")) {
    for (const { name: section } of childFields.components) {
      const keys = Object.keys(Object(Reflect.get(components, section)));
      yield* keys.flatMap((key) => keyProblem(key, ["components", section, key]));
    }
    const schemas = Object.keys(components.schemas ?? {}).map((key) => ({
      key,
      path: ["components", "schemas", key],
    }));
    yield* duplicates(
      schemas.filter(({ key }) => typeName(key) !== ""),
      // Files and imports of one name in two spellings collide on file systems that ignore case.
      ({ key }) => typeName(key).toLowerCase(),
      ({ key }, first) => ({
        message: `The schemas ${quote(key)} and ${quote(first.key)} make one type name, ${typeName(key)}.`,
        hint: "Rename one of the two.",
      }),
    );
  }
}

/** OpenAPI 3.1, 4.8.7.1. A key must also hold something to make a name of. */
function keyProblem(key: string, path: JsonPath): readonly Problem[] {
  if (/^[A-Za-z0-9._-]+$/.test(key) && typeName(key) !== "") return [];
  const message = `A component's key is made of letters, digits, ".", "-" and "_", found ${quote(key)}.`;
  return [{ path, message, hint: "Choose a name like `OrderLine`." }];
}
