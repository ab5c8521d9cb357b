import { createRefusal } from "../../oauth1/verify/index.js";

/**
 * Whether an event is a ping of the marketplace's monitoring. It may name a return URL, and is signed in the header all
 * the same.
 */
export function isPing({ flag }: { readonly flag?: string | undefined }): boolean {
  return flag?.toUpperCase() === "STATELESS";
}

/**
 * Refuses an interactive event that did not come by a browser, where the vendor has a page for these events. A customer
 * sees the signed URL in the browser, and could move its signature to a header to skip the page and what it asks for.
 *
 * @param event Anything with the event's return URL, so that a stored reply can be checked, too.
 * @throws RequestVerificationError, which is answered like every other refusal
 */
export function assertSignedByBrowser(
  { returnUrl }: { readonly returnUrl?: string | undefined },
  { isInteractive }: { readonly isInteractive: boolean },
  { interactive }: { readonly interactive?: unknown },
): void {
  if (interactive === undefined || !returnUrl || isInteractive) return;
  throw createRefusal(
    "parameter_rejected",
    "the event is interactive, so it must be signed in the query, and it is not",
  );
}
