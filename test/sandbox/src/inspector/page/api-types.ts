/** Types shared by the inspector's server and its page. */

/** Request in the list. */
export interface RequestSummary {
  /** Number of the request, starting at 1 and counting both platforms. */
  readonly number: number;
  /** Time of arrival in milliseconds since 1970. */
  readonly receivedAt: number;
  readonly platform: "aps" | "appdirect";
  readonly method: string;
  /** Request target as sent, without a signature. */
  readonly target: string;
  /** Status of the response. 0 if a fault suppressed the response. */
  readonly status: number;
  /** Kinds of the faults that were applied. */
  readonly faults: readonly string[];
  readonly verdict: Verdict;
}

/** Result of the signature check. */
export type Verdict =
  | { readonly ok: true; readonly consumerKey: string }
  | { readonly ok: false; readonly problem: string; readonly message: string };

/** Details of a request. */
export interface RequestDetail extends RequestSummary {
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string;
  /** Query as RQL. `undefined` if there is none, or if it is not RQL. */
  readonly rql?: RqlReading | undefined;
  /** Decoded query parameters, if the query is not RQL. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
  readonly signature: SignatureReading;
}

/** Parsed RQL query, or the reason why it could not be parsed. */
export type RqlReading = { readonly tree: RqlTree } | { readonly problem: string };

/** RQL as plain data. */
export type RqlTree =
  | { readonly kind: "expression"; readonly operator: string; readonly operands: readonly RqlTree[] }
  | { readonly kind: "list"; readonly items: readonly RqlTree[] }
  | { readonly kind: "value"; readonly text: string; readonly value: string };

/** Explanation of the signature, or the reason why there is none. */
export type SignatureReading = SignatureFindings | { readonly problem: string };

/** Base strings of both sides, and why they differ. */
export interface SignatureFindings {
  /** Result of the signature check. `"unknown"` for a request without a signature. */
  readonly verdict: "right" | "wrong" | "unknown";
  readonly signatureMethod: string;
  /** Possible causes, most likely first. */
  readonly causes: readonly SignatureCause[];
  /** Base string of the sandbox. */
  readonly baseString: string;
  /** Base string of the client, if it is proven. */
  readonly clientBaseString?: string | undefined;
  /** Both base strings, part by part. */
  readonly parts: readonly ComparedPart[];
}

/** Possible cause of a signature mismatch. */
export interface SignatureCause {
  readonly code: string;
  readonly message: string;
  readonly evidence: "proved" | "fact" | "guess";
  /** Value on the sandbox's side. */
  readonly sandbox?: string | undefined;
  /** Value on the client's side. */
  readonly client?: string | undefined;
}

/** Part of the base strings. */
export interface ComparedPart {
  readonly name: "method" | "base URI" | "parameter";
  readonly isSame: boolean;
  /** `undefined` if the sandbox's base string lacks this part. */
  readonly sandbox?: readonly Stretch[] | undefined;
  /** `undefined` if the client's base string lacks this part or is unknown. */
  readonly client?: readonly Stretch[] | undefined;
}

/** Characters that are the same on both sides, or different. */
export interface Stretch {
  readonly text: string;
  readonly isSame: boolean;
}

/** Information about the sandbox. */
export interface SandboxSummary {
  readonly aps: PlatformSummary;
  readonly appdirect: PlatformSummary;
  /** Event types that have a template. */
  readonly eventTypes: readonly string[];
  /** Start time in milliseconds since 1970. If it changes, the sandbox was restarted. */
  readonly startedAt: number;
}

/** URL and key of a platform. */
export interface PlatformSummary {
  readonly baseUrl: string;
  readonly consumerKey: string;
}

/** Event to send. */
export interface EventOrder {
  readonly type: string;
  /** Vendor's endpoint on this machine. */
  readonly to: string;
  /** Name of the query parameter for the event URL. */
  readonly parameter?: string | undefined;
  readonly interactive?: boolean | undefined;
  readonly accept?: string | undefined;
  readonly flag?: "STATELESS" | "DEVELOPMENT" | undefined;
  /** Account that the event concerns. */
  readonly accountIdentifier?: string | undefined;
}

/** Vendor's response to an event. */
export interface EventReport {
  readonly token: string;
  readonly eventUrl: string;
  readonly status: number;
  readonly contentType: string;
  readonly milliseconds: number;
  readonly text: string;
  /** Redirect target for the browser, without its signature. */
  readonly location?: string | undefined;
  /** Final result, as JSON. */
  readonly result?: string | undefined;
  /** Reason why there is no result. */
  readonly problem?: string | undefined;
  /** Documented rules that the response violates. */
  readonly findings: readonly string[];
}
