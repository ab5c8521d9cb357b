import { parseArgs } from "node:util";
import type { EventReport } from "../inspector/page/api-types.js";
import type { ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Text of `apsdirect-sandbox send-event --help`. */
export const sendEventHelp = `apsdirect-sandbox send-event: sends a signed event from a running sandbox to your endpoint.

Usage: apsdirect-sandbox send-event <type> --to <url> --sandbox <url> [options]

  --to <url>                Your endpoint on this machine: http://127.0.0.1:8080/events
  --sandbox <url>           URL of the inspector that the running sandbox printed. (default: SANDBOX_INSPECTOR_URL)
  --account <identifier>    Account identifier from your response to the order, for all later events.
  --flag <flag>             STATELESS for a ping, DEVELOPMENT for a developer's test.
  --interactive             Deliver the event through a simulated browser, which returns by the return URL.
  --accept <type>           Preferred media type of the result. (default: application/json)
  --parameter <name>        Name of the query parameter for the event URL. (default: eventUrl)
  --json                    Print one JSON object.

The type is one of the integration API, such as SUBSCRIPTION_ORDER, or any other text. Vendors must tolerate unknown types.

Example:
  $ apsdirect-sandbox send-event SUBSCRIPTION_ORDER --to http://127.0.0.1:8080/events --sandbox http://127.0.0.1:7000

Exit status: 0 the response follows the documented rules, 1 it violates them or is missing, 2 usage.
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

/** Sends an event and prints the vendor's response. Returns the exit status. */
export async function sendEvent(args: readonly string[], { stdout, stderr, env }: ProcessIo): Promise<number> {
  const { values, positionals } = parseArguments(args);
  const [type, ...others] = positionals;
  const { to, sandbox = env["SANDBOX_INSPECTOR_URL"], account: accountIdentifier, json, ...order } = values;
  if (type === undefined || others.length > 0 || to === undefined || sandbox === undefined || !URL.canParse(sandbox)) {
    throw new UsageError(
      "Specify an event type, --to with your endpoint, and --sandbox with the inspector URL of a running sandbox.",
    );
  }
  const answer = await requestReport(new URL("/api/events", sandbox), { type, to, accountIdentifier, ...order });
  if (typeof answer === "string") {
    if (json === true) stdout.write(`${JSON.stringify({ ok: false, error: answer })}\n`);
    else stderr.write(`${answer}\n`);
    return 1;
  }
  stdout.write(
    json === true ? `${JSON.stringify({ ok: answer.findings.length === 0, ...answer })}\n` : formatReport(answer),
  );
  return answer.findings.length === 0 ? 0 : 1;
}

function parseArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split(/\.\s|\n/, 1) : [];
    throw new UsageError(`${sentence}.`);
  }
}

/** Returns the sandbox's report, or the reason why there is none. */
async function requestReport(url: URL, order: object): Promise<EventReport | string> {
  // The sandbox only accepts requests from its own page.
  const headers = { "content-type": "application/json", origin: url.origin };
  try {
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(order) });
    const body: unknown = await answer.json();
    return answer.ok ? (body as EventReport) : messageOf(body); // from this package's own inspector
  } catch {
    return `No sandbox is running at ${url.origin}. Start one and specify the URL of its inspector.`;
  }
}

function messageOf(body: unknown): string {
  const message = typeof body === "object" && body !== null && "message" in body ? body.message : undefined;
  return typeof message === "string" ? message : "The sandbox did not send the event";
}

function formatReport({
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
    `The vendor responded with ${status} after ${milliseconds} ms${location === undefined ? "" : ` and redirected the browser`}.`,
    ...(text === "" ? [] : [text]),
    ...(result === undefined ? [] : [`Result at the marketplace: ${result}`]),
    ...(problem === undefined ? [] : [problem]),
    ...findings.map((finding) => `Violates the documented rules: ${finding}`),
    `Event URL: ${eventUrl}`,
  ];
  return `${lines.join("\n")}\n`;
}
