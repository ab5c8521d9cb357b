import type {
  Fields,
  Header,
  MediaType,
  Operation,
  Reference,
  Response as ResponseObject,
  Schema as SchemaObject,
  SchemaOrBoolean,
} from "../validate/openapi.js";
import { responseContent, streamedContent } from "./content.js";
import { docsOf } from "./docs.js";
import { isStreamed } from "./media.js";
import type { ErrorResponse, Response, ResponseHeader } from "./model.js";
import { argumentNames } from "./names.js";
import { present } from "./present.js";
import { type NameReference, settleSchema } from "./schema.js";

/** What the settling of responses needs to know of the whole document. */
export interface ResponseSurroundings {
  /** The object a reference leads to, through further references. */
  readonly resolve: <Target extends object>(source: Target | Reference) => Target;
  readonly nameOf: NameReference;
}

type Source = Pick<Operation, "responses">;

/** The answers of success: those of a 2xx status, else the default one. */
export function successes(source: Source, { resolve, nameOf }: ResponseSurroundings): readonly Response[] {
  return successEntries(source).map(([status, response]) => ({
    status: settledStatus(status),
    ...present({ content: responseContent(resolve<ResponseObject>(response).content, nameOf) }),
  }));
}

/** The answers of success that may come piece by piece, where the document has another form of them as well. */
export function streamedSuccesses(source: Source, surroundings: ResponseSurroundings): readonly Response[] {
  const { resolve, nameOf } = surroundings;
  const isOnlyForm = successes(source, surroundings).some(({ content }) => content && isStreamed(content.media));
  if (isOnlyForm) return [];
  return successEntries(source).flatMap(([status, response]): readonly Response[] => {
    const content = streamedContent(resolve<ResponseObject>(response).content, nameOf);
    return content === undefined ? [] : [{ status: settledStatus(status), content }];
  });
}

/** The answers that are errors. Their bodies are known where they are JSON, which is what errors are read as. */
export function errorResponses(source: Source, { resolve, nameOf }: ResponseSurroundings): readonly ErrorResponse[] {
  const successful = new Set(successEntries(source).map(([status]) => status));
  return entriesOf(source).flatMap(([status, reference]): readonly ErrorResponse[] => {
    if (successful.has(status) || /^[13]/.test(status)) return [];
    const response = resolve<ResponseObject>(reference);
    const content = responseContent(response.content, nameOf);
    const schema = content?.media === "json" && content.schema.kind !== "unknown" ? content.schema : undefined;
    return [{ status: settledStatus(status), docs: docsOf(response), ...present({ schema }) }];
  });
}

/** The headers of all answers of success, by their names, in the document's order. */
export function responseHeaders(source: Source, { resolve, nameOf }: ResponseSurroundings): readonly ResponseHeader[] {
  const headers = new Map<string, { readonly name: string; readonly header: Header }>();
  for (const [, response] of successEntries(source)) {
    for (const [name, header] of Object.entries(resolve<ResponseObject>(response).headers ?? {})) {
      const key = name.toLowerCase();
      // The standard ignores a header of this name here: it is the media type.
      if (key !== "content-type" && !headers.has(key)) headers.set(key, { name, header: resolve<Header>(header) });
    }
  }
  const described = [...headers.values()];
  const names = argumentNames(
    described.map(({ name }) => name),
    new Set(),
  );
  return described.map(({ name, header }, index) => {
    const { isJson, schema } = headerSchema(header);
    const settled = settleSchema(schema, nameOf);
    return {
      name,
      property: names[index] ?? name,
      docs: docsOf(header),
      ...(isJson ? { form: "json" as const, schema: settled } : textForm(settled, schema, resolve)),
    };
  });
}

function headerSchema({ schema = true, content }: Header): {
  readonly isJson: boolean;
  readonly schema: SchemaOrBoolean;
} {
  const [mediaType, described] = firstOf(content);
  return mediaType === undefined
    ? { isJson: false, schema }
    : { isJson: /[/+]json$/i.test(mediaType), schema: described?.schema ?? true };
}

function firstOf(content: Fields<MediaType> | undefined): readonly [string | undefined, MediaType | undefined] {
  return Object.entries(content ?? {})[0] ?? [undefined, undefined];
}

/** A header is text; numbers, true and false, and lists of them can be told in it, and anything else stays text. */
function textForm(
  settled: ResponseHeader["schema"],
  source: SchemaOrBoolean,
  resolve: ResponseSurroundings["resolve"],
): Pick<ResponseHeader, "form" | "schema"> {
  const described = typeof source === "boolean" ? {} : resolve<SchemaObject>(source as SchemaObject);
  if (described.type === "array" && typeof described.items === "object") {
    const items = resolve<SchemaObject>(described.items as SchemaObject);
    const item = scalarForms[String(items.type)];
    if (item !== undefined) return { form: `${item}s`, schema: settled };
  }
  const form = scalarForms[String(described.type)];
  return form === undefined ? { form: "text", schema: { kind: "string" } } : { form, schema: settled };
}

const scalarForms: { readonly [type: string]: "text" | "number" | "boolean" } = {
  string: "text",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/** Documents write `2xx` as well. */
function settledStatus(status: string): string {
  return status === "default" ? status : status.toUpperCase();
}

function successEntries(source: Source): readonly (readonly [string, ResponseObject | Reference])[] {
  const all = entriesOf(source);
  const named = all.filter(([status]) => status.startsWith("2"));
  return named.length > 0 ? named : all.filter(([status]) => status === "default");
}

function entriesOf({ responses = {} }: Source): readonly (readonly [string, ResponseObject | Reference])[] {
  return Object.entries(responses).filter(([status]) => !status.startsWith("x-"));
}
