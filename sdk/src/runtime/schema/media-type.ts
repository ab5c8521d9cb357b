/** Kind of content, according to its media type. */
export type Media = "json" | "form" | "multipart" | "events" | "records" | "text" | "binary";

/** Patterns with their kind of content. The first match counts; anything else is binary. */
const medias: readonly (readonly [RegExp, Media])[] = [
  [/^(?:\*|application)\/\*$|[/+]json$/, "json"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^text\/event-stream$/, "events"],
  [/^application\/(?:x-)?(?:ndjson|jsonl|json-lines)$|[/+]json-seq$/, "records"],
  [/^text\/|[/+](?:xml|yaml)$/, "text"],
];

/** Returns the kind of content of a media type. Ignores parameters such as a charset. */
export function classifyMediaType(contentType: string): Media {
  // Shortcut, because nearly everything is JSON and each call asks several times.
  if (contentType === "application/json") return "json";
  const essence = parseEssence(contentType);
  return medias.find(([pattern]) => pattern.test(essence))?.[1] ?? "binary";
}

/** Returns true if the received content can be read as the documented type. HTML is never accepted for another type. */
export function isReadableAs(received: string, documented: string): boolean {
  const isHtml = parseEssence(received) === "text/html";
  if (isHtml && parseEssence(documented) !== "text/html" && parseEssence(documented) !== "text/*") return false;
  const media = classifyMediaType(documented);
  return media === "binary" || classifyMediaType(received) === media;
}

function parseEssence(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}
