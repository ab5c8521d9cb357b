import { maximumInheritedValues } from "../load/index.js";
import { ClassHierarchy, type Schema, type Survey } from "../openapi/index.js";
import type { Problem } from "./problem.js";

/** Limits what subclasses inherit. Each subclass is written out in full, and many may inherit from one large class. */
export function* checkInheritance(survey: Survey): Generator<Problem> {
  const hierarchy = new ClassHierarchy(survey.followSchema);
  const sizes = new Map<Schema, number>();
  let inherited = 0;
  for (const located of survey.all("schema")) {
    for (const part of hierarchy.inheritedBy(located.value)) {
      const size = sizes.get(part) ?? countValues(part);
      sizes.set(part, size);
      inherited += size;
      if (inherited <= maximumInheritedValues) continue;
      const limit = `the limit (maximumInheritedValues) is ${maximumInheritedValues}`;
      yield { path: located.path, message: `Subclasses inherit too many values; ${limit}.` };
      return;
    }
  }
}

/** Number of values inside a value, including itself. */
function countValues(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, held) => sum + countValues(held), 1);
}
