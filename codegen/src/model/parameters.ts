import type { ParameterLocation, Parameter as ParameterObject } from "../validate/openapi.js";
import { docsOf } from "./docs.js";
import type { OptionParameter, Parameter, ParameterStyle } from "./model.js";
import { argumentNames } from "./names.js";
import { present } from "./present.js";
import type { SettleSchema } from "./schema.js";

/** Settles a parameter: what it leaves open is as the standard has it for its place. */
export function settleParameter(source: ParameterObject, argument: string, settle: SettleSchema): Parameter {
  const [contentType, content] = Object.entries(source.content ?? {})[0] ?? [];
  const style = styleOf(source);
  return {
    name: source.name,
    argument,
    docs: docsOf(source),
    schema: settle(content?.schema ?? source.schema ?? { type: "string" }),
    style,
    explode: source.explode ?? defaultExplode(style),
    allowReserved: source.in === "query" && (source.allowReserved ?? false),
    ...present({ contentType }),
  };
}

/** Members of the last argument that are the call's own; a parameter that bears one of these names gets a suffix. */
const reservedOptions = new Set([
  "deadline",
  "headers",
  "maxRetries",
  "pageSize",
  "reference",
  "signal",
  "timeout",
  "validation",
]);

/** Headers that say what is sent and what may come: the standard ignores parameters of these names. */
const foreignHeaders = new Set(["accept", "authorization", "content-type"]);

/** Query, header and cookie parameters: members of the options object, in the document's order. */
export function optionParameters(
  sources: readonly ParameterObject[],
  settle: SettleSchema,
): readonly OptionParameter[] {
  const options = sources.filter(isOption);
  const names = argumentNames(
    options.map(({ name }) => name),
    reservedOptions,
  );
  return options.map((source, index) => ({
    ...settleParameter(source, names[index] ?? source.name, settle),
    in: source.in,
    required: source.required ?? false,
  }));
}

function isOption(source: ParameterObject): source is ParameterObject & Pick<OptionParameter, "in"> {
  return source.in !== "path" && !(source.in === "header" && foreignHeaders.has(source.name.toLowerCase()));
}

/** The style of a place that names none. */
export const defaultStyles: { readonly [L in ParameterLocation]: ParameterStyle } = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
};

/** Whether a style is exploded where the document does not say. */
export function defaultExplode(style: ParameterStyle): boolean {
  return style === "form";
}

/** Styles by the places that they can stand in; one that stands elsewhere is read as the default of its place. */
const stylesOf: { readonly [L in ParameterLocation]: readonly ParameterStyle[] } = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

function styleOf({ in: place, style }: ParameterObject): ParameterStyle {
  return stylesOf[place].find((known) => known === style) ?? defaultStyles[place];
}
