/** An answer with what came beside it. */
export interface CallResponse<T> {
  readonly data: T;
  readonly status: number;
  readonly headers: Headers;
  /** Attempts that were made, at least 1. */
  readonly attempts: number;
  /** The call's own reference. */
  readonly reference: string;
}

/** A call under way: a promise of its result that can also tell what came beside it. */
export interface Call<T> extends Promise<T> {
  /** The result with status, headers and the number of attempts. It is the same call, not a second one. */
  withResponse(): Promise<CallResponse<T>>;
}

/** Makes a call of the promise of its response. */
export function callOf<T>(response: Promise<CallResponse<T>>): Call<T> {
  const data = response.then((received) => received.data);
  return Object.assign(data, {
    withResponse() {
      // Who takes the response does not take the data: its rejection must not count as one that nobody handles.
      data.catch(() => {});
      return response;
    },
  });
}
