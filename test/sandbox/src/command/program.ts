import { SeedError } from "../aps/seed-error.js";
import { DataFileError } from "../data/data-file-error.js";
import { startSandbox } from "../sandbox.js";
import { createAnnouncement, formatAnnouncement } from "./announcement.js";
import { writeCertificateFile } from "./certificate-file.js";
import { guardOutput } from "./guard-output.js";
import { help } from "./help.js";
import { type CommandOptions, parseOptions } from "./options.js";
import { adviseOnPort } from "./port-advice.js";
import type { ProcessIo } from "./process-io.js";
import { sendEvent, sendEventHelp } from "./send-event.js";
import { UsageError } from "./usage-error.js";

/** Runs a sandbox until it is stopped. Returns the exit status. */
export async function run(args: readonly string[], unguarded: ProcessIo): Promise<number> {
  const { stdout, stderr } = unguarded;
  const io: ProcessIo = { ...unguarded, stdout: guardOutput(stdout), stderr: guardOutput(stderr) };
  const isSending = args[0] === "send-event";
  if (args.includes("--help") || args.includes("-h")) {
    io.stdout.write(isSending ? sendEventHelp : help);
    return 0;
  }
  try {
    if (isSending) return await sendEvent(args.slice(1), io);
    await runSandbox(await parseOptions(args, io.env), io);
    return 0;
  } catch (error) {
    const message = messageFor(error);
    if (message === undefined) throw error;
    return fail(message, error instanceof UsageError, args, io);
  }
}

async function runSandbox({ sandbox: options, isJson }: CommandOptions, io: ProcessIo): Promise<void> {
  const sandbox = await startSandbox(options);
  try {
    const certificate = await writeCertificateFile(sandbox.certificate, options.data);
    const announcement = await createAnnouncement(sandbox, options, certificate.path);
    const text = isJson ? `${JSON.stringify({ ok: true, ...announcement })}\n` : formatAnnouncement(announcement);
    io.stdout.write(text);
    await io.stopped;
    await certificate.remove();
  } finally {
    await sandbox.close();
  }
}

/** Message for the user. Returns `undefined` for unexpected errors, which are bugs in the sandbox. */
function messageFor(error: unknown): string | undefined {
  const isExplained = error instanceof UsageError || error instanceof SeedError || error instanceof DataFileError;
  return isExplained ? error.message : adviseOnPort(error);
}

function fail(message: string, isUsage: boolean, args: readonly string[], { stdout, stderr }: ProcessIo): number {
  if (args.includes("--json")) stdout.write(`${JSON.stringify({ ok: false, error: message })}\n`);
  else stderr.write(isUsage ? `${message}\nSee \`apsdirect-sandbox --help\`.\n` : `${message}\n`);
  return isUsage ? 2 : 1;
}
