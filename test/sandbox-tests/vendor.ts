import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A vendor's endpoint for the length of a test. */
export interface Vendor {
  readonly endpoint: string;
  /** What arrived, oldest first. */
  readonly received: IncomingMessage[];
  close(): Promise<void>;
}

/** Starts an endpoint that answers every notification as told. */
export async function startVendor(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Vendor> {
  const received: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    received.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/events`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a status and a body in JSON. */
export function answering(status: number, body: unknown) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  };
}
