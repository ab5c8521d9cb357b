import pc from "picocolors";

/** The streams a command talks to, as `process` has them. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** A stream that may be a terminal. */
export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

type Colors = ReturnType<typeof pc.createColors>;

/** Colours for a terminal that shows them; for everything else, functions that change nothing. */
export function colorsOf(stream: Stream): Colors {
  return pc.createColors(stream.isTTY === true && pc.isColorSupported);
}
