/** Result of a call with the status and headers of its response. */
export interface CallResponse<T, DocumentedHeaders extends object = object> {
  /** Result, as returned by awaiting the call. */
  readonly data: T;
  /** Status of the response, always 2xx. */
  readonly status: number;
  /** All headers of the response. */
  readonly headers: Headers;
  /** Headers that the document describes, as typed values. Headers that are missing or malformed are absent. */
  readonly documentedHeaders: DocumentedHeaders;
  /** Number of attempts, at least 1. */
  readonly attempts: number;
  /** Reference of the call. */
  readonly reference: string;
}

/** Call in progress: a promise of its result that also gives access to the response. */
export interface Call<T, DocumentedHeaders extends object = object> extends Promise<T> {
  /** Returns the result with status, headers and the number of attempts. Does not send the call again. */
  withResponse(): Promise<CallResponse<T, DocumentedHeaders>>;
}

/** Functions that mask a request's credentials in parts of its response, for later errors about the response. */
const redactions = new WeakMap<object, (part: string) => string>();

/** Saves the function that masks credentials in parts of a response. */
export function saveRedaction(response: CallResponse<unknown>, redact: (part: string) => string): void {
  redactions.set(response, redact);
}

/** Masks the credentials of the request in a part of its response. */
export function redactPart(response: CallResponse<unknown>, part: string): string {
  return redactions.get(response)?.(part) ?? part;
}

/** Creates a call from the promise of its response. */
export function createCall<T, DocumentedHeaders extends object>(
  response: Promise<CallResponse<T, DocumentedHeaders>>,
): Call<T, DocumentedHeaders> {
  const data = response.then((received) => received.data);
  return Object.assign(data, {
    withResponse() {
      // A caller that awaits only the response does not handle `data`: its rejection must not count as unhandled.
      data.catch(() => {});
      return response;
    },
  });
}
