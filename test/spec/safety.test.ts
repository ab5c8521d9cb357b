import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { safetyFaults } from "../../scripts/spec-safety.mjs";
import { root } from "../support/generated.js";

test.each(["aps", "appdirect"])("every operation of %s states its safety", (name) => {
  const text = readFileSync(join(root, `spec/${name}.yaml`), "utf8");
  expect(safetyFaults(parse(text))).toEqual([]);
  const marks = text.match(/^ *x-safety: .*\n/gm) ?? [];
  const faults = safetyFaults(parse(text.replace(/^ *x-safety: .*\n/gm, "")));
  expect(faults.length).toBe(marks.length);
  expect(faults.length).toBeGreaterThan(5);
});
