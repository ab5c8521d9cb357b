/**
 * Checks the documents by a linter's recommended rules, every example in them by its schema, and that every operation
 * which places or creates something marks its identity. Prints each fault with its place, and nothing else.
 */
import { resolve } from "node:path";
import { BaseResolver, bundle, createConfig, formatProblems, getTotals, lint } from "@redocly/openapi-core";
import { exampleFaults } from "./spec-examples.mjs";
import { identityFaults } from "./spec-identities.mjs";

const root = resolve(import.meta.dirname, "..");
const documents = ["spec/aps.yaml", "spec/appdirect.yaml"].map((path) => resolve(root, path));

const config = await createConfig({
  extends: ["recommended"],
  rules: {
    // Properties, relations and operations of an APS resource share one form of address: `/resources/{id}/{name}`.
    "no-ambiguous-paths": "off",
    // Both platforms document errors without a list of statuses: `default` describes them all.
    "operation-4xx-response": "off",
    // Views name schemas and examples by pointers in a text, which the linter does not follow.
    "no-unused-components": "off",
    // The linter's own check of examples is left to ours, which knows views as well.
    "no-invalid-media-type-examples": "off",
  },
});

let faults = 0;
for (const document of documents) {
  const problems = await lint({ ref: document, config });
  formatProblems(problems, { format: "codeframe", totals: getTotals(problems), cwd: root });
  const { bundle: whole } = await bundle({ ref: document, config, externalRefResolver: new BaseResolver() });
  const ours = [...exampleFaults(whole.parsed), ...identityFaults(whole.parsed)];
  for (const fault of ours) console.error(`${document}: ${fault}`);
  faults += problems.filter(({ ignored }) => !ignored).length + ours.length;
}
if (faults > 0) process.exitCode = 1;
