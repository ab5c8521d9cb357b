import { type AddressInfo, createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

/** A request as it stood on the wire. */
export interface RawRequest {
  /** `GET /path?query HTTP/1.1`, byte for byte. */
  readonly line: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What the server does with a request: sends these bytes, or something else to its connection. */
export type RawAnswer = string | ((socket: Socket, request: RawRequest) => void);

/** A server that knows sockets and nothing of HTTP beyond where a request ends. */
export interface RawServer {
  readonly origin: string;
  readonly requests: readonly RawRequest[];
  /** How many there were. */
  readonly connections: () => number;
  /** How many there were at once. */
  readonly mostConnections: () => number;
  close(): Promise<void>;
}

/** Where a raw server listens. */
export interface RawServerOptions {
  /** A key and a certificate, where it speaks TLS. */
  readonly tls?: Pick<TlsOptions, "key" | "cert"> | undefined;
  /** @defaultValue any that is free */
  readonly port?: number | undefined;
}

/**
 * Starts a server on loopback that gives each request the next answer, and the last one to all that follow.
 *
 * @param answers At least one.
 */
export function startRawServer(...answers: readonly RawAnswer[]): Promise<RawServer> {
  return startRawServerOn({}, ...answers);
}

/** Starts a server as {@link startRawServer} does, with options. */
export async function startRawServerOn(
  { tls, port: wanted = 0 }: RawServerOptions,
  ...answers: readonly RawAnswer[]
): Promise<RawServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let mostConnections = 0;
  const server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  function serve(socket: Socket): void {
    connections += 1;
    sockets.add(socket);
    mostConnections = Math.max(mostConnections, sockets.size);
    let received = Buffer.alloc(0);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (let request = takeRequest(); request !== undefined; request = takeRequest()) {
        const answer = answers[Math.min(requests.length, answers.length - 1)];
        requests.push(request);
        if (typeof answer === "function") answer(socket, request);
        else socket.write(answer ?? "");
      }
    });
    function takeRequest(): RawRequest | undefined {
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return undefined;
      const [line = "", ...lines] = received.subarray(0, end).toString("latin1").split("\r\n");
      const headers = new Map(
        lines.map((header) => {
          const colon = header.indexOf(":");
          return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()] as const;
        }),
      );
      const length = Number(headers.get("content-length") ?? 0);
      const start = end + 4;
      if (received.length < start + length) return undefined;
      const body = received.subarray(start, start + length).toString("utf8");
      received = received.subarray(start + length);
      return { line, headers, body };
    }
  }
  await new Promise<void>((resolve) => server.listen({ port: wanted, host: "127.0.0.1", backlog: 1024 }, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    mostConnections: () => mostConnections,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** An answer with a JSON body. */
export function json(body: unknown, { status = 200, headers = {} }: AnswerHead = {}): string {
  return answer(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}

export interface AnswerHead {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with any body. */
export function answer(body: string, { status = 200, headers = {} }: AnswerHead = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Status\r\n${lines.join("")}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Breaks the connection without a word. */
export function reset(socket: Socket): void {
  socket.resetAndDestroy();
}

/** Says nothing and keeps the connection. */
export function silence(): void {}
