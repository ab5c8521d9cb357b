import { readFileSync } from "node:fs";
import { Command, CommanderError, Option } from "commander";
import type { DiffFlags } from "./diff-command.js";
import { exitStatus } from "./exit-status.js";
import type { GenerateFlags } from "./generate-command.js";
import { guardStreams, type Streams } from "./terminal.js";
import type { ValidateFlags } from "./validate-command.js";

/** Runs one command line. Returns the exit status: 0 done, 1 findings, 2 usage. */
export async function run(args: readonly string[], unguarded: Streams): Promise<number> {
  const streams = guardStreams(unguarded);
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

/** Each command is loaded when it is called: the compiler behind `generate` takes most of a second. */
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
    .description("Writes the client of a document into a folder, or all clients of apsdirect.config.json.")
    .argument("[document]", "OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON; without it, the config file is read")
    .option("--out <dir>", "Folder to write to; files of yours in it are never touched.")
    .addOption(
      new Option("--check", "Write nothing; exit with 1 and list the files if the folder is not up to date.").conflicts(
        "force",
      ),
    )
    .addOption(
      new Option("--watch", "Generate again on every change of the document, until Ctrl+C.").conflicts("check"),
    )
    .option("--force", "Overwrite generated files even where they were edited by hand.")
    .option("--json", "Print one JSON object instead of text.")
    .option("--runtime <specifier>", 'Import the run-time from here. (default: "apsdirect/runtime")')
    .addOption(
      new Option("--zod <build>", "Import this build of zod; without it mini, which is smaller.").choices([
        "mini",
        "classic",
      ]),
    )
    .addOption(
      new Option("--enums <kind>", "Whether enums take values that they do not list; without it they do.").choices([
        "open",
        "closed",
      ]),
    )
    .addOption(
      new Option("--dates <type>", "What text of the format date-time is to a program; without it text.").choices([
        "text",
        "Date",
      ]),
    )
    .option("--paths", "Write paths.ts too: types of openapi-typescript, for openapi-fetch and its like.")
    .addHelpText("after", generateExamples)
    .action(async (document: string | undefined, flags: GenerateFlags, command: Command) => {
      const { out, runtime, zod, enums, dates, paths } = flags;
      if (document !== undefined && out === undefined)
        command.error("error: required option '--out <dir>' is missing.");
      if (document === undefined && (out ?? runtime ?? zod ?? enums ?? dates ?? paths) !== undefined) {
        command.error(
          "error: --out, --runtime, --zod, --enums, --dates and --paths belong to a document; without one, the config file says them.",
        );
      }
      const { runGenerate } = await import("./generate-command.js");
      end(await runGenerate(document, flags, streams));
    });
  program
    .command("validate")
    .description("Says everything that is wrong with a document, and writes nothing.")
    .argument("<document>", "OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON")
    .option("--json", "Print one JSON object instead of text.")
    .addHelpText("after", validateExamples)
    .action(async (document: string, flags: ValidateFlags) => {
      const { runValidate } = await import("./validate-command.js");
      end(await runValidate(document, flags, streams));
    });
  program
    .command("diff")
    .description("Says what the step from one document to another means to those who call the client.")
    .argument("<old>", "The document that callers know")
    .argument("<new>", "The document that is to take its place")
    .addOption(
      new Option("--fail-on <severity>", "Exit with 1 where there is a change of this severity.").choices(["breaking"]),
    )
    .option("--project <tsconfig>", "Find the places in this project that have to be looked at; needs --client.")
    .option("--client <dir>", "The generated client in that project, as it was made from the old document.")
    .option("--json", "Print one JSON object instead of text.")
    .addHelpText("after", diffExamples)
    .action(async (old: string, next: string, flags: DiffFlags, command: Command) => {
      if ((flags.project === undefined) !== (flags.client === undefined)) {
        command.error("error: --project and --client belong together: whose code, and which client in it.");
      }
      const { runDiff } = await import("./diff-command.js");
      end(await runDiff(old, next, flags, streams));
    });
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
  $ apsdirect-codegen generate openapi.yaml --out src/generated --watch   # while you edit
  $ apsdirect-codegen generate   # all clients of the config file in this folder

apsdirect.config.json:
  { "clients": [{ "document": "openapi.yaml", "out": "src/generated" }] }

It may also be code, apsdirect.config.mjs (or .ts, where Node loads it), and is read from the working folder only:
  import { defineConfig } from "@apsdirect/codegen";
  export default defineConfig({ clients: [{ document: "openapi.yaml", out: "src/generated" }] });
`;

const validateExamples = `
Examples:
  $ apsdirect-codegen validate openapi.yaml
  $ apsdirect-codegen validate openapi.yaml --json | jq '.findings[].message'
`;

const diffExamples = `
Every change has a severity: breaking (calls have to be changed), addition (something new to use) or fix (nothing to do).
The severest of them says which version a release asks for: major, minor or patch.

Examples:
  $ apsdirect-codegen diff openapi.old.yaml openapi.yaml
  $ git show main:openapi.yaml > old.yaml && apsdirect-codegen diff old.yaml openapi.yaml --fail-on breaking   # in CI
  $ apsdirect-codegen diff old.yaml openapi.yaml --project tsconfig.json --client src/generated   # and where it hurts
  $ apsdirect-codegen diff old.yaml openapi.yaml --json | jq -r .bump
`;
