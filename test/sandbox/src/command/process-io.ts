/** Input and output of the process that runs the command. */
export interface ProcessIo {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the user or a process manager stops the command. */
  readonly stopped: Promise<unknown>;
}

/** Output stream. */
export interface Output {
  write(text: string): unknown;
}
