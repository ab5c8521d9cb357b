import type { Problem } from "./problem.js";
import type { Survey } from "./survey.js";

/** One subject of validation: says what is wrong with the document in its respect. */
export type Rule = (survey: Survey) => Iterable<Problem>;
