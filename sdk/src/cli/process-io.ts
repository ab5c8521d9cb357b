import type { Readable } from "node:stream";

/** What a command sees of the process it runs in. */
export interface ProcessIo {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A stream to write to. */
export interface Output {
  readonly isTTY?: boolean;
  write(chunk: string | Uint8Array): unknown;
}

/** All of standard input. */
export async function readAll(stdin: Readable): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** Whether all is well, something was found for the user to do, or the command was called wrongly. */
export const exitStatus = { done: 0, findings: 1, usage: 2 } as const;
