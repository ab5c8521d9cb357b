import { isProtocolName } from "../oauth1/encoding/index.js";
import type { Parameter, SignatureParts } from "./signature-parts.js";

/** Reads name and value of the parameters of query and body anew; those of the protocol stay. */
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

/** Spells names and values of query and body anew. */
export function revalue(parts: SignatureParts, spell: (text: string) => string): SignatureParts {
  return respell(parts, ({ name, value }) => [spell(name), spell(value)]);
}

/** Spells values anew, those of the protocol, too. */
export function everywhere(parts: SignatureParts, spell: (text: string) => string): SignatureParts {
  return {
    ...parts,
    parameters: parts.parameters.map((parameter) => ({ ...parameter, value: spell(parameter.value) })),
  };
}

/** Name and value of a raw part, which a header parameter has not. */
export function splitRaw(
  raw: string | undefined,
  read: (text: string) => string,
): readonly [string, string] | undefined {
  if (raw === undefined) return undefined;
  const equals = raw.indexOf("=");
  return equals < 0 ? [read(raw), ""] : [read(raw.slice(0, equals)), read(raw.slice(equals + 1))];
}

/** Leaves parameters out. */
export function keep(parts: SignatureParts, isKept: (parameter: Parameter) => boolean): SignatureParts {
  return { ...parts, parameters: parts.parameters.filter(isKept) };
}

/** Leaves a parameter out. */
export function without(parts: SignatureParts, name: string): SignatureParts {
  return keep(parts, (parameter) => parameter.name !== name);
}

/** Signs more than there is. */
export function add(parts: SignatureParts, pairs: ReadonlyArray<readonly [string, string]>): SignatureParts {
  const added = pairs.map(([name, value]): Parameter => ({ name, value, from: "header" }));
  return { ...parts, parameters: [...parts.parameters, ...added] };
}
