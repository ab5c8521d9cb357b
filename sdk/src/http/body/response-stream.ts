/** Body that is still arriving, with its connection. */
export interface OpenBody {
  readonly body: ReadableStream<Uint8Array>;
  readonly connection: { abort(): void };
}

/** Limits for reading a stream. */
export interface StreamLimits {
  /** Longest time without data, in milliseconds. */
  readonly timeout: number;
  /** Signal of the caller. */
  readonly signal: AbortSignal | undefined;
}

/** Error thrown when a stream sends nothing for longer than allowed. */
export class SilenceError extends Error {
  override readonly name = "SilenceError";
}

/**
 * Body of a success, read while it arrives. A stream may last longer than the deadline of a call, so the call's
 * timers stop at the head of the response. After that, only the time without data is limited.
 */
export class ResponseStream implements AsyncIterable<Uint8Array> {
  readonly #open: OpenBody;
  readonly #limits: StreamLimits;
  readonly #onClosed: () => void;
  #isClosed = false;

  /** @param onClosed Called once, when the connection is no longer needed. */
  constructor(open: OpenBody, limits: StreamLimits, onClosed: () => void) {
    this.#open = open;
    this.#limits = limits;
    this.#onClosed = onClosed;
  }

  /** Closes the connection, unless the body was read completely. */
  close(): void {
    if (!this.#isClosed) this.#open.connection.abort();
    this.#end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const reader = this.#open.body.getReader();
    try {
      while (!this.#isClosed) {
        const chunk = await applyLimits(reader.read(), this.#limits);
        if (chunk.done) return this.#end();
        yield chunk.value;
      }
    } catch (error) {
      if (!this.#isClosed) throw error; // after closing, errors of the connection do not matter
    } finally {
      this.close();
    }
  }

  #end(): void {
    if (!this.#isClosed) this.#onClosed();
    this.#isClosed = true;
  }
}

function applyLimits<Result>(work: Promise<Result>, { timeout, signal }: StreamLimits): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal?.reason);
    if (signal?.aborted === true) abort();
    signal?.addEventListener("abort", abort, { once: true });
    const timer = setTimeout(() => reject(new SilenceError(`no data for ${timeout} ms`)), timeout);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    });
  });
}
