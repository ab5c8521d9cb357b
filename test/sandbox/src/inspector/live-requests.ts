import type { ServerResponse } from "node:http";
import type { RecordedRequest, RequestLog } from "../recorded-requests.js";

/**
 * Maximum number of characters to buffer for a page that does not read. Beyond it, the connection is closed, and the
 * page reconnects and requests what it missed.
 */
const mostWaiting = 4 * 1024 * 1024;

/**
 * Sends new requests as server-sent events, preceded by the stored ones after a given number. The id of each event is
 * the request's number, so that a browser can resume after a reconnect.
 */
export function sendLiveRequests(
  response: ServerResponse,
  log: RequestLog,
  after: number,
  written: (request: RecordedRequest) => string,
): void {
  const send = (request: RecordedRequest): void => {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(`id: ${request.number}\ndata: ${written(request)}\n\n`);
  };
  response.write("retry: 500\n\n");
  for (const request of log.list()) if (request.number > after) send(request);
  response.on("close", log.follow(send));
}
