import { addressHypotheses } from "./address-hypotheses.js";
import { encodingHypotheses } from "./encoding-hypotheses.js";
import type { Hypothesis } from "./hypothesis.js";
import { keyHypotheses } from "./key-hypotheses.js";
import { methodHypotheses } from "./method-hypotheses.js";
import { parameterHypotheses } from "./parameter-hypotheses.js";

/** All that is tried, likeliest first: what proxies do, then what signers do wrong, then the keys. */
// A bundler keeps a spread, which may run code, also where nothing is explained; this it can leave out.
export const hypotheses: readonly Hypothesis[] = /* @__PURE__ */ [
  addressHypotheses,
  methodHypotheses,
  encodingHypotheses,
  parameterHypotheses,
  keyHypotheses,
].flat();
