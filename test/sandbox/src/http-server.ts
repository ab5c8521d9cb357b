import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import type { ServerCertificate } from "./certificate.js";

/** Request as it arrived, neither decoded nor normalized. */
export interface IncomingCall {
  readonly method: string;
  /** Request target: path and query exactly as the client sent them. */
  readonly target: string;
  /** Headers in their original order and spelling, including repeated ones. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  /** Body as text. Only the start of it if {@link bodyTooLong}. */
  readonly body: string;
  /** True if the body exceeded {@link maxBodyLength}. */
  readonly bodyTooLong: boolean;
  /** IP address of the client. */
  readonly remoteAddress: string | undefined;
}

/** Response to the client. */
export interface OutgoingResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Body as text. Empty for none. */
  readonly body: string;
  /**
   * Failure to deliver the response: the connection is reset, stays open without a response, or ends in the middle of
   * the body.
   */
  readonly delivery?: "reset" | "silence" | "truncated";
}

/** Running HTTPS server on a loopback port. */
export interface LoopbackServer {
  /** URL of the server: `https://127.0.0.1:<port>`. */
  readonly baseUrl: string;
  /** Sets the request handler. Call once, before anyone knows the URL. */
  serve(answer: (call: IncomingCall) => Promise<OutgoingResponse>): void;
  /** Stops listening and closes all connections. */
  close(): Promise<void>;
}

/** Maximum length of a request body in bytes. */
export const maxBodyLength = 1024 * 1024;

/** Listens on 127.0.0.1 only. Port 0 selects any free port. */
export async function startLoopbackServer(certificate: ServerCertificate, port: number): Promise<LoopbackServer> {
  const server = createServer({ key: certificate.privateKey, cert: certificate.certificate });
  await listen(server, port);
  const { port: boundPort } = server.address() as AddressInfo;
  return {
    baseUrl: `https://127.0.0.1:${boundPort}`,
    serve(answer) {
      server.on("request", (request, response) => {
        // A client that disconnects ends only its own exchange.
        exchange(request, response, answer).catch(() => response.destroy());
      });
    },
    close: () => closeServer(server),
  };
}

async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (call: IncomingCall) => Promise<OutgoingResponse>,
): Promise<void> {
  deliver(await answer(await readRequest(request)), response);
}

function deliver({ status, headers, body, delivery }: OutgoingResponse, response: ServerResponse): void {
  if (delivery === "reset") {
    response.destroy();
  } else if (delivery === "silence") {
    return; // the connection ends when the client or the server closes it
  } else if (delivery === "truncated") {
    const whole = Buffer.from(body);
    response.writeHead(status, { ...headers, "Content-Length": whole.length + 1 });
    response.flushHeaders();
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  } else {
    response.writeHead(status, headers).end(body);
  }
}

/** Reads a request, without the rest of a body that is too long. */
export async function readRequest(request: IncomingMessage): Promise<IncomingCall> {
  const { body, bodyTooLong } = await readBody(request);
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    headers: headerPairs(request.rawHeaders),
    body,
    bodyTooLong,
    remoteAddress: request.socket.remoteAddress,
  };
}

/** Reads the whole body, so that a client that is still sending gets a response, but keeps only the start. */
async function readBody(request: IncomingMessage): Promise<{ body: string; bodyTooLong: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (length < maxBodyLength) chunks.push(chunk);
    length += chunk.length;
  }
  return {
    body: Buffer.concat(chunks).subarray(0, maxBodyLength).toString("utf8"),
    bodyTooLong: length > maxBodyLength,
  };
}

/** Pairs up Node's raw headers, a flat list of names and values. */
function headerPairs(rawHeaders: readonly string[]): Array<readonly [string, string]> {
  const pairs: Array<readonly [string, string]> = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  }
  return pairs;
}

/** Listens on 127.0.0.1 only. Rejects if the port is in use. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Stops listening and closes all connections. */
export function closeServer(server: Pick<HttpServer, "close" | "closeAllConnections">): Promise<void> {
  return new Promise((resolve) => {
    // The only possible error is that the server is already closed.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
