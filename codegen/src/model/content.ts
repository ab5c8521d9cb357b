import { present } from "../json/index.js";
import { isSendable, isStreamed, type MediaType, type MediaTypes, mediaOf, type Reference } from "../openapi/index.js";
import type { ContentContext, ConvertSchema } from "./context.js";
import type { Content, PartEncoding, Schema } from "./model.js";

/** Content of a request: JSON if available, otherwise the first media type. Streamed media types are sent as bytes. */
export function requestContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  const sendable = Object.entries(content ?? {}).filter(([type]) => isSendable(type));
  const chosen = pickPreferred(Object.fromEntries(sendable), context);
  return chosen && isStreamed(chosen.media) ? { ...chosen, media: "binary", schema: { kind: "binary" } } : chosen;
}

/** Content of a response: JSON if available, otherwise the first media type. */
export function responseContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  return pickPreferred(content, context);
}

/** Streamed content of a response, if the operation offers one as an alternative. */
export function streamedContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  const contentType = Object.keys(content ?? {}).find((type) => isStreamed(mediaOf(type)));
  return contentType === undefined ? undefined : contentOf(contentType, content, context);
}

function pickPreferred(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  const types = Object.keys(content ?? {});
  const contentType = types.find((type) => mediaOf(type) === "json") ?? types[0];
  return contentType === undefined ? undefined : contentOf(contentType, content, context);
}

function contentOf(
  contentType: string,
  content: MediaTypes | undefined,
  { resolve, convert }: ContentContext,
): Content | undefined {
  const source = content?.[contentType];
  if (source === undefined) return undefined;
  const described = resolve("mediaType", source);
  const media = mediaOf(contentType);
  if (media === "events") return { contentType, media, ...eventContent(described, convert) };
  if (media === "records") {
    return { contentType, media, schema: convert(described.itemSchema ?? described.schema ?? true) };
  }
  return { contentType, media, schema: schemaOf(contentType, described, convert) };
}

/**
 * Schema of server-sent events. OpenAPI 3.2 describes the whole event in `itemSchema`. Older documents usually describe
 * the event's data in `schema`; the data is JSON unless the schema is a string.
 */
function eventContent(
  { itemSchema, schema = true }: MediaType,
  convert: ConvertSchema,
): Pick<Content, "schema" | "item"> {
  if (itemSchema !== undefined) return { schema: convert(itemSchema), item: "event" };
  const converted = convert(schema);
  const isText = converted.kind === "string" || (typeof schema === "object" && schema.type === "string");
  return { schema: converted, ...(isText && { item: "text" as const }) };
}

/** Content that is not JSON is text or bytes, whatever its schema says. */
function schemaOf(contentType: string, { schema = true }: MediaType, convert: ConvertSchema): Schema {
  const media = mediaOf(contentType);
  if (media === "binary") return { kind: "binary" };
  if (media !== "text") return convert(schema);
  const converted = convert(schema);
  return ["string", "enum", "dateTime"].includes(converted.kind) ? converted : { kind: "string" };
}

/** Encodings that the document specifies for form properties. */
export function encodingsOf(
  mediaType: MediaType | Reference | undefined,
  { resolve }: ContentContext,
): readonly PartEncoding[] {
  const { encoding: encodings = {} } = mediaType === undefined ? {} : resolve("mediaType", mediaType);
  return Object.entries(encodings).flatMap(([property, encoding]) => {
    if (typeof encoding !== "object" || encoding === null || Array.isArray(encoding)) return [];
    const { style, explode, contentType } = encoding as { readonly [key: string]: unknown };
    const said = present({
      style: partStyles.find((known) => known === style),
      explode: typeof explode === "boolean" ? explode : undefined,
      contentType: typeof contentType === "string" ? contentType : undefined,
    });
    return Object.keys(said).length === 0 ? [] : [{ property, ...said }];
  });
}

const partStyles = ["form", "spaceDelimited", "pipeDelimited", "deepObject"] as const;
