import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Options that would hold a secret. What is typed behind a command stays in the shell's history. */
const REFUSED = /^--?(?:(?:consumer|client|token)[-_]?)?secret(?:=|$)/i;

/** Refuses a secret among the arguments, before anything else is made of them. */
export function refuseSecrets(args: readonly string[]): void {
  if (!args.some((argument) => REFUSED.test(argument))) return;
  throw new UsageError(
    "A secret is not taken from an argument: it would stay in the shell's history, and every user of this machine could " +
      "read it in the list of processes. Set APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET, name another variable by " +
      "--secret-env NAME, or give none and be asked for it. Consider the one you typed as known to others.",
  );
}

/** Where a secret is to be looked for. */
export interface SecretQuestion {
  readonly consumerKey: string;
  /** `--secret-env` */
  readonly variable: string | undefined;
  /** Whether the terminal is free to ask. */
  readonly canAsk: boolean;
}

/** The secret of a consumer key: of the environment, or else of whoever sits at the terminal. */
export async function resolveSecret({ consumerKey, variable, canAsk }: SecretQuestion, io: ProcessIo): Promise<string> {
  const { env, stdin } = io;
  const secret = variable === undefined ? defaultSecret(consumerKey, env) : env[variable];
  if (secret) return secret;
  if (variable !== undefined) throw new UsageError(`The variable that --secret-env names is empty or not set.`);
  if (canAsk && stdin.isTTY === true) return ask(io);
  throw new UsageError(
    "The secret is missing: set APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET, name another variable by --secret-env " +
      "NAME, or run this on a terminal to be asked for it.",
  );
}

const platforms = ["APS", "APPDIRECT"];

/** Of two platforms, that of the consumer key. */
function defaultSecret(consumerKey: string, env: ProcessIo["env"]): string | undefined {
  const set = platforms
    .map((platform) => ({ key: env[`${platform}_CONSUMER_KEY`], secret: env[`${platform}_CONSUMER_SECRET`] }))
    .filter(({ secret }) => secret);
  const own = set.filter(({ key }) => key === consumerKey);
  const [first, ...others] = own.length > 0 ? own : set;
  if (others.some(({ secret }) => secret !== first?.secret)) {
    throw new UsageError(
      "APS_CONSUMER_SECRET and APPDIRECT_CONSUMER_SECRET are both set, and neither belongs to this consumer key: say " +
        "which by --secret-env NAME.",
    );
  }
  return first?.secret;
}

/** Asks without showing what is typed: the line editor writes into nothing. */
async function ask({ stdin, stderr }: ProcessIo): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const editor = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  stderr.write("Consumer secret (not shown): ");
  try {
    const secret = await new Promise<string>((resolve) => {
      editor.once("line", resolve);
      editor.once("close", () => resolve(""));
    });
    if (secret === "") throw new UsageError("No secret was typed.");
    return secret;
  } finally {
    editor.close();
    stderr.write("\n");
  }
}
