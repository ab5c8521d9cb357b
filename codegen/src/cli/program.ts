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
    return error.exitCode === 0 ? exitStatus.done : exitStatus.usage; // the user asked for help, or the usage was wrong
  }
}

/**
 * Registers a command. The command's code is loaded when it runs, because loading the compiler for `generate` takes
 * most of a second.
 */
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
    .description("Generate the client of a document into a folder, or all clients in apsdirect.config.json.")
    .argument(
      "[document]",
      "OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON (default: the documents in the config file)",
    )
    .option("--out <dir>", "Folder to write to. The generator never touches your own files in it.")
    .addOption(
      option(
        "--check",
        "Write nothing. Exit with 1 and list the differences if the folder is not up to date.",
      ).conflicts(["force", "timing"]),
    )
    .addOption(option("--watch", "Regenerate whenever the document changes, until Ctrl+C.").conflicts("check"))
    .option("--force", "Overwrite generated files even if they were edited by hand.")
    .option("--json", "Print one JSON object instead of text.")
    .option("--timing", "Print the duration of each step to stderr; with --json, as `timing` in the object.")
    .option("--runtime <specifier>", 'Module that provides the runtime (default: "apsdirect/runtime")')
    .addOption(option("--zod <build>", "Build of zod to import (default: mini)").choices(["mini", "classic"]))
    .addOption(
      option("--enums <kind>", "Whether enum types accept unlisted values (default: open)").choices(["open", "closed"]),
    )
    .addOption(option("--dates <type>", "TypeScript type for date-times (default: text)").choices(["text", "Date"]))
    .option("--paths", "Also write paths.ts, the types of openapi-typescript, for openapi-fetch and similar clients")
    .addHelpText("after", generateHelp)
    .action(async (document: string | undefined, flags: GenerateFlags, command: Command) => {
      const { out, runtime, zod, enums, dates, paths } = flags;
      if (document !== undefined && out === undefined)
        command.error("error: required option '--out <dir>' is missing.");
      if (document === undefined && (out ?? runtime ?? zod ?? enums ?? dates ?? paths) !== undefined) {
        command.error(
          "error: --out, --runtime, --zod, --enums, --dates and --paths require a document. Without a document, set them in the config file.",
        );
      }
      const { runGenerate } = await import("./generate-command.js");
      end(await runGenerate(document, flags, streams));
    });
};

const addValidate: AddCommand = (program, streams, end) => {
  program
    .command("validate")
    .description("Report all problems in a document. Writes nothing.")
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
    .description("Report how a new document affects callers of the generated client.")
    .argument("<old>", "Document of the current client")
    .argument("<new>", "Document that replaces it")
    .addOption(
      option("--fail-on <severity>", "Exit with 1 if there is a change of this severity.").choices(["breaking"]),
    )
    .option("--project <tsconfig>", "Find affected code in this project. Requires --client.")
    .option("--client <dir>", "Folder of the generated client in that project, generated from the old document.")
    .option("--json", "Print one JSON object instead of text.")
    .addHelpText("after", diffHelp)
    .action(async (old: string, next: string, flags: DiffFlags, command: Command) => {
      if ((flags.project === undefined) !== (flags.client === undefined)) {
        command.error(
          "error: --project and --client must be used together: the project to search, and the client in it.",
        );
      }
      const { runDiff } = await import("./diff-command.js");
      end(await runDiff(old, next, flags, streams));
    });
};

function option(flags: string, description: string): Option {
  return new Option(flags, description);
}
