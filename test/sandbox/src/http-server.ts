import type { Server as HttpServer, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import type { ServerCertificate } from "./certificate.js";

/** A request as it arrived: nothing decoded, nothing put in another form. */
export interface IncomingCall {
  readonly method: string;
  /** Request target: path and query exactly as the client sent them. */
  readonly target: string;
  /** Header fields in their order and spelling, repeated ones too. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  /** Body as text; only its start where {@link bodyTooLong}. */
  readonly body: string;
  /** Whether the body went on past {@link longestBody}. */
  readonly bodyTooLong: boolean;
  /** Where the connection comes from. */
  readonly remoteAddress: string | undefined;
}

/** What goes back to the client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Body as text; empty for none. */
  readonly body: string;
  /** Where it does not arrive: the connection is reset, or stays open in silence, or ends in the middle of the body. */
  readonly delivery?: "reset" | "silence" | "truncated";
}

/** A running HTTPS server on a loopback port. */
export interface LoopbackServer {
  /** `https://127.0.0.1:<port>` */
  readonly baseUrl: string;
  /** Says who answers. To be called once, before anybody learns the address. */
  serve(answer: (call: IncomingCall) => Promise<Answer>): void;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

/** Bytes of a request body that are read before the rest is refused. */
export const longestBody = 1024 * 1024;

/** Listens on 127.0.0.1 alone. Port 0 is any free one. */
export async function startLoopbackServer(certificate: ServerCertificate, port: number): Promise<LoopbackServer> {
  const server = createServer({ key: certificate.privateKey, cert: certificate.certificate });
  await listening(server, port);
  const { port: boundPort } = server.address() as AddressInfo;
  return {
    baseUrl: `https://127.0.0.1:${boundPort}`,
    serve(answer) {
      server.on("request", (request, response) => {
        // A client that goes away in the middle ends its own exchange and nothing else.
        exchange(request, response, answer).catch(() => response.destroy());
      });
    },
    close: () => closed(server),
  };
}

async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (call: IncomingCall) => Promise<Answer>,
): Promise<void> {
  deliver(await answer(await received(request)), response);
}

function deliver({ status, headers, body, delivery }: Answer, response: ServerResponse): void {
  if (delivery === "reset") {
    response.destroy();
  } else if (delivery === "silence") {
    return; // the connection ends with the client, or with the server
  } else if (delivery === "truncated") {
    const whole = Buffer.from(body);
    response.writeHead(status, { ...headers, "Content-Length": whole.length + 1 });
    response.flushHeaders();
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  } else {
    response.writeHead(status, headers).end(body);
  }
}

/** Reads a request, but for the rest of a body that is too long. */
export async function received(request: IncomingMessage): Promise<IncomingCall> {
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

/** Reads to the end in any case, so that a client in the middle of sending still gets its answer; keeps only the start. */
async function readBody(request: IncomingMessage): Promise<{ body: string; bodyTooLong: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (length < longestBody) chunks.push(chunk);
    length += chunk.length;
  }
  return { body: Buffer.concat(chunks).subarray(0, longestBody).toString("utf8"), bodyTooLong: length > longestBody };
}

/** Node gives raw headers as one flat list: name, value, name, value. */
function headerPairs(rawHeaders: readonly string[]): Array<readonly [string, string]> {
  const pairs: Array<readonly [string, string]> = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  }
  return pairs;
}

/** Listens on 127.0.0.1 alone; rejects where the port is taken. */
export function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Stops listening and ends every connection. */
export function closed(server: Pick<HttpServer, "close" | "closeAllConnections">): Promise<void> {
  return new Promise((resolve) => {
    // The one error this can report is that the server is closed already.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
