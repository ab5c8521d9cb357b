import type { LoadedDocument } from "../load/index.js";
import type { Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/** Check of one subject: finds all problems that a document has with it. */
export type Rule = (survey: Survey, document: Pick<LoadedDocument, "missing">) => Iterable<Problem>;
