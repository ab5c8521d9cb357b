/** A request as a command line gives it. */
export interface GivenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string | undefined;
}

/** What is collected on the way to it, in curl's terms. */
export interface CurlArguments {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly string[];
  /** Each of one `-d`; they are joined by `&`. */
  readonly data: readonly string[];
  /** Of `--json`, joined by nothing. */
  readonly json: readonly string[];
  /** `-G`: data go to the query. */
  readonly isGet: boolean;
  readonly isHead: boolean;
}
