import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "../failure.js";
import { closeServer, type IncomingCall, listen, type OutgoingResponse, readRequest } from "../http-server.js";
import type { InspectedSandbox } from "./inspected-sandbox.js";
import { createInspectorApi } from "./inspector-api.js";
import { sendLiveRequests } from "./live-requests.js";
import { readPageFiles } from "./page-files.js";
import { createRedactor } from "./redaction.js";
import { rejectOtherSites } from "./reject-other-sites.js";
import { summarizeRequest } from "./request-detail.js";

/** Web page that shows the requests to a sandbox, and why it rejects some of them. */
export interface Inspector {
  /** URL: `http://127.0.0.1:<port>`. Plain HTTP, because a browser would warn about the sandbox's certificate. */
  readonly url: string;
  /** Stops listening and closes all connections. */
  close(): Promise<void>;
}

/** Serves the inspector on 127.0.0.1 only. Port 0 selects any free port. */
export async function startInspector(sandbox: InspectedSandbox, wantedPort: number): Promise<Inspector> {
  const { log, platforms } = sandbox;
  const files = await readPageFiles();
  const api = createInspectorApi(sandbox);
  const redact = createRedactor(
    Object.values(platforms).flatMap(({ keys }) => keys.map(({ consumerSecret }) => consumerSecret)),
  );
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  await listen(server, wantedPort);
  const { port } = server.address() as AddressInfo;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readRequest(request);
    const answer = await answered(call);
    response.writeHead(answer.status, { ...protection, ...answer.headers });
    if (answer !== live) response.end(answer.body);
    else
      sendLiveRequests(response, log, lastSeenNumber(call), (each) => JSON.stringify(redact(summarizeRequest(each))));
  }

  async function answered(call: IncomingCall): Promise<OutgoingResponse> {
    try {
      rejectOtherSites(call, port);
      const [path] = splitTarget(call);
      if (call.method === "GET" && path === "/api/live") return live;
      const file = call.method === "GET" ? files.get(path) : undefined;
      return file ?? jsonResponse(200, redact(await api(call.method, path, call.body)));
    } catch (error) {
      const { status, message } = error instanceof Failure ? error : new Failure(500, `The inspector failed: ${error}`);
      return jsonResponse(status, redact({ message }));
    }
  }

  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

/**
 * Security headers. The page shows requests of untrusted clients, so no script or style may come from anywhere but the
 * page's own files, and no text may be interpreted as markup.
 */
const protection = {
  "Content-Security-Policy":
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
} as const;

const live: OutgoingResponse = { status: 200, headers: { "Content-Type": "text/event-stream" }, body: "" };

function jsonResponse(status: number, body: unknown): OutgoingResponse {
  return { status, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

function splitTarget({ target }: IncomingCall): readonly [path: string, query: string] {
  const [path = "", query = ""] = target.split("?", 2);
  return [path, query];
}

/** Number of the last request that the page has. The browser sends it after a reconnect; before that, the page does. */
function lastSeenNumber(call: IncomingCall): number {
  const [, said] = call.headers.find(([name]) => name.toLowerCase() === "last-event-id") ?? [];
  const [, query] = splitTarget(call);
  return Number(said ?? new URLSearchParams(query).get("after")) || 0;
}
