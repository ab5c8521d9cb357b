/**
 * Lints the documents with Redocly's recommended rules, validates every example against its schema, and checks that every
 * operation sets `x-safety` and, if it creates something, `x-identity`. Prints only the problems, each with its position.
 */
import { resolve } from "node:path";
import { BaseResolver, bundle, createConfig, formatProblems, getTotals, lint } from "@redocly/openapi-core";
import { exampleFaults } from "./spec-examples.mjs";
import { identityFaults } from "./spec-identities.mjs";
import { safetyFaults } from "./spec-safety.mjs";

const root = resolve(import.meta.dirname, "..");
const documents = ["spec/aps.yaml", "spec/appdirect.yaml"].map((path) => resolve(root, path));

const config = await createConfig({
  extends: ["recommended"],
  rules: {
    // Properties, relations and operations of an APS resource have the same form of path: `/resources/{id}/{name}`.
    "no-ambiguous-paths": "off",
    // Both platforms document errors without statuses, so `default` describes all of them.
    "operation-4xx-response": "off",
    // Views refer to schemas and examples with pointers in strings, which the linter does not follow.
    "no-unused-components": "off",
    // Our own check of examples also covers views.
    "no-invalid-media-type-examples": "off",
  },
});

let faults = 0;
for (const document of documents) {
  const problems = await lint({ ref: document, config });
  formatProblems(problems, { format: "codeframe", totals: getTotals(problems), cwd: root });
  const { bundle: whole } = await bundle({ ref: document, config, externalRefResolver: new BaseResolver() });
  const ours = [...exampleFaults(whole.parsed), ...identityFaults(whole.parsed), ...safetyFaults(whole.parsed)];
  for (const fault of ours) console.error(`${document}: ${fault}`);
  faults += problems.filter(({ ignored }) => !ignored).length + ours.length;
}
if (faults > 0) process.exitCode = 1;
