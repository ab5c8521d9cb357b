/** Request as received by a server, from a framework without Fetch's `Request`. */
export interface RawRequest {
  /** HTTP method, as received. */
  readonly method: string;
  /**
   * **Raw** target: `/path?query` as in Node's `req.url` (in Express, `req.originalUrl`), or an absolute URL. Never
   * build it from a parsed query, which may differ from the signed text.
   */
  readonly url: string;
  /** Headers, with names in any case, such as Node's `req.headers`. */
  readonly headers: RawHeaders;
  /** Raw, unparsed body. Only needed for forms, because a body of any other type is not signed. */
  readonly body?: string | Uint8Array | undefined;
}

/** Headers as `Headers`, a list of pairs, or a plain object. */
export type RawHeaders =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Place of the protocol parameters (RFC 5849 section 3.5). */
export type Placement = "header" | "body" | "query";
