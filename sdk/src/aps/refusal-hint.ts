import type { RefusalHint } from "../http/index.js";

/** Says what to check when the APS bus refuses a call, most likely cause first. */
export const describeRefusal: RefusalHint = (call, { status, headers }) => {
  const mayLackBooster = rejections.has(status) && !isFromBooster(headers);
  const sentences = [causes[status]?.(call), mayLackBooster ? NO_BOOSTER : undefined];
  return sentences.filter((sentence) => sentence !== undefined).join(". ") || undefined;
};

type Causes = (call: Parameters<RefusalHint>[0]) => string | undefined;

const causes: { readonly [status: number]: Causes } = {
  400: ({ url }) => (/\?.*\(/.test(url) ? ENCODED_PARENTHESES : undefined),
  401: () =>
    "Check the consumer secret, then this machine's clock, then the URL that the platform believes was called " +
    "(signatureBaseUrl, behind a gateway), then whether a proxy rewrites the query; `npx apsdirect explain` shows what " +
    "was signed",
  403: ({ permissions }) =>
    permissions.length === 0
      ? "The call needs no Allowed Operation, but the user of this key may not see or change the resource"
      : `The user of this key needs the Allowed Operation ${permissions.join(", or ")}`,
};

/** The signature covers decoded values, so it stays valid if a gateway encodes the parentheses of the query. */
const ENCODED_PARENTHESES =
  "The signature was accepted, but the query was not. If the RQL is correct, a gateway rewrote it: parentheses must not " +
  "be encoded";

/** The booster, which accepts OAuth calls, marks the responses that it passes on. */
function isFromBooster(headers: Headers): boolean {
  return headers.get("x-apsbooster-response") === "true";
}

const NO_BOOSTER =
  "The response did not come through the APS booster (it has no X-APSBooster-Response header): the host of baseUrl may " +
  "not be a brand access point with a booster";

/** Statuses with which a host that does not serve the bus rejects a call. */
const rejections: ReadonlySet<number> = new Set([401, 403, 404, 405]);
