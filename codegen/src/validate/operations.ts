import { type JsonPath, quote } from "../json/index.js";
import { descriptorName, isPrototypeName, isReservedWord, type Survey } from "../openapi/index.js";
import { duplicates, type Problem } from "./problem.js";

/** What people put between words, and what names of generated code leave out. */
const between = String.raw`(?:[-_./ :{}()[\],|#&'+@*?!$]|(?![ -~])[\p{P}\p{S}])`;
const word = "[A-Za-z0-9]+";
/** Words, and no way out of a folder. */
const operationIdGrammar = new RegExp(
  String.raw`^(?!.*\.\.)${between}*${word}(?:${between}+${word})*${between}*$`,
  "u",
);

interface GivenId {
  readonly operationId: string;
  readonly path: JsonPath;
  readonly isView: boolean;
}

/**
 * Operations have names that can stand in code, and no two have one name. One without an id is named after its method
 * and path, and one whose id is a reserved word gets a longer name: both when the model is built.
 */
export function* checkOperations(survey: Survey): Generator<Problem> {
  const ids = givenIds(survey);
  for (const { operationId, path, isView } of ids) {
    if (!operationIdGrammar.test(operationId)) {
      const message = `An operationId is made of letters and digits, found ${quote(operationId)}.`;
      yield {
        path,
        message,
        hint: "Choose a name like `createOrder`, or leave it out: the path makes a name as well.",
      };
    } else if (isPrototypeName(operationId) || (isView && isReservedWord(operationId))) {
      const message = `The operationId ${quote(operationId)} means something else in JavaScript.`;
      yield { path, message, hint: "Choose a name like `createOrder`." };
    }
  }
  yield* duplicates(
    ids,
    ({ operationId }) => descriptorName(operationId),
    ({ operationId }, first) => ({
      message:
        operationId === first.operationId
          ? `The operationId ${quote(operationId)} is used twice.`
          : `The operationIds ${quote(operationId)} and ${quote(first.operationId)} make one name in code.`,
      hint: "Rename one of the two.",
    }),
  );
}

function givenIds(survey: Survey): readonly GivenId[] {
  return survey.all("operation").flatMap(({ value, path }) => {
    const { operationId } = value;
    const own =
      operationId === undefined || operationId === ""
        ? []
        : [{ operationId, path: [...path, "operationId"], isView: false }];
    const views = (value["x-views"] ?? []).map((view, index) => {
      return { operationId: view.operationId, path: [...path, "x-views", index, "operationId"], isView: true };
    });
    return [...own, ...views];
  });
}
