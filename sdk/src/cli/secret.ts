import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Options that would contain a secret. Arguments of a command stay in the shell's history. */
const REFUSED = /^--?(?:(?:consumer|client|token)[-_]?)?secret(?:=|$)/i;

/** Refuses a secret in the arguments. Call it before using them. */
export function refuseSecrets(args: readonly string[]): void {
  if (!args.some((argument) => REFUSED.test(argument))) return;
  throw new UsageError(
    "Do not pass a secret as an argument: it stays in the shell's history, and every user of this machine can read it " +
      "in the list of processes. Set APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET, name another variable with " +
      "--secret-env NAME, or let the command ask for it. Treat the secret you typed as compromised.",
  );
}

/** Request for the secret of a consumer key. */
export interface SecretQuestion {
  readonly consumerKey: string;
  /** Variable named with `--secret-env`. */
  readonly variable: string | undefined;
  /** True if the user can be asked on the terminal. */
  readonly canAsk: boolean;
}

/** Finds the secret of a consumer key: in the environment, otherwise by asking the user. */
export async function resolveSecret({ consumerKey, variable, canAsk }: SecretQuestion, io: ProcessIo): Promise<string> {
  const { env, stdin } = io;
  const secret = variable === undefined ? findSecret(consumerKey, env) : env[variable];
  if (secret) return secret;
  if (variable !== undefined) throw new UsageError("The variable named with --secret-env is empty or not set.");
  if (canAsk && stdin.isTTY === true) return ask(io);
  throw new UsageError(
    "The secret is missing: set APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET, name another variable with " +
      "--secret-env NAME, or run the command in a terminal, where it asks for the secret.",
  );
}

const platforms = ["APS", "APPDIRECT"];

/** Finds the secret in the environment. If both platforms have one, uses that of the consumer key. */
function findSecret(consumerKey: string, env: ProcessIo["env"]): string | undefined {
  const set = platforms
    .map((platform) => ({ key: env[`${platform}_CONSUMER_KEY`], secret: env[`${platform}_CONSUMER_SECRET`] }))
    .filter(({ secret }) => secret);
  const own = set.filter(({ key }) => key === consumerKey);
  const [first, ...others] = own.length > 0 ? own : set;
  if (others.some(({ secret }) => secret !== first?.secret)) {
    throw new UsageError(
      "APS_CONSUMER_SECRET and APPDIRECT_CONSUMER_SECRET are both set, and it is not clear which one belongs to this " +
        "consumer key: select one with --secret-env NAME.",
    );
  }
  return first?.secret;
}

/** Asks for the secret. Input is not shown, because the line editor's output is discarded. */
async function ask({ stdin, stderr }: ProcessIo): Promise<string> {
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const editor = createInterface({ input: stdin, output, terminal: true, historySize: 0 });
  stderr.write("Consumer secret (not shown): ");
  try {
    const secret = await new Promise<string>((resolve) => {
      editor.once("line", resolve);
      editor.once("close", () => resolve(""));
    });
    if (secret === "") throw new UsageError("No secret was entered.");
    return secret;
  } finally {
    editor.close();
    stderr.write("\n");
  }
}
