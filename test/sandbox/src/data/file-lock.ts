import { createHash } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lets go of a lock. */
export type Release = () => Promise<void>;

/**
 * Takes what only one process of this machine can have. It ends with the process, however that ends: it is the address
 * of a socket, and no file that would stay behind.
 *
 * @param key What is locked.
 * @returns `undefined` where another has it
 */
export async function takeLock(key: string): Promise<Release | undefined> {
  const name = `apsdirect-sandbox-${createHash("sha256").update(key).digest("hex").slice(0, 32)}`;
  const server = await takeAddress(addressOf(name));
  if (server === undefined) return undefined;
  server.unref();
  return async () => {
    server.close();
    await once(server, "close");
  };
}

function addressOf(name: string): string {
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  if (process.platform === "linux") return `\0${name}`; // abstract: goes away with its process
  return join(tmpdir(), name);
}

/** Where sockets are files, that of a process that was killed is still there, and nobody listens to it. */
export async function takeAddress(address: string): Promise<Server | undefined> {
  const server = await listening(address);
  if (server !== undefined || !address.startsWith("/") || (await isAnswered(address))) return server;
  await rm(address);
  return listening(address);
}

async function listening(address: string): Promise<Server | undefined> {
  const server = createServer((visitor) => visitor.destroy());
  try {
    await once(server.listen(address), "listening");
    return server;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return undefined;
    throw error;
  }
}

async function isAnswered(address: string): Promise<boolean> {
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
