import type { Placement } from "../oauth1/encoding/index.js";
import type { SignatureMethodName } from "../oauth1/sign/index.js";
import type { SignatureCause, SignatureCauseCode } from "./cause.js";
import type { BaseStringDifference } from "./difference.js";
import type { SignatureClock } from "./facts.js";
import type { MaskedKey } from "./redaction.js";

/** Signed parameter. */
export interface SignedParameter {
  /** Decoded name. */
  readonly name: string;
  /** Decoded value. */
  readonly value: string;
  /** Encoded pair in the normalized parameters, before the base string encodes it again. */
  readonly encoded: string;
  /** Place in the request. Also `"header"` for the parameters that would be added to a request without a signature. */
  readonly from: Placement;
}

/** Signed data and the differences between the two sides. Plain data without the secret, suitable for logs. */
export interface SignatureExplanation {
  /** Result of the comparison. `"unknown"` if there is neither a signature nor an expected value. */
  readonly verdict: "right" | "wrong" | "unknown";
  /** Signed HTTP method, in upper case. */
  readonly method: string;
  /** Signed scheme, host, port and path. */
  readonly baseUri: string;
  /** Differences between the URL and its base URI. */
  readonly baseUriChanges: readonly string[];
  /** Signed parameters, in the order of the base string. */
  readonly parameters: readonly SignedParameter[];
  /** Signature base string. PLAINTEXT does not sign it. */
  readonly baseString: string;
  /** Base string of the other side, from `expected` or from a proved cause. `undefined` if unknown. */
  readonly theirBaseString: string | undefined;
  /** Signature method that the request names. */
  readonly signatureMethod: SignatureMethodName;
  /** Masked key. */
  readonly key: MaskedKey;
  /** Signature according to RFC 5849. PLAINTEXT is never shown, and RSA-SHA1 is never computed. */
  readonly computed: string | undefined;
  /** Signature in the request. */
  readonly found: string | undefined;
  /** Time of the signature, and its distance from now. */
  readonly clock: SignatureClock | undefined;
  /** First difference between the base strings, if `expected` is a base string. */
  readonly difference: BaseStringDifference | undefined;
  /** Causes, most likely first. The first is often enough. */
  readonly causes: readonly SignatureCause[];
  /** Causes that were tried individually and ruled out. */
  readonly ruledOut: readonly SignatureCauseCode[];
  /** Whole explanation as text for people. */
  readonly text: string;
}
