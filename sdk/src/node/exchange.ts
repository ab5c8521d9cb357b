import type { Dispatcher } from "undici";
import { decodeBody } from "./content-encoding.js";

/** Number of unread bytes of a response at which the connection is paused. */
const READ_AHEAD = 64 * 1024;

/** Part of an `AbortSignal` that can end a request. */
export interface Ending {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * Request and response on undici's lowest level. Its higher levels create a Node stream for each body, which would have
 * to be converted to a web stream here.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #ending: Ending;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #abort = (): void => this.#end(this.#ending.reason);
  #connection: Dispatcher.DispatchController | undefined;
  #body: ReadableStreamDefaultController<Uint8Array> | undefined;

  /** @param ending Signal that closes the connection when aborted. */
  constructor(ending: Ending, resolve: (response: Response) => void, reject: (reason: unknown) => void) {
    this.#ending = ending;
    this.#resolve = resolve;
    this.#reject = reject;
    if (ending.aborted) this.#abort();
    else ending.addEventListener("abort", this.#abort);
  }

  onRequestStart(connection: Dispatcher.DispatchController): void {
    this.#connection = connection;
    if (this.#ending.aborted) connection.abort(toError(this.#ending.reason));
  }

  onResponseStart(
    connection: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return; // interim: the final response follows
    const fields = new Headers(flattenHeaders(headers));
    const body = isBodiless(status) ? null : decodeBody(this.#createBody(connection), fields.get("content-encoding"));
    this.#resolve(new Response(body, { status, headers: fields }));
  }

  onResponseData(connection: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#body?.enqueue(chunk);
    if ((this.#body?.desiredSize ?? 1) <= 0) connection.pause();
  }

  onResponseEnd(): void {
    this.#ending.removeEventListener("abort", this.#abort);
    this.#connection = undefined; // it may already serve the next request
    this.#body?.close();
    this.#body = undefined;
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#end(error);
  }

  #createBody(connection: Dispatcher.DispatchController): ReadableStream<Uint8Array> {
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

  /** Rejects the pending response, or ends its body with an error, and closes the connection. */
  #end(reason: unknown): void {
    this.#ending.removeEventListener("abort", this.#abort);
    this.#reject(reason);
    this.#body?.error(reason);
    this.#body = undefined;
    if (this.#connection?.aborted === false) this.#connection.abort(toError(reason));
  }
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The request was aborted", { cause: reason });
}

/** Returns true for a status with which a `Response` cannot have a body. */
function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function flattenHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(raw).flatMap(([name, values = []]) =>
    typeof values === "string" ? [[name, values]] : values.map((value): [string, string] => [name, value]),
  );
}
