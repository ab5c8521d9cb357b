/** Words of the platform in an error body: `message`, then `error`, then the start of a text. */
export function readErrorSentence(body: unknown): string | undefined {
  const LONGEST = 300;
  if (typeof body === "string") return body.trim().slice(0, LONGEST) || undefined;
  if (typeof body !== "object" || body === null) return undefined;
  const { message, error } = body as { message?: unknown; error?: unknown };
  const said = [message, error].find((text) => typeof text === "string" && text !== "");
  return typeof said === "string" ? said.slice(0, LONGEST) : undefined;
}
