import { readFileSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import type { GenerateOptions } from "../generate.js";
import { load } from "../load/index.js";
import { validate } from "../validate/index.js";
import type { Comparison, WriteReport } from "../write/index.js";
import { exitStatus, type Telling, tellFailure, tellFindings } from "./failures.js";
import { moduleTypeWarning } from "./module-type.js";
import { colorsOf, type Streams } from "./terminal.js";

/** Runs one command line. Returns the exit status: 0 done, 1 findings, 2 usage. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  let status: number = exitStatus.done;
  const program = commandLine(streams, (result) => {
    status = result;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitStatus.done : exitStatus.usage; // help was asked for, or the call was wrong
  }
}

interface GenerateFlags {
  readonly out: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly runtime: string;
  readonly zod: "mini" | "classic";
}

interface ValidateFlags {
  readonly json?: boolean;
}

function commandLine(streams: Streams, end: (status: number) => void): Command {
  const program = new Command("apsdirect-codegen")
    .description("Makes a typed TypeScript client from an OpenAPI 3 document.")
    .exitOverride()
    .showHelpAfterError("Run with --help to see how it is called.")
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .version(packageVersion())
    .addHelpText("after", generateExamples + exitStatuses);
  program
    .command("generate")
    .description("Writes the client of a document into a folder.")
    .argument("<document>", "OpenAPI 3.0 or 3.1 document, YAML or JSON")
    .requiredOption("--out <dir>", "Folder to write to; files of yours in it are never touched.")
    .addOption(
      new Option("--check", "Write nothing; exit with 1 and list the files if the folder is not up to date.").conflicts(
        "force",
      ),
    )
    .option("--force", "Overwrite generated files even where they were edited by hand.")
    .option("--json", "Print one JSON object instead of text.")
    .option("--runtime <specifier>", "Import the run-time from here.", "apsdirect/runtime")
    .addOption(
      new Option("--zod <build>", "Import this build of zod; mini is smaller in a bundle.")
        .choices(["mini", "classic"])
        .default("mini"),
    )
    .addHelpText("after", generateExamples)
    .action(async (document: string, flags: GenerateFlags) => end(await runGenerate(document, flags, streams)));
  program
    .command("validate")
    .description("Says everything that is wrong with a document, and writes nothing.")
    .argument("<document>", "OpenAPI 3.0 or 3.1 document, YAML or JSON")
    .option("--json", "Print one JSON object instead of text.")
    .addHelpText("after", validateExamples)
    .action(async (document: string, flags: ValidateFlags) => end(await runValidate(document, flags, streams)));
  return program;
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return String(version);
}

const exitStatuses = `
Exit status: 0 done, 1 findings (stale, invalid), 2 usage.
`;

const generateExamples = `
Examples:
  $ apsdirect-codegen generate openapi.yaml --out src/generated
  $ apsdirect-codegen generate openapi.yaml --out src/generated --check   # in CI
`;

const validateExamples = `
Examples:
  $ apsdirect-codegen validate openapi.yaml
  $ apsdirect-codegen validate openapi.yaml --json | jq '.findings[].message'
`;

async function runGenerate(
  document: string,
  { check = false, force = false, json = false, out, runtime, zod }: GenerateFlags,
  streams: Streams,
): Promise<number> {
  const options: GenerateOptions = { document, out, runtime, zod };
  const telling: Telling = { streams, json };
  try {
    const warning = await moduleTypeWarning(out);
    if (warning !== undefined) streams.stderr.write(`${colorsOf(streams.stderr).yellow("Warning:")} ${warning}\n`);
    // Loaded only here: the TypeScript compiler behind it takes most of a second, which --help and validate do not need.
    const { checkGenerated, generate } = await import("../generate.js");
    if (check) return tellComparison(await checkGenerated(options), out, telling);
    tellReport(await generate({ ...options, force }), telling);
    return exitStatus.done;
  } catch (error) {
    return tellFailure(error, telling);
  }
}

async function runValidate(document: string, { json = false }: ValidateFlags, streams: Streams): Promise<number> {
  const telling: Telling = { streams, json };
  try {
    const findings = validate(await load(document));
    if (findings.length > 0) {
      await tellFindings(findings, telling);
      return exitStatus.findings;
    }
    if (json) streams.stdout.write(`${JSON.stringify({ ok: true, findings })}\n`);
    else streams.stdout.write(`${document} is valid.\n`);
    return exitStatus.done;
  } catch (error) {
    return tellFailure(error, telling);
  }
}

function tellReport({ written, removed, unchanged }: WriteReport, { streams, json }: Telling): void {
  const counts = `written ${written.length}, removed ${removed.length}, unchanged ${unchanged.length}`;
  streams.stdout.write(json ? `${JSON.stringify({ ok: true, written, removed, unchanged })}\n` : `${counts}\n`);
}

function tellComparison(comparison: Comparison, out: string, { streams, json }: Telling): number {
  const { upToDate, interrupted, ...paths } = comparison;
  if (json) streams.stdout.write(`${JSON.stringify({ ok: upToDate, upToDate, interrupted, ...paths })}\n`);
  else if (upToDate) streams.stdout.write(`${out} is up to date.\n`);
  else streams.stderr.write(`${describeDifferences(comparison)}Run \`apsdirect-codegen generate\` to renew ${out}.\n`);
  return upToDate ? exitStatus.done : exitStatus.findings;
}

function describeDifferences({ missing, outdated, stale, edited, foreign, interrupted }: Comparison): string {
  const kinds = { missing, differs: outdated, stale, "edited by hand": edited, "not ours": foreign };
  const lines = Object.entries(kinds).flatMap(([kind, paths]) => paths.map((path) => `${path}: ${kind}\n`));
  return lines.join("") + (interrupted ? "An earlier run was interrupted.\n" : "");
}
