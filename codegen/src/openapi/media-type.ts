/** What a body is to a program; events and records come piece by piece. */
export type Media = "json" | "form" | "multipart" | "events" | "records" | "text" | "binary";

/** Patterns of media types, of which the first that matches counts. Types that match none are bytes. */
const medias: readonly (readonly [RegExp, Media])[] = [
  [/^(?:\*|application)\/\*$|[/+]json$/, "json"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^text\/event-stream$/, "events"],
  [/^application\/(?:x-)?(?:ndjson|jsonl|json-lines)$|[/+]json-seq$/, "records"],
  [/^text\/|[/+](?:xml|yaml)$/, "text"],
];

/** What a media type is to a program. Its parameters, such as a charset, do not matter. */
export function mediaOf(contentType: string): Media {
  const essence = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  return medias.find(([pattern]) => pattern.test(essence))?.[1] ?? "binary";
}

/** Whether a body comes piece by piece. */
export function isStreamed(media: Media): boolean {
  return media === "events" || media === "records";
}

/** Token of RFC 9110, section 5.6.2: names of headers, and halves of media types. */
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const wholeToken = new RegExp(`^${token}$`);
const sendableType = new RegExp(`^${token}/${token}[ \\t]*(?:;[\\t\\x20-\\x7e]*)?$`);

/** Whether a text can be the name of a header (RFC 9110, section 5.1) or a method. */
export function isToken(text: string): boolean {
  return wholeToken.test(text);
}

/**
 * Whether a text can be sent as a media type (RFC 9110, section 8.3.1). Its parameters need only be visible: documents
 * write `text/plain; utf-8`, and servers take it. No header is sent for an empty media type.
 */
export function isSendable(text: string): boolean {
  return text === "" || sendableType.test(text);
}
