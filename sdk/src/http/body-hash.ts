/** SHA-256 of a body in hex: names a request that was sent without repeating what it said. */
export async function sha256(body: string | undefined): Promise<string | undefined> {
  if (body === undefined) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
