/**
 * Writes an API report for each entry of each package: `sdk/api/rql.api.md` describes `apsdirect/rql`. The reports are
 * committed, so that changes of the public API show up in review.
 *
 *     node scripts/api.mjs           writes the reports
 *     node scripts/api.mjs --check   writes nothing; prints the difference and exits with 1 if a report is out of date
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const root = resolve(import.meta.dirname, "..");
const isCheck = process.argv.includes("--check");

const COMPILER_OPTIONS = {
  target: "ES2022",
  module: "NodeNext",
  moduleResolution: "NodeNext",
  lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  types: ["node"],
  skipLibCheck: true,
};

mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
const reports = ["sdk", "codegen", "test/sandbox"].flatMap((folder) => reportsOf(join(root, folder)));
for (const { folder, name, declarations } of reports) report(folder, name, declarations);
const stale = staleReports();
for (const path of stale) console.error(`${path} describes an entry that no longer exists. Delete it.`);
if (stale.length > 0) process.exitCode = 1;

/** Entries of a package that have types, with the names of their reports. */
function reportsOf(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.entries(exports)
    .filter(([, target]) => target.types !== undefined)
    .map(([entry, { types }]) => ({
      folder,
      name: `${entry === "." ? "index" : entry.slice(2).replaceAll("/", "-")}.api.md`,
      declarations: join(folder, types),
    }));
}

function report(folder, name, declarations) {
  const kept = join(folder, "api");
  if (!isCheck) mkdirSync(kept, { recursive: true });
  const made = mkdtempSync(join(root, "node_modules/.cache/api-"));
  try {
    const { succeeded, apiReportChanged } = Extractor.invoke(configuration(folder, name, declarations, made), {
      localBuild: !isCheck,
      messageCallback: (message) => {
        // The difference is printed below.
        message.handled = message.category === "console";
      },
    });
    const path = relative(root, join(kept, name));
    if (isCheck && apiReportChanged) complain(path, join(kept, name), join(made, name));
    else if (!succeeded) throw new Error(`Could not create ${path} from ${relative(root, declarations)}`);
    else if (apiReportChanged) console.log(`Updated ${path}`);
  } finally {
    rmSync(made, { recursive: true });
  }
}

function complain(path, kept, made) {
  process.exitCode = 1;
  if (!existsSync(kept)) return console.error(`${path} is missing. Run npm run api and commit the new report.`);
  console.error(`${path} is out of date. If the change is intended, run npm run api and commit the report:`);
  spawnSync("git", ["--no-pager", "diff", "--no-index", "--unified=2", kept, made], { stdio: "inherit" });
}

function staleReports() {
  const expected = new Set(reports.map(({ folder, name }) => join(folder, "api", name)));
  const folders = [...new Set(reports.map(({ folder }) => join(folder, "api")))].filter((folder) => existsSync(folder));
  const present = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  return present.filter((path) => !expected.has(path)).map((path) => relative(root, path));
}

function configuration(projectFolder, reportFileName, declarations, reportTempFolder) {
  const quiet = { default: { logLevel: "none" } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath: declarations,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: [declarations] } },
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder: join(projectFolder, "api"),
        reportTempFolder,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // The compiler, the linter and the documentation tests report these themselves.
      messages: {
        compilerMessageReporting: quiet,
        extractorMessageReporting: quiet,
        tsdocMessageReporting: quiet,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, "package.json"),
  });
}
