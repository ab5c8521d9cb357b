import { Failure } from "./failure.js";
import type { IncomingCall, OutgoingResponse } from "./http-server.js";
import { isJsonObject, type Json, type JsonObject } from "./json.js";

/** Call as a route handler sees it. */
export interface RoutedCall {
  /** Query as sent, without the question mark. */
  readonly query: string;
  readonly body: string;
  /** Consumer key that signed the call. */
  readonly consumerKey: string;
  /** Returns the first value of a header, ignoring case. */
  header(name: string): string | undefined;
}

/**
 * Handles a call, or returns `undefined` to pass it to the next route. `segments` are the capture groups of the route's
 * path.
 */
export type Handler = (call: RoutedCall, ...segments: string[]) => OutgoingResponse | undefined;

/** Path with its handlers by method. */
export interface Route {
  readonly path: RegExp;
  readonly methods: Readonly<Record<string, Handler>>;
}

/**
 * Passes a call to the first matching handler that responds. Throws 404 or 405 if there is none.
 *
 * @param others Returns routes to try if no other responds.
 */
export function routeCall(
  routes: readonly Route[],
  call: IncomingCall,
  consumerKey: string,
  others: () => readonly Route[] = () => [],
): OutgoingResponse {
  return (
    answerOf(routes, call, consumerKey) ??
    answerOf(others(), call, consumerKey) ??
    rejectCall([...routes, ...others()], call)
  );
}

function answerOf(routes: readonly Route[], call: IncomingCall, consumerKey: string): OutgoingResponse | undefined {
  const [path = "", query = ""] = splitOnce(call.target, "?");
  for (const { path: pattern, methods } of routes) {
    const [matched, ...segments] = pattern.exec(path) ?? [];
    const handler = matched !== undefined && Object.hasOwn(methods, call.method) ? methods[call.method] : undefined;
    const answer = handler?.(routedCall(call, query, consumerKey), ...segments);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function rejectCall(routes: readonly Route[], { method, target }: IncomingCall): never {
  const [path = ""] = splitOnce(target, "?");
  const matching = routes.filter((route) => route.path.test(path));
  throw matching.length === 0 ? new Failure(404, `Nothing at ${path}`) : methodNotAllowed(matching, method);
}

/** Parses a JSON body. */
export function parseJsonBody({ body }: RoutedCall): Json {
  try {
    return JSON.parse(body);
  } catch {
    throw new Failure(400, "The body is not JSON");
  }
}

/** Parses a body that must be a JSON object. */
export function parseJsonObject(call: RoutedCall): JsonObject {
  const body = parseJsonBody(call);
  if (!isJsonObject(body)) throw new Failure(400, "The body is not a JSON object");
  return body;
}

function methodNotAllowed(routes: readonly Route[], method: string): Failure {
  const allowed = new Set(routes.flatMap(({ methods }) => Object.keys(methods)));
  // RFC 9110 section 15.5.6: a 405 lists the allowed methods.
  return new Failure(405, `${method} is not allowed here`, { headers: { Allow: [...allowed].join(", ") } });
}

function routedCall({ headers, body }: IncomingCall, query: string, consumerKey: string): RoutedCall {
  return {
    query,
    body,
    consumerKey,
    header: (name) => headers.find(([candidate]) => candidate.toLowerCase() === name.toLowerCase())?.[1],
  };
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
