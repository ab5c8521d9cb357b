import { Failure } from "../failure.js";
import type { OutgoingResponse } from "../http-server.js";
import type { Platform } from "../platform.js";
import { type Route, type RoutedCall, routeCall } from "../router.js";
import { parseEventResult } from "./event-result.js";
import type { EventStore, StoredEvent } from "./event-store.js";
import { formatEventXml, formatEventXmlOf2012 } from "./event-xml.js";
import { jsonResponse } from "./json-response.js";
import { linkedRoutes } from "./linked-resources.js";
import { type TakenUsage, usageRoutes } from "./usage.js";
import { userSyncRoutes } from "./user-sync.js";

/** Path of an event, relative to the marketplace's base URL. */
export function eventPath({ token, form }: Pick<StoredEvent, "token" | "form">): string {
  return `${form === "2012" ? "/rest/api" : "/api/integration/v1"}/events/${token}`;
}

/** Marketplace side of the integration API: serves events, and accepts results, usage and user assignments. */
export function createMarketplace(events: EventStore, takeUsage: (usage: TakenUsage) => void): Platform {
  const routes: readonly Route[] = [
    {
      // Vendors' code still uses these two older URLs of the same events.
      path: /^(?:\/api\/integration\/v1|\/rest\/api|\/AppDirect\/rest\/api)\/events\/([^/]+)$/,
      methods: { GET: (call, token = "") => respondWithEvent(requireEvent(events, token), call) },
    },
    {
      path: /^\/api\/integration\/v1\/events\/([^/]+)\/result$/,
      methods: { POST: (call, token = "") => acceptResult(requireEvent(events, token), call) },
    },
    {
      path: /^\/finish(?:procure|cancel)$/,
      methods: { GET: ({ query }) => acceptReturn(events, new URLSearchParams(query)) },
    },
    ...usageRoutes(takeUsage),
    ...userSyncRoutes,
    ...linkedRoutes,
  ];
  return {
    name: "appdirect",
    refusalStatus: 403, // AppDirect returns 403 for an invalid signature, other platforms 401
    answer: (call, consumerKey) => routeCall(routes, call, consumerKey),
    failure: ({ status, message, members, headers }) => jsonResponse(status, { message, ...members }, headers),
  };
}

function requireEvent(events: EventStore, token: string): StoredEvent {
  const stored = events.find(token);
  if (stored === undefined) throw new Failure(404, `No event ${token}`);
  return stored;
}

/** Returns XML unless the request accepts JSON. Without an `Accept` header, the response is XML. */
function respondWithEvent({ event, form }: StoredEvent, call: RoutedCall): OutgoingResponse {
  if (form === "2012") return xmlResponse(formatEventXmlOf2012(event));
  if (call.header("accept")?.toLowerCase().includes("application/json")) return jsonResponse(200, event);
  return xmlResponse(formatEventXml(event));
}

function xmlResponse(body: string): OutgoingResponse {
  return { status: 200, headers: { "Content-Type": "application/xml" }, body };
}

/** Accepts the result of an interactive event from the browser, signed in the query. */
function acceptReturn(events: EventStore, parameters: URLSearchParams): OutgoingResponse {
  const stored = requireEvent(events, parameters.get("token") ?? "");
  const result = parseEventResult(JSON.stringify(Object.fromEntries(parameters)));
  if (result === undefined) throw new Failure(400, "The URL contains no result: success is not set");
  if (!stored.settle(result)) throw new Failure(409, `Event ${stored.token} already has a result`);
  const body = result.success ? "Your order is complete." : `Your order was not completed: ${result.message ?? ""}`;
  return { status: 200, headers: { "Content-Type": "text/plain; charset=utf-8" }, body };
}

function acceptResult(stored: StoredEvent, { body }: RoutedCall): OutgoingResponse {
  const result = parseEventResult(body);
  if (result === undefined) throw new Failure(400, "The body is not a result: success is not set");
  if (!stored.settle(result)) throw new Failure(409, `Event ${stored.token} already has a result`);
  return jsonResponse(200, { success: true });
}
