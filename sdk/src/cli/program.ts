import { readFileSync } from "node:fs";
import { guardOutput } from "./guard-output.js";
import { findNearest } from "./nearest.js";
import { exitStatus, type ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Command of the program. Its modules are loaded when it runs. */
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
      summary: "Prints a script for tab completion in a shell.",
      load: () => import("./completion-command.js"),
    },
  ],
  ["explain", { summary: "Explains why a signature is refused.", load: () => import("./explain-command.js") }],
  ["sign", { summary: "Prints a signed curl line.", load: () => import("./sign-command.js") }],
]);

/** Runs the command named in the arguments. Returns the exit status. */
export async function run(args: readonly string[], unguarded: ProcessIo): Promise<number> {
  const { stdout: out, stderr: err } = unguarded;
  const io: ProcessIo = { ...unguarded, stdout: guardOutput(out), stderr: guardOutput(err) };
  const [name, ...rest] = args;
  const { stdout } = io;
  if (name === undefined || isHelp(name)) return print(stdout, formatHelp());
  if (name === "--version") return print(stdout, `${readVersion()}\n`);
  const command = commands.get(name);
  if (command === undefined) return fail(io, describeUnknownCommand(name), rest);
  const { help: commandHelp, run: runCommand } = await command.load();
  if (rest.some(isHelp)) return print(stdout, commandHelp);
  try {
    return await runCommand(rest, io);
  } catch (error) {
    // The SDK reports wrong arguments as a TypeError. Here, they come from the user.
    if (error instanceof UsageError || error instanceof TypeError) return fail(io, error.message, rest);
    throw error;
  }
}

function isHelp(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}

function print(stdout: ProcessIo["stdout"], text: string): number {
  stdout.write(text);
  return exitStatus.done;
}

function fail({ stdout, stderr }: ProcessIo, message: string, args: readonly string[]): number {
  if (args.includes("--json")) stdout.write(`${JSON.stringify({ ok: false, error: message })}\n`);
  else stderr.write(`${message}\nSee \`apsdirect --help\`.\n`);
  return exitStatus.usage;
}

function describeUnknownCommand(name: string): string {
  const known = [...commands.keys()];
  const suggestion = findNearest(name, known);
  const advice = suggestion === undefined ? `The commands are ${known.join(", ")}.` : `Did you mean ${suggestion}?`;
  return `Unknown command ${JSON.stringify(name.slice(0, 40))}. ${advice}`;
}

function formatHelp(): string {
  const lines = [...commands].map(([name, { summary }]) => `  ${name.padEnd(12)}${summary}`);
  return `apsdirect: commands for the APS bus and AppDirect, with requests signed by OAuth 1.0a.

Usage: apsdirect <command> [options]

${lines.join("\n")}

\`apsdirect <command> --help\` shows options and examples. Secrets come from the environment (APS_CONSUMER_SECRET,
APPDIRECT_CONSUMER_SECRET) or a prompt, and are never printed.

Exit status: 0 success, 1 a problem was found or the call failed, 2 usage.
`;
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return String(version);
}
