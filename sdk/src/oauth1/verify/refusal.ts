import { type OAuthProblem, RequestVerificationError } from "../../errors/index.js";

/** Creates the error for a problem. RFC 5849 section 3.2: 400 if it cannot be checked, 401 if a check fails. */
export function createRefusal(
  problem: OAuthProblem,
  message: string,
  options?: ErrorOptions,
): RequestVerificationError {
  return new RequestVerificationError(statuses[problem], problem, message, options);
}

const statuses: { readonly [P in OAuthProblem]: 400 | 401 } = {
  parameter_absent: 400,
  parameter_rejected: 400,
  version_rejected: 400,
  signature_method_rejected: 400,
  timestamp_refused: 401,
  consumer_key_unknown: 401,
  signature_invalid: 401,
  nonce_used: 401,
  nonce_store_unavailable: 401,
};
