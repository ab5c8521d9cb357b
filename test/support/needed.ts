import { appendFileSync } from "node:fs";
import { describe } from "vitest";
import { NOT_RUN } from "./not-run.js";

/**
 * Tests that need something of the machine. Where it is not there, they are skipped and the summary says so in a line
 * `not run: …`; with `REQUIRE_ALL=1` they run all the same, and fail.
 */
export function describeWith(
  needed: { readonly name: string; readonly isThere: boolean },
  name: string,
  tests: () => void,
) {
  const isSkipped = !needed.isThere && process.env["REQUIRE_ALL"] !== "1";
  const notes = process.env[NOT_RUN];
  if (isSkipped && notes !== undefined) appendFileSync(notes, `${name}: ${needed.name} is not installed\n`);
  describe.skipIf(isSkipped)(name, tests);
}
