import { type JsonPath, quote } from "../json/index.js";
import { descriptorName, isPrototypeName, isReservedWord, type Survey } from "../openapi/index.js";
import { findDuplicates, type Problem } from "./problem.js";

/** Separators between words, which names in generated code leave out. */
const separator = String.raw`(?:[-_./ :{}()[\],|#&'+@*?!$]|(?![ -~])[\p{P}\p{S}])`;
const word = "[A-Za-z0-9]+";
/** Words and separators, but no `..`, which could lead out of a folder. */
const operationIdGrammar = new RegExp(
  String.raw`^(?!.*\.\.)${separator}*${word}(?:${separator}+${word})*${separator}*$`,
  "u",
);

interface GivenId {
  readonly operationId: string;
  readonly path: JsonPath;
  readonly isView: boolean;
}

/**
 * Checks that operation ids are valid and unique in code. When the model is built, operations without an id are named
 * after their method and path, and ids that are reserved words get a longer name.
 */
export function* checkOperations(survey: Survey): Generator<Problem> {
  const ids = findGivenIds(survey);
  for (const { operationId, path, isView } of ids) {
    if (!operationIdGrammar.test(operationId)) {
      const message = `An operationId must consist of letters and digits; found ${quote(operationId)}.`;
      yield {
        path,
        message,
        hint: "Choose a name such as `createOrder`, or remove it to use a name derived from the path.",
      };
    } else if (isPrototypeName(operationId) || (isView && isReservedWord(operationId))) {
      const message = `The operationId ${quote(operationId)} has another meaning in JavaScript.`;
      yield { path, message, hint: "Choose a name such as `createOrder`." };
    }
  }
  yield* findDuplicates(
    ids,
    ({ operationId }) => descriptorName(operationId),
    ({ operationId }, first) => ({
      message:
        operationId === first.operationId
          ? `The operationId ${quote(operationId)} is used twice.`
          : `The operationIds ${quote(operationId)} and ${quote(first.operationId)} result in the same name in code.`,
      hint: "Rename one of the two.",
    }),
  );
}

function findGivenIds(survey: Survey): readonly GivenId[] {
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
