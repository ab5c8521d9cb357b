import { createRefusal } from "../../oauth1/verify/index.js";

/**
 * Returns true if an event is a ping of the marketplace's monitoring. A ping may have a return URL although it is
 * signed in the header.
 */
export function isPing({ flag }: { readonly flag?: string | undefined }): boolean {
  return flag?.toUpperCase() === "STATELESS";
}

/**
 * Refuses an interactive event that was not signed for a browser, if the vendor has a page for these events. A customer
 * sees the signed URL in the browser, and could move its signature to a header to skip the page.
 *
 * @param event Object with the event's return URL, such as an event or a stored reply.
 * @throws RequestVerificationError, which gets the same response as every other refusal
 */
export function assertSignedByBrowser(
  { returnUrl }: { readonly returnUrl?: string | undefined },
  { isInteractive }: { readonly isInteractive: boolean },
  { interactive }: { readonly interactive?: unknown },
): void {
  if (interactive === undefined || !returnUrl || isInteractive) return;
  throw createRefusal(
    "parameter_rejected",
    "the event is interactive, so it must be signed in the query, but it is not",
  );
}
