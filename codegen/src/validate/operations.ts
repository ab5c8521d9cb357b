import { quote } from "../load/index.js";
import { isPrototypeName, isReservedWord, typeName } from "./names.js";
import { duplicates, type Problem } from "./problem.js";
import type { Survey } from "./survey.js";

/** Words of letters and digits; single separators between them, which names of generated code leave out. */
const operationIdGrammar = /^[A-Za-z][A-Za-z0-9]*(?:[-._/][A-Za-z0-9]+)*$/;

/** Operations have names that can stand in code, and no two have one name. Responses are a matter of their shape. */
export function* checkOperations(survey: Survey): Generator<Problem> {
  const operations = survey.all("operation").flatMap(({ value, path }) => [
    { operationId: value.operationId, path: [...path, "operationId"] },
    ...(value["x-views"] ?? []).map(({ operationId }, index) => {
      return { operationId, path: [...path, "x-views", index, "operationId"] };
    }),
  ]);
  for (const { operationId, path } of operations) {
    if (!operationIdGrammar.test(operationId)) {
      const message = `An operationId is made of letters and digits and begins with a letter, found ${quote(operationId)}.`;
      yield { path, message, hint: "Choose a name like `createOrder`." };
    } else if (isPrototypeName(operationId) || isReservedWord(operationId)) {
      const message = `The operationId ${quote(operationId)} means something else in JavaScript.`;
      yield { path, message, hint: "Choose a name like `createOrder`." };
    }
  }
  yield* duplicates(
    operations,
    ({ operationId }) => typeName(operationId).toLowerCase(),
    ({ operationId }, first) => ({
      message:
        operationId === first.operationId
          ? `The operationId ${quote(operationId)} is used twice.`
          : `The operationIds ${quote(operationId)} and ${quote(first.operationId)} make one name in code.`,
      hint: "Rename one of the two.",
    }),
  );
}
