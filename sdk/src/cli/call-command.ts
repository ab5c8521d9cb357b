import { ApiError, ApsDirectError, OutcomeUnknownError } from "../errors/index.js";
import { formatParameter, parseArgumentValues } from "./argument-values.js";
import { parseArguments } from "./arguments.js";
import { callMethod, createCallingClient } from "./calling-client.js";
import { type Method, methods } from "./method.js";
import { findNearest } from "./nearest.js";
import { exitStatus, type ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Help text of `apsdirect call`. */
export const help = `apsdirect call: calls any method of the SDK.

Usage: apsdirect call <group.method> [arguments] [options]

Pass the arguments in the order of the method's parameters: IDs and RQL as text, bodies and options as JSON, as @file,
or as - for standard input.

  --list                    Print the methods and their parameters, without calling any.
  --yes                     Allow a method that changes something, such as orders.create, which places an order.
  --max <count>             Maximum number of list items to print. (default: 100)
  --base-url <url>          Base URL of the platform. (default: APS_BASE_URL or APPDIRECT_BASE_URL)
  --signature-base-url <url>
                            Base URL to sign, if the platform sees a different one: behind a gateway.
  --consumer-key <key>      Consumer key. (default: APS_CONSUMER_KEY or APPDIRECT_CONSUMER_KEY)
  --secret-env <name>       Variable with the secret. (default: APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET)
  --verbose                 Print a line for each attempt to standard error.
  --json                    Print one JSON object, even for errors.

resources.call calls the custom operations of a resource or a service. It needs --yes for every verb, because a GET can
be an action, such as /start. Add '"safety":"safe"' to {operation} if it only reads, so that the client may retry it.
A method that returns bytes writes them to standard output, or in Base64 with --json.

To trust a lab's certificate, set NODE_EXTRA_CA_CERTS=lab.pem.

Examples:
  $ apsdirect call accounts.list 'eq(type,CLIENT),like(companyName,Fab*)' --max 5
  $ apsdirect call orders.estimate @order.json '{"includeTaxes":false}'
  $ apsdirect call orders.create @order.json --yes
  $ apsdirect call resources.call <apsId> '{"path":"/backup"}' --yes > backup.zip
  $ apsdirect call events.get https://marketplace.test/api/integration/v1/events/dummyOrder

Exit status: 0 the call succeeded, 1 the call failed, 2 usage.
`;

const options = {
  list: { type: "boolean" },
  yes: { type: "boolean" },
  max: { type: "string" },
  "base-url": { type: "string" },
  "signature-base-url": { type: "string" },
  "consumer-key": { type: "string" },
  "secret-env": { type: "string" },
  verbose: { type: "boolean" },
  json: { type: "boolean" },
} as const;

/** Calls a method and prints the result. Returns the exit status. */
export async function run(args: readonly string[], io: ProcessIo): Promise<number> {
  const { values, positionals } = parseArguments(args, options);
  const { stdout } = io;
  const isJson = values.json === true;
  if (values.list === true) return writeOutput(stdout, formatList(isJson));
  const [name, ...texts] = positionals;
  const method = findMethod(name);
  const inputs = await parseArgumentValues(method, texts, io);
  if (method.safety !== "safe" && values.yes !== true) throw new UsageError(describeChange(method));
  const max = parseCount(values.max ?? "100");
  const client = await createCallingClient(method.platform, values, io);
  try {
    const data = await callMethod(client, method, inputs, max);
    if (!isJson) return writeOutput(stdout, await formatResult(data, stdout.isTTY === true));
    return writeOutput(stdout, `${JSON.stringify({ ok: true, data: await toJson(data) })}\n`);
  } catch (error) {
    if (!(error instanceof ApsDirectError)) throw error;
    if (isJson) stdout.write(`${JSON.stringify({ ok: false, error: describeError(error) })}\n`);
    else io.stderr.write(`${error.name}: ${error.message}\n`);
    return exitStatus.findings;
  }
}

function writeOutput(stdout: ProcessIo["stdout"], output: string | Uint8Array): number {
  stdout.write(output);
  return exitStatus.done;
}

function formatList(isJson: boolean): string {
  const all = [...methods.values()];
  if (isJson) return `${JSON.stringify(all)}\n`;
  return all.map(({ name, parameters }) => `${[name, ...parameters.map(formatParameter)].join(" ")}\n`).join("");
}

function findMethod(name: string | undefined): Method {
  if (name === undefined) throw new UsageError("Expected a method: apsdirect call orders.get <orderId>.");
  const method = methods.get(name);
  if (method !== undefined) return method;
  const suggestion = findNearest(name, [...methods.keys()]);
  const advice =
    suggestion === undefined ? "`apsdirect call --list` prints all methods." : `Did you mean ${suggestion}?`;
  throw new UsageError(`Unknown method ${JSON.stringify(name.slice(0, 60))}. ${advice}`);
}

function describeChange({ name, request }: Method): string {
  const consequence = request === undefined ? "" : `: it sends ${request}`;
  return `${name} changes something on the platform${consequence}. Add --yes to allow it.`;
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--max must be a whole number above 0, but is ${JSON.stringify(text.slice(0, 20))}.`);
}

/** Formats a result for a person or a pipe: as JSON, as raw bytes for a `Blob`, and as nothing for `undefined`. */
async function formatResult(data: unknown, isTerminal: boolean): Promise<string | Uint8Array> {
  if (data instanceof Blob && isTerminal) {
    return `${data.size} bytes of ${data.type || "unknown type"}. Redirect standard output to a file, or use --json.\n`;
  }
  if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer());
  return data === undefined ? "" : `${JSON.stringify(data, null, 2)}\n`;
}

/** Converts a result to JSON for a program. The bytes of a `Blob` become Base64. */
async function toJson(data: unknown): Promise<unknown> {
  if (!(data instanceof Blob)) return data;
  return { type: data.type, size: data.size, base64: Buffer.from(await data.arrayBuffer()).toString("base64") };
}

/** Describes an error for a program that reads the output. */
function describeError(error: ApsDirectError): object {
  const { name, code, message, cause } = error;
  return {
    name,
    code,
    message,
    ...(error instanceof ApiError && { status: error.status, body: error.body }),
    ...(error instanceof OutcomeUnknownError && { reference: error.reference, sent: error.sent }),
    ...(cause instanceof ApsDirectError && { cause: describeError(cause) }),
  };
}
