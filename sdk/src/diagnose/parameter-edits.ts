import { isProtocolName } from "../oauth1/encoding/index.js";
import type { Parameter, SignatureParts } from "./signature-parts.js";

/** Replaces names and values of the query and body parameters. Does not change protocol parameters. */
export function respell(
  parts: SignatureParts,
  read: (parameter: Parameter) => readonly [name: string, value: string] | undefined,
): SignatureParts {
  const parameters = parts.parameters.map((parameter) => {
    const [name, value] = (isProtocolName(parameter.name) ? undefined : read(parameter)) ?? [
      parameter.name,
      parameter.value,
    ];
    return { ...parameter, name, value };
  });
  return { ...parts, parameters };
}

/** Transforms names and values of the query and body parameters. */
export function revalue(parts: SignatureParts, spell: (text: string) => string): SignatureParts {
  return respell(parts, ({ name, value }) => [spell(name), spell(value)]);
}

/** Transforms all values, including those of protocol parameters. */
export function revalueAll(parts: SignatureParts, spell: (text: string) => string): SignatureParts {
  return {
    ...parts,
    parameters: parts.parameters.map((parameter) => ({ ...parameter, value: spell(parameter.value) })),
  };
}

/** Splits a raw parameter into name and value. Header parameters have no raw text. */
export function splitRaw(
  raw: string | undefined,
  read: (text: string) => string,
): readonly [string, string] | undefined {
  if (raw === undefined) return undefined;
  const equals = raw.indexOf("=");
  return equals < 0 ? [read(raw), ""] : [read(raw.slice(0, equals)), read(raw.slice(equals + 1))];
}

/** Keeps only some parameters. */
export function keep(parts: SignatureParts, isKept: (parameter: Parameter) => boolean): SignatureParts {
  return { ...parts, parameters: parts.parameters.filter(isKept) };
}

/** Removes a parameter. */
export function remove(parts: SignatureParts, name: string): SignatureParts {
  return keep(parts, (parameter) => parameter.name !== name);
}

/** Adds parameters. */
export function add(parts: SignatureParts, pairs: ReadonlyArray<readonly [string, string]>): SignatureParts {
  const added = pairs.map(([name, value]): Parameter => ({ name, value, from: "header" }));
  return { ...parts, parameters: [...parts.parameters, ...added] };
}
