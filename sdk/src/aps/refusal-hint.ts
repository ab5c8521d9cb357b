import type { RefusalHint } from "../http/index.js";

/** What to look at next when the APS bus refuses a call; causes in the order of likelihood. */
export const describeRefusal: RefusalHint = (call, { status, headers }) => {
  const sentences = [causes[status]?.(call), turnsAway.has(status) && !isFromBooster(headers) ? NO_BOOSTER : undefined];
  return sentences.filter((sentence) => sentence !== undefined).join(". ") || undefined;
};

type Causes = (call: Parameters<RefusalHint>[0]) => string | undefined;

const causes: { readonly [status: number]: Causes } = {
  400: ({ url }) => (/\?.*\(/.test(url) ? ENCODED_PARENTHESES : undefined),
  401: () =>
    "Check the consumer secret, then this machine's clock, then the URL that the platform believes it was called by " +
    "(signatureBaseUrl, behind a gateway), then whether a proxy rewrites the query; `npx apsdirect explain` shows what " +
    "was signed",
  403: ({ permissions }) =>
    permissions.length === 0
      ? "It takes no Allowed Operation: the user of this key may not see or change what it asks for"
      : `The user of this key needs the Allowed Operation ${permissions.join(", or ")}`,
};

/** The signature covers decoded values, so it still fits a query whose parentheses were encoded on the way. */
const ENCODED_PARENTHESES =
  "The signature was accepted and the query was not. If the RQL is right, something on the way rewrote it: a gateway " +
  "that encodes parentheses, which must stay as they are";

/** The booster, which lets OAuth in, marks what it passes on. */
function isFromBooster(headers: Headers): boolean {
  return headers.get("x-apsbooster-response") === "true";
}

const NO_BOOSTER =
  "The answer did not come through the APS booster (it has no X-APSBooster-Response): the host of baseUrl may not be a " +
  "brand access point that has one";

/** Statuses by which a host that does not know the bus turns a call away. */
const turnsAway: ReadonlySet<number> = new Set([401, 403, 404, 405]);
