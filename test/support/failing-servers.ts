import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { answer } from "./raw-server.js";

/** Server to which no order should get through, or from which no result comes back whole. */
export interface FailingServer {
  readonly name: ServerFault;
  readonly url: string;
}

/** Way in which a connection fails, or is damaged later. */
export type ServerFault =
  | "refused"
  | "unknown host"
  | "blocked port"
  | "self-signed"
  | "TLS version"
  | "TLS cipher"
  | "client certificate, TLS 1.2"
  | "client certificate, TLS 1.3"
  | "alert in the handshake"
  | "reset in the handshake"
  | "end in the handshake"
  | "no TLS"
  | "damaged after execution"
  | "alert after execution";

/** Failing servers on loopback, and how often each of them got a whole request. */
export interface FailingServers {
  readonly all: readonly FailingServer[];
  readonly seen: ReadonlyMap<ServerFault, number>;
  close(): Promise<void>;
}

/**
 * Starts a server for each fault.
 *
 * @param trusted Key and certificate that the clients trust.
 * @param untrusted Key and certificate that they do not trust.
 */
export async function startFailingServers(trusted: TlsOptions, untrusted: TlsOptions): Promise<FailingServers> {
  const servers: Server[] = [];
  const seen = new Map<ServerFault, number>();
  const sockets = new Set<Socket>();

  async function listen(server: Server): Promise<number> {
    servers.push(server);
    server.on("connection", (socket) => {
      sockets.add(socket.on("error", () => {}).on("close", () => sockets.delete(socket)));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  }

  /** Executes whatever request comes. */
  function executes(name: ServerFault, onExecuted: () => void = () => {}): (socket: Socket) => void {
    return (socket) => {
      let text = "";
      socket.on("error", () => {});
      socket.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1");
        if (!text.includes("\r\n\r\n")) return;
        text = "";
        seen.set(name, (seen.get(name) ?? 0) + 1);
        onExecuted();
        socket.write(answer('{"orderId":"o-1"}', { headers: { "content-type": "application/json" } }));
      });
    };
  }

  const tls = (name: ServerFault, options: TlsOptions): Promise<number> =>
    listen(createTlsServer(options, executes(name)));
  const atFirstByte = (act: (socket: Socket) => void): Promise<number> =>
    listen(createServer((socket) => void socket.once("data", () => act(socket))));

  /** Relays to a server of TLS 1.2, and changes what comes back once that has executed a request. */
  async function tamper(name: ServerFault, change: (client: Socket, chunk: Buffer) => void): Promise<number> {
    let isExecuted = false;
    const onExecuted = (): void => {
      isExecuted = true;
    };
    const behind = await listen(createTlsServer({ ...trusted, maxVersion: "TLSv1.2" }, executes(name, onExecuted)));
    return listen(
      createServer((client) => {
        isExecuted = false;
        const upstream = connect(behind, "127.0.0.1").on("error", () => {});
        client.pipe(upstream);
        upstream.on("data", (chunk: Buffer) => {
          if (!isExecuted) return void client.write(chunk);
          change(client, chunk);
          setTimeout(() => client.end(), 200); // some runtimes wait in silence for the rest of a damaged record
        });
        client.on("close", () => upstream.destroy());
      }),
    );
  }

  const alert = (description: number): Buffer => Buffer.from([21, 3, 3, 0, 2, 2, description]);
  const NO_OLD_TLS: TlsOptions = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" };
  const CERTIFICATE_WANTED: TlsOptions = { requestCert: true, rejectUnauthorized: true };

  const ports: { readonly [F in Exclude<ServerFault, "refused">]: number | string } = {
    "unknown host": "https://platform.invalid",
    "blocked port": "http://127.0.0.1:6000",
    "self-signed": await tls("self-signed", untrusted),
    "TLS version": await tls("TLS version", { ...trusted, ...NO_OLD_TLS }),
    "TLS cipher": await tls("TLS cipher", { ...trusted, maxVersion: "TLSv1.2", ciphers: "NULL-SHA256@SECLEVEL=0" }),
    "client certificate, TLS 1.2": await tls("client certificate, TLS 1.2", {
      ...trusted,
      ...CERTIFICATE_WANTED,
      maxVersion: "TLSv1.2",
    }),
    "client certificate, TLS 1.3": await tls("client certificate, TLS 1.3", {
      ...trusted,
      ...CERTIFICATE_WANTED,
      minVersion: "TLSv1.3",
    }),
    "alert in the handshake": await atFirstByte((socket) => void socket.end(alert(80))),
    "reset in the handshake": await atFirstByte((socket) => socket.resetAndDestroy()),
    "end in the handshake": await atFirstByte((socket) => void socket.end()),
    "no TLS": await atFirstByte((socket) => void socket.end(answer("Bad Request", { status: 400 }))),
    "damaged after execution": await tamper("damaged after execution", (client, chunk) => {
      const damaged = Buffer.from(chunk);
      damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
      client.write(damaged);
    }),
    "alert after execution": await tamper("alert after execution", (client) => void client.write(alert(80))),
  };
  // Closed when all others listen, so that none of them gets its port.
  const closed = createServer();
  const refused = await listen(closed);
  await new Promise((resolve) => closed.close(resolve));
  return {
    all: Object.entries({ ...ports, refused }).map(([name, port]) => ({
      name: name as ServerFault,
      url: typeof port === "string" ? port : `https://127.0.0.1:${port}`,
    })),
    seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}
