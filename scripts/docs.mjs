/** Builds the documentation site into `dist/docs`: guides, a page for each group of methods, and the API reference. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as appdirect from "apsdirect/appdirect";
import * as aps from "apsdirect/aps";
import { Application } from "typedoc";
import { parse } from "yaml";
import { operationPages } from "./docs/pages.mjs";

const root = resolve(import.meta.dirname, "..");
const pages = join(root, "dist/docs-pages");
rmSync(pages, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });
for (const [file, platform, { operations }] of [
  ["aps.yaml", "Methods of the APS bus", aps],
  ["appdirect.yaml", "Methods of AppDirect", appdirect],
]) {
  const document = parse(readFileSync(join(root, "spec", file), "utf8"), { maxAliasCount: 0 });
  for (const [name, text] of operationPages(document, platform, optionNames(operations)))
    writeFileSync(join(pages, name), text);
}

const application = await Application.bootstrapWithPlugins({ options: join(root, "docs/typedoc.json") });
const project = await application.convert();
if (project === undefined) process.exit(1);
await application.generateOutputs(project);
process.exit(application.logger.hasErrors() || application.logger.hasWarnings() ? 1 : 0);

/** Option names of a client's parameters: by method, then by parameter name in the request. */
function optionNames(operations) {
  const named = Object.values(operations).map(({ name, parameters = [] }) => [
    name,
    new Map(parameters.map(({ name: wire, option = wire }) => [wire, option])),
  ]);
  return new Map(named);
}
