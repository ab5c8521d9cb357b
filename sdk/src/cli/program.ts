import { readFileSync } from "node:fs";
import { guardOutput } from "./guard-output.js";
import { findNearest } from "./nearest.js";
import { exitStatus, type ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** A command of the program. What it needs is loaded when it runs. */
interface Command {
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

interface CommandModule {
  readonly help: string;
  /** Returns the exit status. */
  readonly run: (args: readonly string[], io: ProcessIo) => Promise<number>;
}

const commands: ReadonlyMap<string, Command> = new Map([
  ["call", { summary: "Calls any method of the SDK.", load: () => import("./call-command.js") }],
  [
    "completion",
    {
      summary: "Prints what makes a shell complete commands and methods.",
      load: () => import("./completion-command.js"),
    },
  ],
  ["explain", { summary: "Says why a signature is refused.", load: () => import("./explain-command.js") }],
  ["sign", { summary: "Prints a signed curl line.", load: () => import("./sign-command.js") }],
]);

/** Runs the command that the arguments name, and returns the exit status. */
export async function run(args: readonly string[], unguarded: ProcessIo): Promise<number> {
  const { stdout: out, stderr: err } = unguarded;
  const io: ProcessIo = { ...unguarded, stdout: guardOutput(out), stderr: guardOutput(err) };
  const [name, ...rest] = args;
  const { stdout } = io;
  if (name === undefined || isHelp(name)) return say(stdout, help());
  if (name === "--version") return say(stdout, `${packageVersion()}\n`);
  const command = commands.get(name);
  if (command === undefined) return fail(io, unknownCommand(name), rest);
  const { help: commandHelp, run: runCommand } = await command.load();
  if (rest.some(isHelp)) return say(stdout, commandHelp);
  try {
    return await runCommand(rest, io);
  } catch (error) {
    // What the SDK refuses is a TypeError: here, it is the user who calls.
    if (error instanceof UsageError || error instanceof TypeError) return fail(io, error.message, rest);
    throw error;
  }
}

function isHelp(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}

function say(stdout: ProcessIo["stdout"], text: string): number {
  stdout.write(text);
  return exitStatus.done;
}

function fail({ stdout, stderr }: ProcessIo, message: string, args: readonly string[]): number {
  if (args.includes("--json")) stdout.write(`${JSON.stringify({ ok: false, error: message })}\n`);
  else stderr.write(`${message}\nSee \`apsdirect --help\`.\n`);
  return exitStatus.usage;
}

function unknownCommand(name: string): string {
  const known = [...commands.keys()];
  const suggestion = findNearest(name, known);
  const advice = suggestion === undefined ? `There are ${known.join(", ")}.` : `Did you mean ${suggestion}?`;
  return `There is no command ${JSON.stringify(name.slice(0, 40))}. ${advice}`;
}

function help(): string {
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`);
  return `apsdirect: commands of the SDK for the APS bus and AppDirect, which sign by OAuth 1.0a.

Usage: apsdirect <command> [options]

${lines.join("\n")}

\`apsdirect <command> --help\` teaches each by examples. Secrets come from the environment (APS_CONSUMER_SECRET,
APPDIRECT_CONSUMER_SECRET) or are asked for on the terminal, and are never printed.

Exit status: 0 all is well, 1 a difference was found, 2 usage.
`;
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return String(version);
}
