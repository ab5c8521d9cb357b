import { parseArgs } from "node:util";
import type { EventReport } from "../inspector/page/answers.js";
import type { Surroundings } from "./surroundings.js";
import { UsageError } from "./usage-error.js";

/** What `apsdirect-sandbox send-event --help` prints. */
export const sendEventHelp = `apsdirect-sandbox send-event: has a running sandbox announce an event to your endpoint, signed.

Usage: apsdirect-sandbox send-event <type> --to <url> --sandbox <url> [options]

  --to <url>                Your endpoint, on this machine: http://127.0.0.1:8080/events
  --sandbox <url>           The page of the running sandbox, as it has printed it. (default: SANDBOX_INSPECTOR_URL)
  --account <identifier>    What your vendor answered to the order, for the events that follow it.
  --flag <flag>             STATELESS for a ping, DEVELOPMENT for a developer's test.
  --interactive             As a user's browser brings it, which then goes back by the return URL.
  --accept <type>           What the result is wanted in. (default: application/json)
  --parameter <name>        Name under which the event URL is passed. (default: eventUrl)
  --json                    Print one JSON object.

Types are those of the integration API, such as SUBSCRIPTION_ORDER, or any other text: a vendor must bear it.

Example:
  $ apsdirect-sandbox send-event SUBSCRIPTION_ORDER --to http://127.0.0.1:8080/events --sandbox http://127.0.0.1:7000

Exit status: 0 the answer keeps the documented rules, 1 it does not or there is none, 2 usage.
`;

const known = {
  to: { type: "string" },
  sandbox: { type: "string" },
  account: { type: "string" },
  flag: { type: "string" },
  interactive: { type: "boolean" },
  accept: { type: "string" },
  parameter: { type: "string" },
  json: { type: "boolean" },
} as const;

/** Sends an event, and prints what the vendor said. Returns the exit status. */
export async function sendEvent(args: readonly string[], { stdout, stderr, env }: Surroundings): Promise<number> {
  const { values, positionals } = parsed(args);
  const [type, ...others] = positionals;
  const { to, sandbox = env["SANDBOX_INSPECTOR_URL"], account: accountIdentifier, json, ...order } = values;
  if (type === undefined || others.length > 0 || to === undefined || sandbox === undefined || !URL.canParse(sandbox)) {
    throw new UsageError("Expected a type, --to with your endpoint, and --sandbox with the page of a running sandbox.");
  }
  const answer = await asked(new URL("/api/events", sandbox), { type, to, accountIdentifier, ...order });
  if (typeof answer === "string") {
    if (json === true) stdout.write(`${JSON.stringify({ ok: false, error: answer })}\n`);
    else stderr.write(`${answer}\n`);
    return 1;
  }
  stdout.write(
    json === true ? `${JSON.stringify({ ok: answer.findings.length === 0, ...answer })}\n` : reportText(answer),
  );
  return answer.findings.length === 0 ? 0 : 1;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split(/\.\s|\n/, 1) : [];
    throw new UsageError(`${sentence}.`);
  }
}

/** What the sandbox reports, or why it does not. */
async function asked(url: URL, order: object): Promise<EventReport | string> {
  // As its own page asks: the sandbox answers nobody else.
  const headers = { "content-type": "application/json", origin: url.origin };
  try {
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(order) });
    const body: unknown = await answer.json();
    return answer.ok ? (body as EventReport) : messageOf(body); // of this package's own inspector
  } catch {
    return `No sandbox answers at ${url.origin}: start one, and give the address of its page.`;
  }
}

function messageOf(body: unknown): string {
  const message = typeof body === "object" && body !== null && "message" in body ? body.message : undefined;
  return typeof message === "string" ? message : "The sandbox did not send the event";
}

function reportText({
  eventUrl,
  status,
  milliseconds,
  text,
  location,
  result,
  problem,
  findings,
}: EventReport): string {
  const lines = [
    `The vendor answered ${status} after ${milliseconds} ms${location === undefined ? "" : `, and sent the browser on`}.`,
    ...(text === "" ? [] : [text]),
    ...(result === undefined ? [] : [`The marketplace knows: ${result}`]),
    ...(problem === undefined ? [] : [problem]),
    ...findings.map((finding) => `Against the documented rules: ${finding}`),
    `The event: ${eventUrl}`,
  ];
  return `${lines.join("\n")}\n`;
}
