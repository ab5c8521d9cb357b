import type { Readable } from "node:stream";

/** Streams, environment and clock of the process that a command runs in. */
export interface ProcessIo {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Returns the current time, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Output stream. */
export interface Output {
  readonly isTTY?: boolean;
  write(chunk: string | Uint8Array): unknown;
}

/** Reads all of standard input. */
export async function readAll(stdin: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** Exit statuses: success, a problem that the user must look at, and a wrong call of the command. */
export const exitStatus = { done: 0, findings: 1, usage: 2 } as const;
