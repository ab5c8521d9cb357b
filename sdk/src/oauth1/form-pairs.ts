import { formDecode } from "./percent-encoding.js";

/** A decoded parameter. */
export type Pair = readonly [name: string, value: string];

/**
 * The parameters of a query or a form body, decoded, in order, repeats kept (RFC 5849 section 3.4.1.3.1).
 *
 * A part without `=` is a name with an empty value: a whole RQL query is usually one such name. Only the first `=`
 * of a part separates, so `name=like=*A*` is `name` with the value `like=*A*`; `;` separates nothing.
 */
export function parsePairs(text: string): Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map(parsePair);
}

/** Names that RFC 5849 keeps for itself. */
export function isProtocolName(name: string): boolean {
  return name.startsWith("oauth_");
}

/** Whether RFC 5849 section 3.4.1.3.1 lets the body enter the signature. */
export function isFormContentType(contentType: string | null | undefined): boolean {
  return contentType?.split(";", 1)[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}

function parsePair(part: string): Pair {
  const equals = part.indexOf("=");
  if (equals < 0) return [formDecode(part), ""];
  return [formDecode(part.slice(0, equals)), formDecode(part.slice(equals + 1))];
}
