import { present } from "../json/index.js";
import { isSendable, isStreamed, type MediaType, type MediaTypes, mediaOf, type Reference } from "../openapi/index.js";
import type { ContentContext, SettleSchema } from "./context.js";
import type { Content, PartEncoding, Schema } from "./model.js";

/** Content of a request: JSON if available, otherwise the first media type. Streamed media types are sent as bytes. */
export function requestContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  const sendable = Object.entries(content ?? {}).filter(([type]) => isSendable(type));
  const chosen = preferred(Object.fromEntries(sendable), context);
  return chosen && isStreamed(chosen.media) ? { ...chosen, media: "binary", schema: { kind: "binary" } } : chosen;
}

/** Content of a response: JSON if available, otherwise the first media type. */
export function responseContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  return preferred(content, context);
}

/** Streamed content of a response, if the operation offers one as an alternative. */
export function streamedContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  const contentType = Object.keys(content ?? {}).find((type) => isStreamed(mediaOf(type)));
  return contentType === undefined ? undefined : contentOf(contentType, content, context);
}

function preferred(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  const types = Object.keys(content ?? {});
  const contentType = types.find((type) => mediaOf(type) === "json") ?? types[0];
  return contentType === undefined ? undefined : contentOf(contentType, content, context);
}

function contentOf(
  contentType: string,
  content: MediaTypes | undefined,
  { resolve, settle }: ContentContext,
): Content | undefined {
  const source = content?.[contentType];
  if (source === undefined) return undefined;
  const described = resolve("mediaType", source);
  const media = mediaOf(contentType);
  if (media === "events") return { contentType, media, ...eventContent(described, settle) };
  if (media === "records") {
    return { contentType, media, schema: settle(described.itemSchema ?? described.schema ?? true) };
  }
  return { contentType, media, schema: schemaOf(contentType, described, settle) };
}

/**
 * Schema of server-sent events. OpenAPI 3.2 describes the whole event in `itemSchema`. Older documents usually describe
 * the event's data in `schema`; the data is JSON unless the schema is a string.
 */
function eventContent(
  { itemSchema, schema = true }: MediaType,
  settle: SettleSchema,
): Pick<Content, "schema" | "item"> {
  if (itemSchema !== undefined) return { schema: settle(itemSchema), item: "event" };
  const settled = settle(schema);
  const isText = settled.kind === "string" || (typeof schema === "object" && schema.type === "string");
  return { schema: settled, ...(isText && { item: "text" as const }) };
}

/** Content that is not JSON is text or bytes, whatever its schema says. */
function schemaOf(contentType: string, { schema = true }: MediaType, settle: SettleSchema): Schema {
  const media = mediaOf(contentType);
  if (media === "binary") return { kind: "binary" };
  if (media !== "text") return settle(schema);
  const settled = settle(schema);
  return ["string", "enum", "dateTime"].includes(settled.kind) ? settled : { kind: "string" };
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
