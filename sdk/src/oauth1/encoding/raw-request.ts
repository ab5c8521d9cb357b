/** A request as a server got it, from a framework without Fetch's `Request`. */
export interface RawRequest {
  /** HTTP method as it came. */
  readonly method: string;
  /**
   * The **raw** target: `/path?query` as in Node's `req.url` (in Express `req.originalUrl`), or an absolute URL. Never
   * put it together from a parsed query: that loses what was signed.
   */
  readonly url: string;
  /** Names in any case. Node's `req.headers` fits. */
  readonly headers: RawHeaders;
  /** The raw body, before any parser. Needed where it is a form; a body of any other type is not signed. */
  readonly body?: string | Uint8Array | undefined;
}

/** `Headers`, a list of pairs, or a plain object. */
export type RawHeaders =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Where protocol parameters are carried (RFC 5849 section 3.5). */
export type Placement = "header" | "body" | "query";
