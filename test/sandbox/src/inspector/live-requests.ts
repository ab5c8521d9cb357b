import type { ServerResponse } from "node:http";
import type { RecordedRequest, RequestLog } from "../recorded-requests.js";

/** Characters that may wait for a page that does not read; then it is cut off, and asks again for what it has not got. */
const mostWaiting = 4 * 1024 * 1024;

/**
 * Sends requests as they arrive, and before them what is kept of those after a given number (server-sent events). The id
 * of each is its number, by which a browser goes on after a break.
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
