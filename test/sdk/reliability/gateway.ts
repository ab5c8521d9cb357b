import { connect } from "node:net";
import { onTestFinished } from "vitest";
import { type RawRequest, type RawServer, startRawServer } from "../../support/raw-server.js";

/** What a gateway does to the lines of a request: its first, and its headers. */
export interface Rewriting {
  readonly line?: (line: string) => string;
  /** Whether a header goes on. */
  readonly keeps?: (name: string) => boolean;
}

/** A gateway in front of a platform, which rewrites what it hands on. It ends with the test. */
export async function gateway(
  platform: { readonly origin: string },
  { line = (same) => same, keeps = () => true }: Rewriting = {},
): Promise<RawServer> {
  const port = Number(new URL(platform.origin).port);
  const server = await startRawServer((socket, request) => {
    const upstream = connect(port, "127.0.0.1", () => upstream.write(rewritten(request)));
    upstream.on("data", (bytes) => socket.write(bytes));
    upstream.on("error", () => socket.destroy());
    socket.on("close", () => upstream.destroy());
  });
  onTestFinished(() => server.close());
  return server;

  function rewritten(request: RawRequest): string {
    const headers = [...request.headers].filter(([name]) => keeps(name)).map(([name, value]) => `${name}: ${value}`);
    return [line(request.line), ...headers, "", request.body].join("\r\n");
  }
}
