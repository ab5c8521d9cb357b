import type { Media } from "./model.js";

/** The first line that fits says what a media type is to a program; all that no line knows is bytes. */
const medias: readonly (readonly [RegExp, Media])[] = [
  [/^(?:\*|application)\/\*$|[/+]json$/, "json"],
  [/^application\/x-www-form-urlencoded$/, "form"],
  [/^multipart\//, "multipart"],
  [/^text\/event-stream$/, "events"],
  [/^application\/(?:x-)?(?:ndjson|jsonl|json-lines)$|[/+]json-seq$/, "records"],
  [/^text\/|[/+](?:xml|yaml)$/, "text"],
];

/** What a media type is; its parameters, such as a charset, do not matter. */
export function mediaOf(contentType: string): Media {
  const essence = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  return medias.find(([pattern]) => pattern.test(essence))?.[1] ?? "binary";
}

/** Whether a media type comes piece by piece. */
export function isStreamed(media: Media): boolean {
  return media === "events" || media === "records";
}
