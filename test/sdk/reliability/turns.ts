import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { answer, json } from "../../support/raw-server.js";
import type { Turn } from "./faulty-platform.js";

/** Executes the request first, whatever happens then. */
export function executed(turn: Turn): Turn {
  return (exchange) => {
    exchange.execute();
    turn(exchange);
  };
}

/** Sends these bytes and keeps the connection. */
export function sends(bytes: string): Turn {
  return ({ socket }) => void socket.write(bytes);
}

/** Sends these bytes and breaks the connection. */
export function sendsAndResets(bytes: string): Turn {
  // What was written is lost where a reset overtakes it.
  return ({ socket }) => void socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 20));
}

/** Sends these bytes and closes the connection. */
export function sendsAndCloses(bytes: string): Turn {
  return ({ socket }) => void socket.end(bytes);
}

/** Breaks the connection without a word. */
export const resets: Turn = ({ socket }) => void socket.resetAndDestroy();

/** Closes the connection without a word. */
export const closes: Turn = ({ socket }) => void socket.end();

/** Says nothing and keeps the connection. */
export const keepsSilent: Turn = () => {};

/** The head of a success, of whose body these bytes are promised. */
export function headOf(length: number): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
}

/** The head of a success that comes in chunks. */
export const chunkedHead = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";

/** Sends a body byte by byte, each in good time and the whole never. */
export const drips: Turn = ({ socket }) => {
  socket.write(`${headOf(100_000)}{"orderId":"`);
  const drop = setInterval(() => socket.write("o"), 20);
  socket.on("close", () => clearInterval(drop));
};

/** Pours out a body that is promised to be this long, as fast as it is read. */
export function pours(length: number): Turn {
  return ({ socket }) => {
    socket.write(headOf(length));
    pourInto(socket, Buffer.alloc(64 * 1024, 0x20), length);
  };
}

/** Sends a body of blanks that is a thousandth of its size when packed. */
export function sendsPacked(length: number): Turn {
  const packed = gzipSync(Buffer.alloc(length, 0x20));
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: ${packed.length}\r\n\r\n`;
  return ({ socket }) => {
    socket.write(head);
    socket.write(packed);
  };
}

/** Says no, as a service of the platform does. */
export function refuses(status: number, message = "refused"): Turn {
  const error = "com.ingrammicro.imcp.library.aps.exception.APSError";
  return sends(json({ error, message }, { status }));
}

/** Says no, as a server in front of the platform does. */
export function breaksDown(status: number, headers: Readonly<Record<string, string>> = {}): Turn {
  return sends(answer("<html>Sorry</html>", { status, headers: { "content-type": "text/html", ...headers } }));
}

function pourInto(socket: Socket, chunk: Buffer, length: number): void {
  let left = length;
  const pour = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= chunk.length;
      if (!socket.write(chunk)) {
        socket.once("drain", pour);
        return;
      }
    }
  };
  pour();
}
