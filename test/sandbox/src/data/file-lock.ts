import { createHash } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Releases a lock. */
export type Release = () => Promise<void>;

/**
 * Acquires a lock that only one process on this machine can hold. It is the address of a socket instead of a file, so
 * it disappears with the process in any case.
 *
 * @param key Name of the lock.
 * @returns `undefined` if another process holds it.
 */
export async function acquireLock(key: string): Promise<Release | undefined> {
  const name = `apsdirect-sandbox-${createHash("sha256").update(key).digest("hex").slice(0, 32)}`;
  const server = await acquireAddress(addressOf(name));
  if (server === undefined) return undefined;
  server.unref();
  return async () => {
    server.close();
    await once(server, "close");
  };
}

function addressOf(name: string): string {
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  if (process.platform === "linux") return `\0${name}`; // abstract socket: disappears with its process
  return join(tmpdir(), name);
}

/**
 * Listens on an address. If the address is a file, a crashed process may have left it behind without listening on it.
 */
export async function acquireAddress(address: string): Promise<Server | undefined> {
  const server = await tryListen(address);
  if (server !== undefined || !address.startsWith("/") || (await isListening(address))) return server;
  await rm(address);
  return tryListen(address);
}

async function tryListen(address: string): Promise<Server | undefined> {
  const server = createServer((visitor) => visitor.destroy());
  try {
    await once(server.listen(address), "listening");
    return server;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return undefined;
    throw error;
  }
}

async function isListening(address: string): Promise<boolean> {
  const socket = connect(address);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
