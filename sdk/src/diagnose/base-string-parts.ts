import type { Pair } from "../oauth1/encoding/index.js";

/** A base string of the other side, taken apart as far as it can be. */
export interface BaseStringParts {
  readonly text: string;
  readonly method: string;
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  /** The last part, as it stands. */
  readonly parameters: string;
}

/** What a base string is made of, and what is compared. */
export type Component = "method" | "scheme" | "host" | "port" | "path" | "parameters";

/** In the order of the base string. */
export const components: readonly Component[] = ["method", "scheme", "host", "port", "path", "parameters"];

/** Whether a text looks like a base string: three parts, the second of them an encoded URL. */
export function isBaseString(text: string): boolean {
  return BASE_STRING.test(text);
}

/** Takes a base string apart; whoever wrote it may have encoded it in another way, so nothing is refused. */
export function parseBaseString(text: string): BaseStringParts | undefined {
  const [, method = "", encodedUri = "", parameters = ""] = BASE_STRING.exec(text) ?? [];
  const [, scheme = "", host = "", port = "", path = ""] = URI.exec(tolerantDecode(encodedUri)) ?? [];
  if (scheme === "") return undefined;
  return { text, method, scheme, host, port, path, parameters };
}

/** The decoded pairs of the last part, which is encoded twice. */
export function parseParameters(parameters: string): readonly Pair[] {
  return tolerantDecode(parameters)
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      const cut = equals < 0 ? part.length : equals;
      return [tolerantDecode(part.slice(0, cut)), tolerantDecode(part.slice(cut + 1))] as const;
    });
}

const BASE_STRING = /^([^&\s]+)&(https?(?:%3A|:)[^&]*)&(.*)$/is;
const URI = /^(https?):\/\/((?:\[[^\]]*\])|[^/:?#]*)(:\d*)?(.*)$/is;

function tolerantDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
