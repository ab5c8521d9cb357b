/** A body that is still coming, and what cuts its connection. */
export interface OpenBody {
  readonly body: ReadableStream<Uint8Array>;
  readonly connection: { abort(): void };
}

/** What ends the reading of a stream before its end. */
export interface StreamLimits {
  /** Milliseconds without a byte. */
  readonly timeout: number;
  /** The caller's. */
  readonly signal: AbortSignal | undefined;
}

/** Nothing came for longer than was allowed. */
export class SilenceError extends Error {
  override readonly name = "SilenceError";
}

/**
 * The body of a success as it comes. A stream may last longer than any call is given, so the clocks of the call end
 * with the head of the answer; from then on only silence is limited.
 */
export class ResponseStream implements AsyncIterable<Uint8Array> {
  readonly #open: OpenBody;
  readonly #limits: StreamLimits;
  readonly #onClosed: () => void;
  #isClosed = false;

  /** @param onClosed Told once, when the connection is not needed any more. */
  constructor(open: OpenBody, limits: StreamLimits, onClosed: () => void) {
    this.#open = open;
    this.#limits = limits;
    this.#onClosed = onClosed;
  }

  /** Cuts the connection, unless all was read. */
  close(): void {
    if (!this.#isClosed) this.#open.connection.abort();
    this.#end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const reader = this.#open.body.getReader();
    try {
      while (!this.#isClosed) {
        const chunk = await withinLimits(reader.read(), this.#limits);
        if (chunk.done) return this.#end();
        yield chunk.value;
      }
    } catch (error) {
      if (!this.#isClosed) throw error; // what was closed has ended, however its connection took it
    } finally {
      this.close();
    }
  }

  #end(): void {
    if (!this.#isClosed) this.#onClosed();
    this.#isClosed = true;
  }
}

function withinLimits<Result>(work: Promise<Result>, { timeout, signal }: StreamLimits): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal?.reason);
    if (signal?.aborted === true) abort();
    signal?.addEventListener("abort", abort, { once: true });
    const timer = setTimeout(() => reject(new SilenceError(`nothing came for ${timeout} ms`)), timeout);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    });
  });
}
