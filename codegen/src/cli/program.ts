import { Command, CommanderError, Option } from "commander";
import { packageVersion } from "../package.js";
import { exitStatus, guardStreams, type Streams } from "../terminal/index.js";
import type { DiffFlags } from "./diff-command.js";
import type { GenerateFlags } from "./generate-command.js";
import { diffHelp, exitStatuses, generateHelp, validateHelp } from "./help.js";
import type { ValidateFlags } from "./validate-command.js";

/** Runs one command line. Returns the exit status: 0 done, 1 findings, 2 usage. */
export async function run(args: readonly string[], unguarded: Streams): Promise<number> {
  const streams = guardStreams(unguarded);
  let status: number = exitStatus.done;
  const end = (result: number): void => {
    status = result;
  };
  const program = commandLine(streams);
  for (const add of [addGenerate, addValidate, addDiff]) add(program, streams, end);
  try {
    await program.parseAsync([...args], { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitStatus.done : exitStatus.usage; // the user asked for help, or the call was wrong
  }
}

/** Adds a command, whose code is loaded when it is called: the compiler behind `generate` takes most of a second. */
type AddCommand = (program: Command, streams: Streams, end: (status: number) => void) => void;

function commandLine({ stdout, stderr }: Streams): Command {
  return new Command("apsdirect-codegen")
    .description("Generate a typed TypeScript client from an OpenAPI 3 document.")
    .exitOverride()
    .showHelpAfterError("Run with --help to see all options.")
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .version(packageVersion())
    .addHelpText("after", generateHelp + exitStatuses);
}

const addGenerate: AddCommand = (program, streams, end) => {
  program
    .command("generate")
    .description("Generate the client of a document into a folder, or all clients of apsdirect.config.json.")
    .argument("[document]", "OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON; without it, reads the config file")
    .option("--out <dir>", "Folder to write to. Your own files in it are never touched.")
    .addOption(
      option("--check", "Write nothing. Exit with 1 and list the files if the folder is not up to date.").conflicts([
        "force",
        "timing",
      ]),
    )
    .addOption(option("--watch", "Generate again whenever the document changes, until Ctrl+C.").conflicts("check"))
    .option("--force", "Overwrite generated files even if they were edited by hand.")
    .option("--json", "Print one JSON object instead of text.")
    .option("--timing", "Print the time of each step on stderr; with --json, as `timing` in the object.")
    .option("--runtime <specifier>", 'Module to import the run-time from (default: "apsdirect/runtime")')
    .addOption(option("--zod <build>", "Build of zod to import (default: mini)").choices(["mini", "classic"]))
    .addOption(
      option("--enums <kind>", "Whether enums accept values that they do not list (default: open)").choices([
        "open",
        "closed",
      ]),
    )
    .addOption(option("--dates <type>", "Type of a date-time in the program (default: text)").choices(["text", "Date"]))
    .option("--paths", "Write paths.ts too: the types of openapi-typescript, for openapi-fetch and its like")
    .addHelpText("after", generateHelp)
    .action(async (document: string | undefined, flags: GenerateFlags, command: Command) => {
      const { out, runtime, zod, enums, dates, paths } = flags;
      if (document !== undefined && out === undefined)
        command.error("error: required option '--out <dir>' is missing.");
      if (document === undefined && (out ?? runtime ?? zod ?? enums ?? dates ?? paths) !== undefined) {
        command.error(
          "error: --out, --runtime, --zod, --enums, --dates and --paths need a document; without one, set them in the config file.",
        );
      }
      const { runGenerate } = await import("./generate-command.js");
      end(await runGenerate(document, flags, streams));
    });
};

const addValidate: AddCommand = (program, streams, end) => {
  program
    .command("validate")
    .description("Report everything that is wrong with a document. Writes nothing.")
    .argument("<document>", "OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON")
    .option("--json", "Print one JSON object instead of text.")
    .addHelpText("after", validateHelp)
    .action(async (document: string, flags: ValidateFlags) => {
      const { runValidate } = await import("./validate-command.js");
      end(await runValidate(document, flags, streams));
    });
};

const addDiff: AddCommand = (program, streams, end) => {
  program
    .command("diff")
    .description("Report what a new document changes for callers of the generated client.")
    .argument("<old>", "Document that callers know")
    .argument("<new>", "Document that replaces it")
    .addOption(
      option("--fail-on <severity>", "Exit with 1 if there is a change of this severity.").choices(["breaking"]),
    )
    .option("--project <tsconfig>", "Find the affected places in this project; needs --client.")
    .option("--client <dir>", "Generated client in that project, made from the old document.")
    .option("--json", "Print one JSON object instead of text.")
    .addHelpText("after", diffHelp)
    .action(async (old: string, next: string, flags: DiffFlags, command: Command) => {
      if ((flags.project === undefined) !== (flags.client === undefined)) {
        command.error("error: --project and --client need each other: the code to search, and the client in it.");
      }
      const { runDiff } = await import("./diff-command.js");
      end(await runDiff(old, next, flags, streams));
    });
};

function option(flags: string, description: string): Option {
  return new Option(flags, description);
}
