import { present } from "../json/index.js";
import {
  type Header,
  isError,
  isStreamed,
  isSuccess,
  mediaOf,
  type Operation,
  type Reference,
  type Response as ResponseObject,
  type SchemaOrBoolean,
} from "../openapi/index.js";
import { responseContent, streamedContent } from "./content.js";
import type { ContentContext, Follow } from "./context.js";
import { docsOf } from "./docs.js";
import type { ErrorResponse, Response, ResponseHeader } from "./model.js";
import { argumentNames } from "./names.js";

type Source = Pick<Operation, "responses">;

/** Success responses: those with a 2xx status, or else the default response. */
export function successes(source: Source, context: ContentContext): readonly Response[] {
  return successEntries(source).map(([status, response]) => ({
    status: normalizeStatus(status),
    ...present({ content: responseContent(context.resolve("response", response).content, context) }),
  }));
}

/** Success responses with a stream, if the operation also has a non-streaming form. */
export function streamedSuccesses(source: Source, context: ContentContext): readonly Response[] {
  const streamed = successEntries(source).flatMap(([status, response]): readonly Response[] => {
    const content = streamedContent(context.resolve("response", response).content, context);
    return content === undefined ? [] : [{ status: normalizeStatus(status), content }];
  });
  if (streamed.length === 0) return [];
  const isOnlyForm = successes(source, context).some(({ content }) => content && isStreamed(content.media));
  return isOnlyForm ? [] : streamed;
}

/** Error responses. Only JSON bodies get a schema, because the runtime parses error bodies as JSON. */
export function errorResponses(source: Source, context: ContentContext): readonly ErrorResponse[] {
  const successful = new Set(successEntries(source).map(([status]) => status));
  return entriesOf(source).flatMap(([status, reference]): readonly ErrorResponse[] => {
    if (successful.has(status) || !isError(status)) return [];
    const response = context.resolve("response", reference);
    const content = responseContent(response.content, context);
    const schema = content?.media === "json" && content.schema.kind !== "unknown" ? content.schema : undefined;
    return [{ status: normalizeStatus(status), docs: docsOf(response), ...present({ schema }) }];
  });
}

/** Headers of all success responses by name, in document order. */
export function responseHeaders(
  source: Source,
  { resolve, followSchema, convert }: ContentContext,
): readonly ResponseHeader[] {
  const headers = new Map<string, { readonly name: string; readonly header: Header }>();
  for (const [, response] of successEntries(source)) {
    for (const [name, header] of Object.entries(resolve("response", response).headers ?? {})) {
      const key = name.toLowerCase();
      // The standard ignores this header here, because the media type already states it.
      if (key !== "content-type" && !headers.has(key)) headers.set(key, { name, header: resolve("header", header) });
    }
  }
  const described = [...headers.values()];
  const names = argumentNames(
    described.map(({ name }) => name),
    new Set(),
  );
  return described.map(({ name, header }, index) => {
    const { isJson, schema } = headerSchema(header, resolve);
    const converted = convert(schema);
    return {
      name,
      property: names[index] ?? name,
      docs: docsOf(header),
      ...(isJson ? { form: "json" as const, schema: converted } : textForm(converted, schema, followSchema)),
    };
  });
}

function headerSchema(
  { schema = true, content = {} }: Header,
  resolve: Follow,
): { readonly isJson: boolean; readonly schema: SchemaOrBoolean } {
  const [first] = Object.entries(content);
  if (first === undefined) return { isJson: false, schema };
  const [mediaType, described] = first;
  return { isJson: mediaOf(mediaType) === "json", schema: resolve("mediaType", described).schema ?? true };
}

/** Parses a header as text, number, boolean or a list of these. Everything else stays text. */
function textForm(
  converted: ResponseHeader["schema"],
  source: SchemaOrBoolean,
  followSchema: ContentContext["followSchema"],
): Pick<ResponseHeader, "form" | "schema"> {
  const described = followSchema(source) ?? {};
  if (described.type === "array" && described.items !== undefined) {
    const items = followSchema(described.items);
    const item = items?.format === DATE_TIME ? undefined : scalarForms[String(items?.type)];
    if (item !== undefined) return { form: `${item}s`, schema: converted };
  }
  const form = described.format === DATE_TIME ? undefined : scalarForms[String(described.type)];
  return form === undefined ? { form: "text", schema: { kind: "string" } } : { form, schema: converted };
}

/** Dates in headers use another format than in JSON (RFC 9110, section 5.6.7), so they stay text. */
const DATE_TIME = "date-time";

const scalarForms: { readonly [type: string]: "text" | "number" | "boolean" } = {
  string: "text",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/** Normalizes a status, because some documents write `2xx`. */
function normalizeStatus(status: string): string {
  return status === "default" ? status : status.toUpperCase();
}

function successEntries(source: Source): readonly (readonly [string, ResponseObject | Reference])[] {
  const all = entriesOf(source);
  const named = all.filter(([status]) => isSuccess(status));
  return named.length > 0 ? named : all.filter(([status]) => status === "default");
}

function entriesOf({ responses = {} }: Source): readonly (readonly [string, ResponseObject | Reference])[] {
  return Object.entries(responses).filter(([status]) => !status.startsWith("x-"));
}
