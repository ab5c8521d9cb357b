import { readdirSync, readFileSync } from "node:fs";
import type { AppDirectClient } from "apsdirect";
import type { EventResult, UsageReport, UsageReportV2, UserSyncTask } from "apsdirect/appdirect";
import { answer, json } from "../../support/raw-server.js";

const folder = new URL("../../fixtures/appdirect-samples/", import.meta.url);

/**
 * Samples of AppDirect's integration API: file names in the folder. Results in XML are not included, because other
 * vendors send them and the sandbox reads them.
 */
export const sampleFiles: readonly string[] = readdirSync(folder)
  .filter((file) => !/^answer-.*\.xml$/.test(file))
  .sort();

/** HTTP request and response of a sample. */
export interface Exchange {
  /** First line of the request. */
  readonly line: string;
  /** Body of the request. */
  readonly sent?: string;
  /** Whole response of the server. */
  readonly answer: string;
  readonly call: (client: AppDirectClient, origin: string) => PromiseLike<unknown>;
  /** Body of the response, if the call succeeds with one. */
  readonly received?: unknown;
  /** Status of the error that the call rejects with. */
  readonly refusedWith?: number;
}

/** Text of a sample. */
export function sampleText(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}

/** Returns the HTTP request and response of a sample. `undefined` if no row matches its file. */
export function exchangeOf(file: string): Exchange | undefined {
  const row = rows.find(([pattern]) => pattern.test(file));
  return row?.[1](sampleText(file));
}

const EVENT_PATH = "/api/integration/v1/events/0b6f3d52-6a0e-4a53-9d1c-5b0a2f1f7a11";
const USAGE_PATH = "/api/integration/v1/billing/usage";
const USAGE_V2_PATH = "/api/integration/v2/billing/usage";
const REQUEST_ID = "d2cd1af4-07e8-5bdf-916b-d622455b128a";
const CALLBACK_PATH = "/api/domains/v1/callback/1?state=a%20b";

const usage: UsageReport = { account: { accountIdentifier: "hpw-00317" }, items: [{ unit: "USER", quantity: 1 }] };
const usageV2: UsageReportV2 = { idempotencyKey: "k-1", billable: true, usages: [] };
const task: UserSyncTask = {
  type: "ASSIGNMENT",
  operation: "UNASSIGN",
  accountIdentifier: "hpw-00317",
  developerIdentifier: "d-1",
  userIdentifier: "u-1",
};

type Row = readonly [pattern: RegExp, exchange: (text: string) => Exchange];

/** Rows by file name. The first match is used. A new kind of sample needs a new row. */
const rows: readonly Row[] = [
  [/^\d\d-.*\.json$/, (text) => answered(text, "GET", EVENT_PATH, (client, url) => client.events.get(url))],
  [/^\d\d-.*\.xml$/, xmlEvent],
  [
    /^answer-docs-style-.*\.json$/,
    (text) => answered(text, "POST", USAGE_PATH, (client) => client.usage.report(usage), JSON.stringify(usage)),
  ],
  [/^answer-.*\.json$/, (text) => sent(text, `${EVENT_PATH}/result`, "", result)],
  [
    /^neighbour-usage-v1-.*\.request\.json$/,
    (text) => sent(text, USAGE_PATH, '{"success":true}', (body, client) => client.usage.report(body as UsageReport)),
  ],
  [
    /^neighbour-usage-v1\.response\.json$/,
    (text) => answered(text, "POST", USAGE_PATH, (client) => client.usage.report(usage), JSON.stringify(usage)),
  ],
  [
    /^neighbour-usage-v2\.request\.json$/,
    (text) => {
      const receipt = sampleText("neighbour-usage-v2.response.json");
      return sent(text, USAGE_V2_PATH, receipt, (body, client) => client.usage.reportV2(body as UsageReportV2));
    },
  ],
  [
    /^neighbour-usage-v2\.response\.json$/,
    (text) =>
      answered(text, "POST", USAGE_V2_PATH, (client) => client.usage.reportV2(usageV2), JSON.stringify(usageV2)),
  ],
  [
    /^neighbour-usage-v2-status\.response\.json$/,
    (text) =>
      answered(text, "GET", `${USAGE_V2_PATH}/requests/${REQUEST_ID}`, (client) => client.usage.getStatus(REQUEST_ID)),
  ],
  [
    /^neighbour-usage-v2-error\.response\.json$/,
    (text) => refused(text, 409, USAGE_V2_PATH, (client) => client.usage.reportV2(usageV2), JSON.stringify(usageV2)),
  ],
  [
    /^neighbour-user-sync-.*\.request\.json$/,
    (text) => sent(text, "/api/sync/v1/tasks", "", (body, client) => client.userSync.create(body as UserSyncTask)),
  ],
  [
    /^neighbour-user-sync-error\.response\.json$/,
    (text) => refused(text, 404, "/api/sync/v1/tasks", (client) => client.userSync.create(task), JSON.stringify(task)),
  ],
  [
    /^neighbour-domain-verification-callback\.request\.json$/,
    (text) =>
      sent(text, CALLBACK_PATH, "", (body, client, origin) =>
        client.domains.sendVerification(`${origin}${CALLBACK_PATH}`, body as { verified: boolean }),
      ),
  ],
];

function result(body: unknown, client: AppDirectClient, origin: string): PromiseLike<unknown> {
  return client.events.sendResult(`${origin}${EVENT_PATH}`, body as EventResult);
}

/** The sample is the response to a call. */
function answered(
  text: string,
  method: string,
  path: string,
  call: (client: AppDirectClient, url: string) => PromiseLike<unknown>,
  body = "",
): Exchange {
  return {
    line: `${method} ${path} HTTP/1.1`,
    sent: body,
    answer: answer(text, { headers: { "content-type": "application/json;charset=UTF-8" } }),
    call: (client, origin) => call(client, `${origin}${path}`),
    received: JSON.parse(text),
  };
}

/** The sample is the error response to a call. */
function refused(
  text: string,
  status: number,
  path: string,
  call: (client: AppDirectClient) => PromiseLike<unknown>,
  body: string,
): Exchange {
  const received: unknown = JSON.parse(text);
  const line = `POST ${path} HTTP/1.1`;
  return { line, sent: body, answer: json(received, { status }), call, received, refusedWith: status };
}

/** The sample is the request of a call. */
function sent(
  text: string,
  path: string,
  answerText: string,
  call: (body: unknown, client: AppDirectClient, origin: string) => PromiseLike<unknown>,
): Exchange {
  const body: unknown = JSON.parse(text);
  return {
    line: `POST ${path} HTTP/1.1`,
    sent: JSON.stringify(body),
    answer: answerText === "" ? answer("", { status: 202 }) : json(JSON.parse(answerText)),
    call: (client, origin) => call(body, client, origin),
  };
}

function xmlEvent(text: string): Exchange {
  return {
    line: `GET ${EVENT_PATH} HTTP/1.1`,
    answer: answer(text, { headers: { "content-type": "application/xml" } }),
    call: (client, origin) => client.events.getXml(`${origin}${EVENT_PATH}`),
    received: text,
  };
}
