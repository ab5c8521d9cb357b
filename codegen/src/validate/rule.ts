import type { LoadedDocument } from "../load/index.js";
import type { Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/** Checks one aspect of a document and returns all problems with it. */
export type Rule = (survey: Survey, document: Pick<LoadedDocument, "missing">) => Iterable<Problem>;
