import type { Pair } from "../oauth1/encoding/index.js";
import type { SignatureMethodName } from "../oauth1/sign/index.js";
import type { Credentials } from "../oauth1/signers/index.js";
import type { BaseStringParts } from "./base-string-parts.js";
import type { SignatureParts } from "./signature-parts.js";

/** A request taken apart: what is signed of it by RFC 5849, and what else a wrong signer might have used. */
export interface ExplainedRequest {
  readonly signatureMethod: SignatureMethodName;
  /** By the standard. */
  readonly parts: SignatureParts;
  /** Whether it bears protocol parameters of its own, and not those that it would be signed with. */
  readonly isSigned: boolean;
  /** The `oauth_signature` that it bears. */
  readonly found: string | undefined;
  /** Protocol parameters in the order they came, from wherever; the signature is among them, the realm is not. */
  readonly protocol: readonly Pair[];
  readonly source: Source;
}

/** The text of a request, before anything was made of it. */
export interface Source {
  /** As it came. */
  readonly method: string;
  /** Host and port as they came, without user information. */
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string | undefined;
  /** A body that is no form. */
  readonly otherBody: string | undefined;
  readonly realm: string | undefined;
  /** Every value of a header; the name is in lower case. */
  readonly header: (name: string) => readonly string[];
  readonly credentials: Credentials;
}

/** What a hypothesis may look at: the request, and the other side's base string where it is known. */
export interface Clues extends ExplainedRequest {
  readonly theirs: BaseStringParts | undefined;
}
