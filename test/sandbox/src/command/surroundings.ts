/** What the command sees of the process it runs in. */
export interface Surroundings {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves when the user, or whoever watches over the process, wants it to end. */
  readonly stopped: Promise<unknown>;
}

/** A stream to write to. */
export interface Output {
  write(text: string): unknown;
}
