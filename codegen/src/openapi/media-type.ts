/** Form of a body in a program. `events` and `records` are streams. */
export type Media = "json" | "form" | "multipart" | "events" | "records" | "text" | "binary";

/** Patterns of media types, in order of precedence. Types that match none are bytes. */
const medias: readonly (readonly [RegExp, Media])[] = [
  [/^(?:\*|application)\/\*$|[/+]json$/, "json"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^text\/event-stream$/, "events"],
  [/^application\/(?:x-)?(?:ndjson|jsonl|json-lines)$|[/+]json-seq$/, "records"],
  [/^text\/|[/+](?:xml|yaml)$/, "text"],
];

/** Classifies a media type. Ignores parameters such as the charset. */
export function mediaOf(contentType: string): Media {
  const essence = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  return medias.find(([pattern]) => pattern.test(essence))?.[1] ?? "binary";
}

/** Returns true if a body is a stream. */
export function isStreamed(media: Media): boolean {
  return media === "events" || media === "records";
}

/** Token (RFC 9110, section 5.6.2): a header name, or one half of a media type. */
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const wholeToken = new RegExp(`^${token}$`);
const sendableType = new RegExp(`^${token}/${token}[ \\t]*(?:;[\\t\\x20-\\x7e]*)?$`);

/** Returns true if text is a valid header name (RFC 9110, section 5.1) or method. */
export function isToken(text: string): boolean {
  return wholeToken.test(text);
}

/**
 * Returns true if text can be sent as a media type (RFC 9110, section 8.3.1). Parameters only need to be printable:
 * documents contain `text/plain; utf-8`, and servers accept it. An empty media type is valid; no header is sent for it.
 */
export function isSendable(text: string): boolean {
  return text === "" || sendableType.test(text);
}
