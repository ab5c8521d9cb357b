import {
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  type ScalarTagDefinition,
  strTag,
} from "js-yaml";
import type { ScalarNode } from "./syntax-node.js";

type ScalarValue = string | number | boolean | null;

const coreTags: readonly ScalarTagDefinition<ScalarValue>[] = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

/** Tags of the core schema by their shorthand, and `!`, which means text (YAML 1.2.2, 10.3 and 6.9.1). */
const explicitTags: ReadonlyMap<string, ScalarTagDefinition<ScalarValue>> = new Map<
  string,
  ScalarTagDefinition<ScalarValue>
>([
  ["!", strTag],
  ["!!str", strTag],
  ["!!null", nullCoreTag],
  ["!!bool", boolCoreTag],
  ["!!int", intCoreTag],
  ["!!float", floatCoreTag],
]);

/** Value of a scalar in the core schema (YAML 1.2.2, 10.3.2). Returns `undefined` if the tag does not allow it. */
export function scalarValue({ text, isPlain, tag }: ScalarNode): ScalarValue | undefined {
  if (tag === undefined) return isPlain ? plainValue(text) : text;
  const explicit = explicitTags.get(tag.text);
  const value = explicit?.resolve(text, true, explicit.tagName);
  return value === NOT_RESOLVED ? undefined : value;
}

function plainValue(text: string): ScalarValue {
  const first = text.charAt(0);
  for (const tag of coreTags) {
    if (tag.implicitFirstChars?.includes(first) === false) continue;
    const value = tag.resolve(text, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  // js-yaml returns numbers beyond the range of a double as text. The author meant a number.
  return isNumeric(text) && !Number.isFinite(Number(text)) ? Number(text) : text;
}

function isNumeric(text: string): boolean {
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
}
