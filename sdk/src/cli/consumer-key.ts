import { isOAuthHeader, parseOAuthHeader, parsePairs } from "../oauth1/encoding/index.js";
import type { GivenRequest } from "./curl-request.js";
import type { ProcessIo } from "./process-io.js";
import { UsageError } from "./usage-error.js";

/** The consumer key that was named, or that the request bears, or that of the environment. */
export function findConsumerKey(
  named: string | undefined,
  { url, headers, body }: GivenRequest,
  { env }: ProcessIo,
): string {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? "";
  const authorizations = headers.filter(
    ([name, value]) => name.toLowerCase() === "authorization" && isOAuthHeader(value),
  );
  const key =
    named ??
    authorizations.map(([, value]) => findKey(() => parseOAuthHeader(value))).find(Boolean) ??
    findKey(() => parsePairs(query)) ??
    findKey(() => parsePairs(body ?? "")) ??
    env["APS_CONSUMER_KEY"] ??
    env["APPDIRECT_CONSUMER_KEY"];
  if (key) return key;
  throw new UsageError(
    "The consumer key is missing: give --consumer-key, an Authorization header that holds it, or set APS_CONSUMER_KEY or " +
      "APPDIRECT_CONSUMER_KEY.",
  );
}

/** What cannot be read here is explained later, by what reads all of it. */
function findKey(pairs: () => ReadonlyArray<readonly [string, string]>): string | undefined {
  try {
    return pairs().find(([name]) => name === "oauth_consumer_key")?.[1] || undefined;
  } catch {
    return undefined;
  }
}
