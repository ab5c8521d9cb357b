import { AppDirectClient } from "../appdirect/client/index.js";
import { ApsClient } from "../aps/index.js";
import type { Logger } from "../http/hooks/index.js";
import type { Method, Platform } from "./method.js";
import type { ProcessIo } from "./process-io.js";
import { resolveSecret } from "./secret.js";
import { UsageError } from "./usage-error.js";

/** Options of the command that configure the client. */
export interface CallingOptions {
  readonly "base-url"?: string | undefined;
  readonly "signature-base-url"?: string | undefined;
  readonly "consumer-key"?: string | undefined;
  readonly "secret-env"?: string | undefined;
  readonly verbose?: boolean | undefined;
}

/** Creates a client for one call. */
export async function createCallingClient(
  platform: Platform,
  values: CallingOptions,
  io: ProcessIo,
): Promise<ApsClient | AppDirectClient> {
  const { env, stderr } = io;
  const baseUrl = requireValue(values["base-url"] ?? env[`${platform}_BASE_URL`], "--base-url", `${platform}_BASE_URL`);
  const key = values["consumer-key"] ?? env[`${platform}_CONSUMER_KEY`];
  const consumerKey = requireValue(key, "--consumer-key", `${platform}_CONSUMER_KEY`);
  const question = { consumerKey, variable: values["secret-env"], canAsk: true };
  const credentials = { consumerKey, consumerSecret: await resolveSecret(question, io) };
  const logger = createLogger(stderr, values.verbose === true);
  const options = { baseUrl, credentials, signatureBaseUrl: values["signature-base-url"], logger };
  return platform === "APS" ? new ApsClient(options) : new AppDirectClient(options);
}

function requireValue(value: string | undefined, option: string, variable: string): string {
  if (value) return value;
  throw new UsageError(`${option} is missing: pass it, or set ${variable}.`);
}

/** Creates a logger that always prints warnings and errors, and the rest if the user asked for it. */
function createLogger(stderr: ProcessIo["stderr"], isVerbose: boolean): Logger {
  const print = (message: string): void => {
    stderr.write(`${message}\n`);
  };
  const printDetail = isVerbose ? print : () => {};
  return { debug: printDetail, info: printDetail, warn: print, error: print };
}

/**
 * Calls a method and returns its result. Reads the items of a list.
 *
 * @param max Maximum number of items to read.
 */
export async function callMethod(
  client: ApsClient | AppDirectClient,
  { name }: Method,
  inputs: readonly unknown[],
  max: number,
): Promise<unknown> {
  const [group = "", method = ""] = name.split(".");
  const owner: unknown = Reflect.get(client, group);
  if (typeof owner !== "object" || owner === null) throw new TypeError(`unknown group ${group}`);
  const callable: unknown = Reflect.get(owner, method);
  if (typeof callable !== "function") throw new TypeError(`unknown method ${name}`);
  const result: unknown = callable.apply(owner, inputs);
  return isList(result) ? result.all({ max }) : result;
}

interface AnyList {
  all(options: { readonly max: number }): Promise<unknown>;
}

function isList(result: unknown): result is AnyList {
  return typeof result === "object" && result !== null && "all" in result && typeof result.all === "function";
}
