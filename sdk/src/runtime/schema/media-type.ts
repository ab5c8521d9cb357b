/** What a media type is to a program. */
export type Media = "json" | "form" | "multipart" | "events" | "records" | "text" | "binary";

/** The first line that fits says what a media type is; all that no line knows is bytes. */
const medias: readonly (readonly [RegExp, Media])[] = [
  [/^(?:\*|application)\/\*$|[/+]json$/, "json"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^text\/event-stream$/, "events"],
  [/^application\/(?:x-)?(?:ndjson|jsonl|json-lines)$|[/+]json-seq$/, "records"],
  [/^text\/|[/+](?:xml|yaml)$/, "text"],
];

/** What a media type is; its parameters, such as a charset, do not matter. */
export function classifyMediaType(contentType: string): Media {
  // Nearly everything is JSON, and a call asks several times.
  if (contentType === "application/json") return "json";
  const essence = essenceOf(contentType);
  return medias.find(([pattern]) => pattern.test(essence))?.[1] ?? "binary";
}

/** Whether what came may be read as what is documented. HTML in the place of something else never may. */
export function isReadableAs(received: string, documented: string): boolean {
  const isHtml = essenceOf(received) === "text/html";
  if (isHtml && essenceOf(documented) !== "text/html" && essenceOf(documented) !== "text/*") return false;
  const media = classifyMediaType(documented);
  return media === "binary" || classifyMediaType(received) === media;
}

function essenceOf(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}
