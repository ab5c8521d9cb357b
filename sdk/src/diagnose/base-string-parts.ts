import type { Pair } from "../oauth1/encoding/index.js";

/** Base string of the other side, split into its parts as far as possible. */
export interface BaseStringParts {
  readonly text: string;
  readonly method: string;
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  /** Last part, not decoded. */
  readonly parameters: string;
}

/** Component of a base string. Comparisons report differences by component. */
export type Component = "method" | "scheme" | "host" | "port" | "path" | "parameters";

/** Components, in the order of the base string. */
export const components: readonly Component[] = ["method", "scheme", "host", "port", "path", "parameters"];

/** Returns true if a text looks like a base string: three parts, with an encoded URL as the second. */
export function isBaseString(text: string): boolean {
  return BASE_STRING.test(text);
}

/** Parses a base string. Accepts any encoding, because the other side may have encoded it wrongly. */
export function parseBaseString(text: string): BaseStringParts | undefined {
  const [, method = "", encodedUri = "", parameters = ""] = BASE_STRING.exec(text) ?? [];
  const [, scheme = "", host = "", port = "", path = ""] = URI.exec(tryDecode(encodedUri)) ?? [];
  if (scheme === "") return undefined;
  return { text, method, scheme, host, port, path, parameters };
}

/** Decodes the pairs of the last part, which is encoded twice. */
export function parseParameters(parameters: string): readonly Pair[] {
  return tryDecode(parameters)
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      const cut = equals < 0 ? part.length : equals;
      return [tryDecode(part.slice(0, cut)), tryDecode(part.slice(cut + 1))] as const;
    });
}

const BASE_STRING = /^([^&\s]+)&(https?(?:%3A|:)[^&]*)&(.*)$/is;
const URI = /^(https?):\/\/((?:\[[^\]]*\])|[^/:?#]*)(:\d*)?(.*)$/is;

function tryDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
