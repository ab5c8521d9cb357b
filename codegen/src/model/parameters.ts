import { present } from "../json/index.js";
import type { Parameter as ParameterObject } from "../openapi/index.js";
import type { ContentContext } from "./context.js";
import { docsOf } from "./docs.js";
import type { OptionParameter, Parameter, ParameterLocation, ParameterStyle } from "./model.js";
import { argumentNames } from "./names.js";

/** Converts a parameter and applies the standard's defaults for its location. */
export function convertParameter(
  source: ParameterObject,
  argument: string,
  { resolve, convert }: ContentContext,
): Parameter {
  const [contentType, reference] = Object.entries(source.content ?? {})[0] ?? [];
  const content = reference && resolve("mediaType", reference);
  const style = styleOf(source);
  return {
    name: source.name,
    argument,
    docs: docsOf(source),
    schema: convert(content?.schema ?? source.schema ?? { type: "string" }),
    style,
    explode: source.explode ?? defaultExplode(style),
    allowReserved: source.in === "query" && (source.allowReserved ?? false),
    // A form in `in: querystring` is serialized as an exploded object.
    ...present({ contentType: source.in === "querystring" ? undefined : contentType }),
  };
}

/** Call options that a parameter must not shadow. A parameter with one of these names gets a suffix. */
const reservedOptions = new Set([
  "baseUrl",
  "deadline",
  "headers",
  "maxRetries",
  "pageSize",
  "reference",
  "safety",
  "signal",
  "timeout",
  "validation",
]);

/**
 * Headers for content negotiation and authorization. The standard ignores parameters with these names. A header without
 * a name cannot be sent.
 */
const ignoredHeaders = new Set(["", "accept", "authorization", "content-type"]);

/** Query, header and cookie parameters as properties of the options object, in document order. */
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
    ...convertParameter(source, names[index] ?? source.name, context),
    in: source.in === "querystring" ? ("query" as const) : source.in,
    required: source.required ?? false,
  }));
}

function isOption(source: ParameterObject): source is ParameterObject & { readonly in: OptionLocation } {
  return source.in !== "path" && !(source.in === "header" && ignoredHeaders.has(source.name.toLowerCase()));
}

type OptionLocation = Exclude<ParameterObject["in"], "path">;

/** Default style for each location. */
export const defaultStyles: { readonly [L in ParameterLocation]: ParameterStyle } = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
};

/** Returns whether a style is exploded by default. */
export function defaultExplode(style: ParameterStyle): boolean {
  return style === "form" || style === "cookie";
}

/** Valid styles for each location. For other styles, the location's default is used. */
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
