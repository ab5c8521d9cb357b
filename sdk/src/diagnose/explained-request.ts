import type { Pair } from "../oauth1/encoding/index.js";
import type { SignatureMethodName } from "../oauth1/sign/index.js";
import type { Credentials } from "../oauth1/signers/index.js";
import type { BaseStringParts } from "./base-string-parts.js";
import type { SignatureParts } from "./signature-parts.js";

/** Parsed request: the parts that RFC 5849 signs, and other data that a wrong signer may have used. */
export interface ExplainedRequest {
  readonly signatureMethod: SignatureMethodName;
  /** Parts of the signature according to RFC 5849. */
  readonly parts: SignatureParts;
  /** True if the request has its own protocol parameters. Otherwise, they were generated. */
  readonly isSigned: boolean;
  /** `oauth_signature` of the request. */
  readonly found: string | undefined;
  /** Protocol parameters from all places, in order, including the signature but not the realm. */
  readonly protocol: readonly Pair[];
  readonly source: Source;
}

/** Original text of a request. */
export interface Source {
  /** Method in its original case. */
  readonly method: string;
  /** Host and port as received, without user information. */
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string | undefined;
  /** Body that is not a form. */
  readonly otherBody: string | undefined;
  readonly realm: string | undefined;
  /** Returns all values of a header. The name must be in lower case. */
  readonly header: (name: string) => readonly string[];
  readonly credentials: Credentials;
}

/** Data for hypotheses: the request, and the other side's base string if it is known. */
export interface Clues extends ExplainedRequest {
  readonly theirs: BaseStringParts | undefined;
}
