import type { Dispatcher } from "undici";
import { decodeBody } from "./content-encoding.js";

/** Bytes of an answer that may wait to be read before no more are taken from the connection. */
const READ_AHEAD = 64 * 1024;

/** As much of an `AbortSignal` as it takes to be ended by one. */
export interface Ending {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * One request and its answer, on undici's lowest level: what is above it makes a Node stream of each body, which would
 * only become a web stream here.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #ending: Ending;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #abort = (): void => this.#end(this.#ending.reason);
  #connection: Dispatcher.DispatchController | undefined;
  #body: ReadableStreamDefaultController<Uint8Array> | undefined;

  /** @param ending Aborted, it breaks the connection. */
  constructor(ending: Ending, resolve: (response: Response) => void, reject: (reason: unknown) => void) {
    this.#ending = ending;
    this.#resolve = resolve;
    this.#reject = reject;
    if (ending.aborted) this.#abort();
    else ending.addEventListener("abort", this.#abort);
  }

  onRequestStart(connection: Dispatcher.DispatchController): void {
    this.#connection = connection;
    if (this.#ending.aborted) connection.abort(errorOf(this.#ending.reason));
  }

  onResponseStart(
    connection: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return; // interim: the answer itself is still to come
    const fields = new Headers(headersOf(headers));
    const body = isBodiless(status) ? null : decodeBody(this.#bodyOf(connection), fields.get("content-encoding"));
    this.#resolve(new Response(body, { status, headers: fields }));
  }

  onResponseData(connection: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#body?.enqueue(chunk);
    if ((this.#body?.desiredSize ?? 1) <= 0) connection.pause();
  }

  onResponseEnd(): void {
    this.#ending.removeEventListener("abort", this.#abort);
    this.#connection = undefined; // by now it serves the next request
    this.#body?.close();
    this.#body = undefined;
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#end(error);
  }

  #bodyOf(connection: Dispatcher.DispatchController): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#body = controller;
        },
        pull: () => {
          if (connection.paused) connection.resume();
        },
        cancel: (reason) => {
          this.#body = undefined;
          this.#end(reason);
        },
      },
      { highWaterMark: READ_AHEAD, size: ({ byteLength }) => byteLength },
    );
  }

  /** Whoever waits is told: of the head of the answer, or of what of its body is still to come. */
  #end(reason: unknown): void {
    this.#ending.removeEventListener("abort", this.#abort);
    this.#reject(reason);
    this.#body?.error(reason);
    this.#body = undefined;
    if (this.#connection?.aborted === false) this.#connection.abort(errorOf(reason));
  }
}

function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("the request was aborted", { cause: reason });
}

/** Statuses that a `Response` may not be given a body with. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function headersOf(raw: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(raw).flatMap(([name, values = []]) =>
    typeof values === "string" ? [[name, values]] : values.map((value): [string, string] => [name, value]),
  );
}
