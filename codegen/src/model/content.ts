import type { Fields, MediaType } from "../validate/openapi.js";
import { mediaOf } from "./media.js";
import type { Content, PartEncoding, Schema } from "./model.js";
import { present } from "./present.js";
import type { SettleSchema } from "./schema.js";

/** JSON where there is a choice, else what stands first. */
export function preferredContent(content: Fields<MediaType> | undefined, settle: SettleSchema): Content | undefined {
  const types = Object.keys(content ?? {});
  const contentType = types.find((type) => mediaOf(type) === "json") ?? types[0];
  const described = contentType === undefined ? undefined : content?.[contentType];
  if (contentType === undefined || described === undefined) return undefined;
  return { contentType, media: mediaOf(contentType), schema: schemaOf(contentType, described, settle) };
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
export function encodingsOf(mediaType: MediaType | undefined): readonly PartEncoding[] {
  return Object.entries(mediaType?.encoding ?? {}).flatMap(([property, encoding]) => {
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
