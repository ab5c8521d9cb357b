import type { Placement } from "../oauth1/encoding/index.js";
import type { SignatureMethodName } from "../oauth1/sign/index.js";
import type { SignatureCause, SignatureCauseCode } from "./cause.js";
import type { BaseStringDifference } from "./difference.js";
import type { SignatureClock } from "./facts.js";
import type { MaskedKey } from "./redaction.js";

/** A parameter that is signed. */
export interface SignedParameter {
  /** Decoded. */
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  /** As it enters the base string, before that is encoded as a whole. */
  readonly encoded: string;
  /** Where it stands in the request; `"header"` too for those that a request without a signature would get. */
  readonly from: Placement;
}

/** What was signed, and where two sides part. Plain data, without the secret: fit for a log or a support case. */
export interface SignatureExplanation {
  /** Whether both sides have the same; `"unknown"` where there is no signature and nothing expected to compare with. */
  readonly verdict: "right" | "wrong" | "unknown";
  /** As it is signed, in upper case. */
  readonly method: string;
  /** Scheme, host, port and path as they are signed. */
  readonly baseUri: string;
  /** What became of scheme, host, port and path on the way into the base URI. */
  readonly baseUriChanges: readonly string[];
  /** In the order in which they are signed. */
  readonly parameters: readonly SignedParameter[];
  /** The text that is signed. With PLAINTEXT nothing is. */
  readonly baseString: string;
  /** What the other side signed: as it says, or as a proved cause has it. `undefined` where neither tells. */
  readonly theirBaseString: string | undefined;
  /** What the request says that it was signed by. */
  readonly signatureMethod: SignatureMethodName;
  /** What may be told of the key. */
  readonly key: MaskedKey;
  /** The signature by RFC 5849. PLAINTEXT is never shown, RSA-SHA1 never computed. */
  readonly computed: string | undefined;
  /** The signature in the request. */
  readonly found: string | undefined;
  /** When it was signed, and whether that is near enough to now. */
  readonly clock: SignatureClock | undefined;
  /** Where the base strings part, if `expected` is one. */
  readonly difference: BaseStringDifference | undefined;
  /** Why, most likely first; the first is often all that is needed. */
  readonly causes: readonly SignatureCause[];
  /** What was tried alone, and is not the reason. */
  readonly ruledOut: readonly SignatureCauseCode[];
  /** All of it for people. */
  readonly text: string;
}
