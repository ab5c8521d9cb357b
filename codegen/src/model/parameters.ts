import { present } from "../json/index.js";
import type { Parameter as ParameterObject } from "../openapi/index.js";
import type { ContentContext } from "./context.js";
import { docsOf } from "./docs.js";
import type { OptionParameter, Parameter, ParameterLocation, ParameterStyle } from "./model.js";
import { argumentNames } from "./names.js";

/** Settles a parameter: what it leaves open is as the standard has it for its place. */
export function settleParameter(
  source: ParameterObject,
  argument: string,
  { resolve, settle }: ContentContext,
): Parameter {
  const [contentType, reference] = Object.entries(source.content ?? {})[0] ?? [];
  const content = reference && resolve("mediaType", reference);
  const style = styleOf(source);
  return {
    name: source.name,
    argument,
    docs: docsOf(source),
    schema: settle(content?.schema ?? source.schema ?? { type: "string" }),
    style,
    explode: source.explode ?? defaultExplode(style),
    allowReserved: source.in === "query" && (source.allowReserved ?? false),
    // A whole query that is a form is written as an object whose properties stand by themselves.
    ...present({ contentType: source.in === "querystring" ? undefined : contentType }),
  };
}

/** Members of the last argument that are the call's own; a parameter that bears one of these names gets a suffix. */
const reservedOptions = new Set([
  "baseUrl",
  "deadline",
  "headers",
  "maxRetries",
  "pageSize",
  "reference",
  "signal",
  "timeout",
  "validation",
]);

/**
 * Headers that say what is sent and what may come: the standard ignores parameters of these names. One without a name
 * cannot be sent.
 */
const foreignHeaders = new Set(["", "accept", "authorization", "content-type"]);

/** Query, header and cookie parameters: members of the options object, in the document's order. */
export function optionParameters(
  sources: readonly ParameterObject[],
  context: ContentContext,
): readonly OptionParameter[] {
  const options = sources.filter(isOption);
  const names = argumentNames(
    options.map(({ name }) => name),
    reservedOptions,
  );
  return options.map((source, index) => ({
    ...settleParameter(source, names[index] ?? source.name, context),
    in: source.in === "querystring" ? ("query" as const) : source.in,
    required: source.required ?? false,
  }));
}

function isOption(source: ParameterObject): source is ParameterObject & { readonly in: OptionLocation } {
  return source.in !== "path" && !(source.in === "header" && foreignHeaders.has(source.name.toLowerCase()));
}

type OptionLocation = Exclude<ParameterObject["in"], "path">;

/** The style of a place that names none. */
export const defaultStyles: { readonly [L in ParameterLocation]: ParameterStyle } = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
};

/** Whether a style is exploded where the document does not say. */
export function defaultExplode(style: ParameterStyle): boolean {
  return style === "form" || style === "cookie";
}

/** Styles by the places that they can stand in; one that stands elsewhere is read as the default of its place. */
const stylesOf: { readonly [L in ParameterLocation]: readonly ParameterStyle[] } = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

function styleOf({ in: place, style }: ParameterObject): ParameterStyle {
  if (place === "querystring") return "form";
  return stylesOf[place].find((known) => known === style) ?? defaultStyles[place];
}
