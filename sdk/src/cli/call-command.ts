import { ApiError, ApsDirectError, OutcomeUnknownError } from "../errors/index.js";
import { formatParameter, parseArgumentValues } from "./argument-values.js";
import { parseArguments } from "./arguments.js";
import { callMethod, createCallingClient } from "./calling-client.js";
import { type Method, methods } from "./method.js";
import { findNearest } from "./nearest.js";
import { exitStatus, type ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** What `apsdirect call --help` prints. */
export const help = `apsdirect call: any method of the SDK, from a terminal.

Usage: apsdirect call <group.method> [arguments] [options]

Arguments stand in the order of the method's: ids and RQL as they are, bodies and options as JSON, as @file, or as - for
standard input.

  --list                    Print the methods, each with what it takes, and call none.
  --yes                     Call a method that changes something, such as orders.create, which places an order.
  --max <count>             Of a list, print no more items than that. (default: 100)
  --base-url <url>          Without it, that of APS_BASE_URL or APPDIRECT_BASE_URL.
  --signature-base-url <url>
                            What the platform believes it is called by, where that is another address: behind a gateway.
  --consumer-key <key>      Without it, that of APS_CONSUMER_KEY or APPDIRECT_CONSUMER_KEY.
  --secret-env <name>       The variable with the secret. (default: APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET)
  --verbose                 A line for each attempt, on standard error.
  --json                    Print one JSON object, errors too.

resources.call reaches the custom operations of a resource or a service. It needs --yes whatever the verb, because many a
GET is an action, such as /start. '"safety":"safe"' in {operation} lets the client repeat one that only reads. A method
that returns bytes writes them to standard output; with --json they are in Base64.

A lab's certificate is trusted by NODE_EXTRA_CA_CERTS=lab.pem.

Examples:
  $ apsdirect call accounts.list 'eq(type,CLIENT),like(companyName,Fab*)' --max 5
  $ apsdirect call orders.estimate @order.json '{"includeTaxes":false}'
  $ apsdirect call orders.create @order.json --yes
  $ apsdirect call resources.call <apsId> '{"path":"/backup"}' --yes > backup.zip
  $ apsdirect call events.get https://marketplace.test/api/integration/v1/events/dummyOrder

Exit status: 0 answered, 1 the call failed, 2 usage.
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

/** Calls a method, and prints what it comes to. Returns the exit status. */
export async function run(args: readonly string[], io: ProcessIo): Promise<number> {
  const { values, positionals } = parseArguments(args, options);
  const { stdout } = io;
  const isJson = values.json === true;
  if (values.list === true) return writeOutput(stdout, formatList(isJson));
  const [name, ...given] = positionals;
  const method = findMethod(name);
  const inputs = await parseArgumentValues(method, given, io);
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
  const advice = suggestion === undefined ? "`apsdirect call --list` names all." : `Did you mean ${suggestion}?`;
  throw new UsageError(`There is no method ${JSON.stringify(name.slice(0, 60))}. ${advice}`);
}

function describeChange({ name, request }: Method): string {
  const what = request === undefined ? "" : `: it sends ${request}`;
  return `${name} changes something on the platform${what}. Add --yes to do so.`;
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--max must be a whole number above 0, and is ${JSON.stringify(text.slice(0, 20))}.`);
}

/** Output for a person or a pipe: JSON, the bytes of a `Blob` as they are, nothing for `undefined`. */
async function formatResult(data: unknown, isTerminal: boolean): Promise<string | Uint8Array> {
  if (data instanceof Blob && isTerminal) {
    return `${data.size} bytes of ${data.type || "no stated type"}. Send standard output to a file, or use --json.\n`;
  }
  if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer());
  return data === undefined ? "" : `${JSON.stringify(data, null, 2)}\n`;
}

/** JSON of a result, for a program. It has no bytes, so those of a `Blob` become Base64. */
async function toJson(data: unknown): Promise<unknown> {
  if (!(data instanceof Blob)) return data;
  return { type: data.type, size: data.size, base64: Buffer.from(await data.arrayBuffer()).toString("base64") };
}

/** Facts about an error, for a program that reads the output. */
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
