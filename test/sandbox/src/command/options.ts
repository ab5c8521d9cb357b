import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { SandboxCredentials } from "../credentials.js";
import type { Fault } from "../faults/fault.js";
import { parseFaultText } from "../faults/fault-text.js";
import type { SandboxOptions } from "../sandbox.js";
import type { ProcessIo } from "./process-io.js";
import { readSeedFile } from "./seed-file.js";
import { UsageError } from "./usage-error.js";

const known = {
  port: { type: "string" },
  "appdirect-port": { type: "string" },
  "inspector-port": { type: "string" },
  gateway: { type: "string" },
  key: { type: "string" },
  "appdirect-key": { type: "string" },
  data: { type: "string" },
  seed: { type: "string" },
  fault: { type: "string", multiple: true },
  json: { type: "boolean" },
} as const;

/** Parsed command line. */
export interface CommandOptions {
  readonly sandbox: SandboxOptions;
  /** True if the output is for programs. */
  readonly isJson: boolean;
}

/**
 * Parses the command line.
 *
 * @throws {@link UsageError} if it is invalid
 */
export async function parseOptions(args: readonly string[], env: ProcessIo["env"]): Promise<CommandOptions> {
  const { values } = parseArguments(args);
  const apsPort = portOf("--port", values.port);
  const appdirectPort = portOf("--appdirect-port", values["appdirect-port"]);
  if (apsPort !== 0 && apsPort === appdirectPort) {
    throw new UsageError(`--port and --appdirect-port are both ${apsPort}, but each platform needs its own port.`);
  }
  const apsCredentials = credentialsOf("APS", values.key, env);
  const appdirectCredentials = credentialsOf("APPDIRECT", values["appdirect-key"], env);
  const sandbox: SandboxOptions = {
    apsPort,
    appdirectPort,
    ...(apsCredentials && { apsCredentials }),
    ...(appdirectCredentials && { appdirectCredentials }),
    inspector: { port: portOf("--inspector-port", values["inspector-port"]) },
    ...(values.gateway !== undefined && { gateway: { origin: originOf("--gateway", values.gateway) } }),
    ...(values.data !== undefined && { data: resolve(values.data) }),
    faults: (values.fault ?? []).flatMap(faultsOf),
    ...(values.seed !== undefined && { seed: await readSeedFile(values.seed) }),
  };
  return { sandbox, isJson: values.json === true };
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, strict: true });
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split(/\.\s|\n/, 1) : [];
    throw new UsageError(`${sentence}.`);
  }
}

function portOf(option: string, text = "0"): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new UsageError(`${option} must be a number from 0 (any free port) to 65535, not ${text}.`);
}

function faultsOf(text: string): readonly Fault[] {
  try {
    return parseFaultText(text, "--fault");
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(`${error.message}.`) : error;
  }
}

function originOf(option: string, text: string): string {
  if (URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`) return new URL(text).origin;
  throw new UsageError(`${option} must be an origin such as https://gateway.example:8443, not ${text}.`);
}

/**
 * Fixed credentials, if a key is given as an option or variable. The secret is never an argument, because other users
 * could read it.
 */
function credentialsOf(
  platform: "APS" | "APPDIRECT",
  named: string | undefined,
  env: ProcessIo["env"],
): SandboxCredentials | undefined {
  const consumerKey = named ?? env[`${platform}_CONSUMER_KEY`];
  if (consumerKey === undefined) return undefined;
  const consumerSecret = env[`${platform}_CONSUMER_SECRET`];
  if (consumerKey !== "" && consumerSecret) return { consumerKey, consumerSecret };
  throw new UsageError(
    `The consumer key ${JSON.stringify(consumerKey)} has no secret. Set ${platform}_CONSUMER_SECRET, or remove ` +
      `the key and ${platform}_CONSUMER_KEY to get a new pair.`,
  );
}
