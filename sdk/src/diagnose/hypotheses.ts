import { addressHypotheses } from "./address-hypotheses.js";
import { encodingHypotheses } from "./encoding-hypotheses.js";
import type { Hypothesis } from "./hypothesis.js";
import { keyHypotheses } from "./key-hypotheses.js";
import { methodHypotheses } from "./method-hypotheses.js";
import { parameterHypotheses } from "./parameter-hypotheses.js";

/** Hypotheses, most likely first: changes by proxies, then mistakes of signers, then keys. */
// Bundlers can drop this form if `explainSignature` is not used. They keep a spread, because it may run code.
export const hypotheses: readonly Hypothesis[] = /* @__PURE__ */ [
  addressHypotheses,
  methodHypotheses,
  encodingHypotheses,
  parameterHypotheses,
  keyHypotheses,
].flat();
