import type { RequestContent } from "./unsigned-request.js";

/**
 * SHA-256 of a body in hex: names a request that was sent without repeating what it said. Files, forms with files and
 * streams have none, since they would have to be read once more for it.
 */
export async function sha256(body: RequestContent | undefined): Promise<string | undefined> {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) return undefined;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
