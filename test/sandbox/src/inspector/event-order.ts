import type { AnswerFinding } from "../appdirect/answer-findings.js";
import type { EventDraft } from "../appdirect/event-templates.js";
import type { SendEventOptions, SentEvent } from "../appdirect/notification.js";
import { Failure } from "../failure.js";
import { isJsonObject, type Json } from "../json.js";
import type { InspectedSandbox } from "./inspected-sandbox.js";
import type { EventOrder, EventReport } from "./page/api-types.js";
import { openReturnUrl } from "./return-url.js";

/** Parses a request of the page to send an event. Throws a {@link Failure} if it is invalid. */
export function parseEventOrder(body: Json): EventOrder {
  if (!isJsonObject(body)) throw new Failure(400, "The event must be a JSON object");
  const { type, to, parameter, interactive, accept, flag, accountIdentifier } = body;
  if (typeof type !== "string" || type === "") throw new Failure(400, "The event has no type");
  if (typeof to !== "string" || !URL.canParse(to))
    throw new Failure(400, "The endpoint must be a URL such as http://127.0.0.1:8080/events");
  return {
    type,
    to,
    parameter: textOf(parameter),
    interactive: interactive === true,
    accept: textOf(accept),
    flag: flag === "STATELESS" || flag === "DEVELOPMENT" ? flag : undefined,
    accountIdentifier: textOf(accountIdentifier),
  };
}

/** Sends the event and waits for its final result. */
export async function sendRequestedEvent(order: EventOrder, sandbox: InspectedSandbox): Promise<EventReport> {
  const start = performance.now();
  const sent = await send(order, sandbox);
  const milliseconds = Math.round(performance.now() - start);
  const { token, eventUrl, status, headers, text, location } = sent;
  return {
    token,
    eventUrl,
    status,
    contentType: String(headers["content-type"] ?? ""),
    milliseconds,
    text,
    location,
    ...(await waitForOutcome(sent, sandbox)),
  };
}

function formatFinding({ message }: AnswerFinding): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

async function send(order: EventOrder, { sendEvent }: InspectedSandbox): Promise<SentEvent> {
  try {
    return await sendEvent(draftOf(order), optionsOf(order));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(error instanceof TypeError ? 400 : 502, message);
  }
}

function draftOf({ type, flag, accountIdentifier }: EventOrder): EventDraft {
  const account = { accountIdentifier: accountIdentifier ?? null, status: "ACTIVE", parentAccountIdentifier: null };
  return {
    type,
    ...(flag === undefined ? {} : { flag }),
    ...(accountIdentifier === undefined ? {} : { payload: { account } }),
  };
}

function optionsOf({ to, parameter, interactive = false, accept }: EventOrder): SendEventOptions {
  return {
    to,
    interactive,
    ...(parameter === undefined ? {} : { parameter }),
    ...(accept === undefined ? {} : { accept }),
  };
}

/**
 * Waits for the outcome. The sandbox also acts as the user's browser: it follows a redirect back to the marketplace.
 */
async function waitForOutcome(
  sent: SentEvent,
  sandbox: InspectedSandbox,
): Promise<Pick<EventReport, "result" | "problem" | "findings">> {
  try {
    if (sent.location !== undefined) await openReturnUrl(sent.location, sandbox);
    const result = JSON.stringify(await sent.result());
    return { result, findings: [...sent.findings, ...(await sent.laterFindings())].map(formatFinding) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { problem, findings: sent.findings.map(formatFinding) };
  }
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
