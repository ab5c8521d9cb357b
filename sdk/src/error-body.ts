/** Returns the platform's own words from an error body: `message`, otherwise `error`, or the start of a text body. */
export function readErrorSentence(body: unknown): string | undefined {
  const LONGEST = 300;
  if (typeof body === "string") return body.trim().slice(0, LONGEST) || undefined;
  if (typeof body !== "object" || body === null) return undefined;
  const { message, error } = body as { message?: unknown; error?: unknown };
  const sentence = [message, error].find((text) => typeof text === "string" && text !== "");
  return typeof sentence === "string" ? sentence.slice(0, LONGEST) : undefined;
}
