/** An answer with what came beside it. */
export interface CallResponse<T, DocumentedHeaders extends object = object> {
  /** What the call gives when it is awaited. */
  readonly data: T;
  /** Status of the answer: a 2xx. */
  readonly status: number;
  /** All headers of the answer. */
  readonly headers: Headers;
  /** Headers that the document describes, as numbers where they are; one that did not come, or is no number, is absent. */
  readonly documentedHeaders: DocumentedHeaders;
  /** Attempts that were made, at least 1. */
  readonly attempts: number;
  /** The call's own reference. */
  readonly reference: string;
}

/** A call under way: a promise of its result that can also tell what came beside it. */
export interface Call<T, DocumentedHeaders extends object = object> extends Promise<T> {
  /** The result with status, headers and the number of attempts. It is the same call, not a second one. */
  withResponse(): Promise<CallResponse<T, DocumentedHeaders>>;
}

/** Ways to remove from parts of a response what proved its request, for errors about it that come later. */
const redactions = new WeakMap<object, (part: string) => string>();

/** Remembers how a response is quoted. */
export function saveRedaction(response: CallResponse<unknown>, redact: (part: string) => string): void {
  redactions.set(response, redact);
}

/** Removes from a part of a response what proved its request. */
export function redactPart(response: CallResponse<unknown>, part: string): string {
  return redactions.get(response)?.(part) ?? part;
}

/** Makes a call of the promise of its response. */
export function createCall<T, DocumentedHeaders extends object>(
  response: Promise<CallResponse<T, DocumentedHeaders>>,
): Call<T, DocumentedHeaders> {
  const data = response.then((received) => received.data);
  return Object.assign(data, {
    withResponse() {
      // Who takes the response does not take the data: its rejection must not count as one that nobody handles.
      data.catch(() => {});
      return response;
    },
  });
}
