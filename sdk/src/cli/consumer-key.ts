import { isOAuthHeader, parseOAuthHeader, parsePairs } from "../oauth1/encoding/index.js";
import type { GivenRequest } from "./curl-request.js";
import type { ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** Finds the consumer key: the one passed as an option, that of the request, or that of the environment. */
export function findConsumerKey(
  option: string | undefined,
  { url, headers, body }: GivenRequest,
  { env }: ProcessIo,
): string {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? "";
  const authorizations = headers.filter(
    ([name, value]) => name.toLowerCase() === "authorization" && isOAuthHeader(value),
  );
  const key =
    option ??
    authorizations.map(([, value]) => findKey(() => parseOAuthHeader(value))).find(Boolean) ??
    findKey(() => parsePairs(query)) ??
    findKey(() => parsePairs(body ?? "")) ??
    env["APS_CONSUMER_KEY"] ??
    env["APPDIRECT_CONSUMER_KEY"];
  if (key) return key;
  throw new UsageError(
    "The consumer key is missing: pass --consumer-key or an Authorization header that contains it, or set " +
      "APS_CONSUMER_KEY or APPDIRECT_CONSUMER_KEY.",
  );
}

/** Finds the key in the parameters, if these can be parsed. `explainSignature` reports parameters that cannot. */
function findKey(pairs: () => ReadonlyArray<readonly [string, string]>): string | undefined {
  try {
    return pairs().find(([name]) => name === "oauth_consumer_key")?.[1] || undefined;
  } catch {
    return undefined;
  }
}
