import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { identityFaults } from "../../scripts/spec-identities.mjs";
import { root } from "../support/generated.js";

test.each(["aps", "appdirect"])("every operation of %s that may create something marks its identity", (name) => {
  const text = readFileSync(join(root, `spec/${name}.yaml`), "utf8");
  expect(identityFaults(parse(text))).toEqual([]);
  const unmarked = text.replace(/^ *x-identity: .*\n/gm, "");
  const marks = text.match(/^ *x-identity: /gm) ?? [];
  // A PUT that is marked need not be: it changes what exists.
  const faults = identityFaults(parse(unmarked));
  expect(faults.length).toBe(marks.length);
  for (const fault of faults) expect(fault).toMatch(/^\w+: x-identity is missing\. /);
});
