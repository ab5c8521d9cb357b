/** Explains why a signature is refused: what was signed, and where the two sides differ. */
export type { SignatureCause, SignatureCauseCode } from "./cause.js";
export type { BaseStringDifference } from "./difference.js";
export { type ExplainSignatureOptions, explainSignature } from "./explain-signature.js";
export type { SignatureExplanation, SignedParameter } from "./explanation.js";
export type { SignatureClock } from "./facts.js";
export type { MaskedKey } from "./redaction.js";
