/** What the inspector's server answers, and takes: the one thing that server and page both know. */

/** One request in the list. */
export interface RequestSummary {
  /** Counts from 1, over both platforms. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly platform: "aps" | "appdirect";
  readonly method: string;
  /** As it was sent, but for a signature. */
  readonly target: string;
  /** What was answered; 0 where a fault left the request without an answer. */
  readonly status: number;
  /** Kinds of the faults that happened to it. */
  readonly faults: readonly string[];
  readonly verdict: Verdict;
}

/** What the platform found when it checked the signature. */
export type Verdict =
  | { readonly ok: true; readonly consumerKey: string }
  | { readonly ok: false; readonly problem: string; readonly message: string };

/** One request, opened. */
export interface RequestDetail extends RequestSummary {
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string;
  /** The query as RQL; `undefined` where there is none, or it is not meant as RQL. */
  readonly rql?: RqlReading | undefined;
  /** The query as parameters, decoded, where it is no RQL. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>;
  readonly signature: SignatureReading;
}

/** A query that was read as RQL, or why it could not be. */
export type RqlReading = { readonly tree: RqlTree } | { readonly problem: string };

/** RQL as plain data. */
export type RqlTree =
  | { readonly kind: "expression"; readonly operator: string; readonly operands: readonly RqlTree[] }
  | { readonly kind: "list"; readonly items: readonly RqlTree[] }
  | { readonly kind: "value"; readonly text: string; readonly value: string };

/** The signature, explained, or why it could not be. */
export type SignatureReading = SignatureFindings | { readonly problem: string };

/** What was signed on both sides, and why they part. */
export interface SignatureFindings {
  /** Whether signature and request fit; `"unknown"` for a request without a signature. */
  readonly verdict: "right" | "wrong" | "unknown";
  readonly signatureMethod: string;
  /** Likeliest first. */
  readonly causes: readonly SignatureCause[];
  /** What the sandbox signs. */
  readonly baseString: string;
  /** What the client signed, where that is proved. */
  readonly clientBaseString?: string | undefined;
  /** Both, part by part. */
  readonly parts: readonly ComparedPart[];
}

/** Why two sides part. */
export interface SignatureCause {
  readonly code: string;
  readonly message: string;
  readonly evidence: "proved" | "fact" | "guess";
  /** What the sandbox has. */
  readonly sandbox?: string | undefined;
  /** What the client has. */
  readonly client?: string | undefined;
}

/** A part of the base strings. */
export interface ComparedPart {
  readonly name: "method" | "base URI" | "parameter";
  readonly isSame: boolean;
  /** `undefined` where the sandbox has no such part. */
  readonly sandbox?: readonly Stretch[] | undefined;
  /** `undefined` where the client has no such part, or nothing is known of it. */
  readonly client?: readonly Stretch[] | undefined;
}

/** Characters that are the same on both sides, or differ. */
export interface Stretch {
  readonly text: string;
  readonly isSame: boolean;
}

/** The sandbox itself. */
export interface SandboxSummary {
  readonly aps: PlatformSummary;
  readonly appdirect: PlatformSummary;
  /** Types of events that have a template. */
  readonly eventTypes: readonly string[];
  /** Milliseconds since 1970: another one than before is another sandbox. */
  readonly startedAt: number;
}

/** Where a platform is, and who may call it. */
export interface PlatformSummary {
  readonly baseUrl: string;
  readonly consumerKey: string;
}

/** An event to send. */
export interface EventOrder {
  readonly type: string;
  /** The vendor's endpoint, on this machine. */
  readonly to: string;
  /** Name under which the event URL is passed. */
  readonly parameter?: string | undefined;
  readonly interactive?: boolean | undefined;
  readonly accept?: string | undefined;
  readonly flag?: "STATELESS" | "DEVELOPMENT" | undefined;
  /** The account that the event is about. */
  readonly accountIdentifier?: string | undefined;
}

/** What a vendor said to an event. */
export interface EventReport {
  readonly token: string;
  readonly eventUrl: string;
  readonly status: number;
  readonly contentType: string;
  readonly milliseconds: number;
  readonly text: string;
  /** Where the vendor sent the browser, but for the signature. */
  readonly location?: string | undefined;
  /** The result that counts in the end, as JSON. */
  readonly result?: string | undefined;
  /** Why there is no result. */
  readonly problem?: string | undefined;
  /** Rules of the documentation that the answer breaks. */
  readonly findings: readonly string[];
}
