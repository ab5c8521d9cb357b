import { present } from "../json/index.js";
import { isSendable, isStreamed, type MediaType, type MediaTypes, mediaOf, type Reference } from "../openapi/index.js";
import type { ContentContext, SettleSchema } from "./context.js";
import type { Content, PartEncoding, Schema } from "./model.js";

/** What is sent: JSON where there is a choice, else what stands first. What goes piece by piece is bytes to us. */
export function requestContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  const sendable = Object.entries(content ?? {}).filter(([type]) => isSendable(type));
  const chosen = preferred(Object.fromEntries(sendable), context);
  return chosen && isStreamed(chosen.media) ? { ...chosen, media: "binary", schema: { kind: "binary" } } : chosen;
}

/** What comes back: JSON where there is a choice, else what stands first. */
export function responseContent(content: MediaTypes | undefined, context: ContentContext): Content | undefined {
  return preferred(content, context);
}

/** What comes back piece by piece, where the caller may have that instead. */
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
 * What each of the server-sent events is. OpenAPI 3.2 describes the event with its fields by `itemSchema`; before,
 * documents took to describing its data by `schema`, which is JSON unless the schema says that it is text.
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

/** What has no structure of JSON is text or bytes, whatever its schema says of it. */
function schemaOf(contentType: string, { schema = true }: MediaType, settle: SettleSchema): Schema {
  const media = mediaOf(contentType);
  if (media === "binary") return { kind: "binary" };
  if (media !== "text") return settle(schema);
  const settled = settle(schema);
  return ["string", "enum", "dateTime"].includes(settled.kind) ? settled : { kind: "string" };
}

/** How properties of a form are written, where the document says so. */
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
