import { knownEventTypes } from "../appdirect/event-templates.js";
import { Failure } from "../failure.js";
import { parseFaults } from "../faults/fault.js";
import type { FaultSwitches } from "../faults/fault-switches.js";
import type { Json } from "../json.js";
import { parseEventOrder, sendRequestedEvent } from "./event-order.js";
import type { InspectedPlatform, InspectedSandbox } from "./inspected-sandbox.js";
import type { PlatformSummary, SandboxSummary } from "./page/api-types.js";
import { describeRequest, summarizeRequest } from "./request-detail.js";

/** Handles a call of the page and returns a value for JSON. Throws a {@link Failure} for an error response. */
export type InspectorApi = (method: string, path: string, body: string) => Promise<unknown>;

/** Creates the API of the page. */
export function createInspectorApi(sandbox: InspectedSandbox): InspectorApi {
  const { log, platforms, resources, orders, faults } = sandbox;
  const startedAt = Date.now();
  const calls: Readonly<Record<string, (body: string) => unknown>> = {
    "GET /api/sandbox": (): SandboxSummary => ({
      aps: platformSummary(platforms.aps),
      appdirect: platformSummary(platforms.appdirect),
      eventTypes: knownEventTypes,
      startedAt,
    }),
    "GET /api/requests": () => log.list().map(summarizeRequest),
    "GET /api/resources": resources,
    "GET /api/orders": orders,
    "POST /api/events": (body) => sendRequestedEvent(parseEventOrder(parseBody(body)), sandbox),
    "GET /api/faults": () => faults.list(),
    "PUT /api/faults": (body) => replaceFaults(faults, parseBody(body)),
  };
  return async (method, path, body) => {
    const [, number] = /^\/api\/requests\/(\d{1,15})$/.exec(path) ?? [];
    if (method === "GET" && number !== undefined) return openRequest(sandbox, Number(number));
    const name = `${method} ${path}`;
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (call === undefined) throw new Failure(404, `Nothing at ${name}`);
    return call(body);
  };
}

function openRequest({ log, platforms }: InspectedSandbox, number: number) {
  const request = log.list().find((each) => each.number === number);
  if (request === undefined) throw new Failure(404, `Request ${number} does not exist or is no longer kept`);
  return describeRequest(request, platforms[request.platform]);
}

function replaceFaults(faults: FaultSwitches, wanted: Json) {
  try {
    faults.replace(parseFaults(wanted));
    return faults.list();
  } catch (error) {
    throw error instanceof TypeError ? new Failure(400, error.message) : error;
  }
}

function platformSummary({ baseUrl, credentials }: InspectedPlatform): PlatformSummary {
  return { baseUrl, consumerKey: credentials.consumerKey };
}

function parseBody(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    throw new Failure(400, "The body is not JSON");
  }
}
