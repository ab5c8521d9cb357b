/** Headers as `Headers`, a list of pairs, or a plain object. */
export type RawHeaders =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Converts headers of any form to a list, with their order and repeats. */
export function listHeaders(headers: RawHeaders): ReadonlyArray<readonly [name: string, value: string]> {
  if (isIterable(headers)) return [...headers];
  return Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value] as const),
  );
}

/** Returns all values of a header. `wanted` must be in lower case. */
export function getHeaderValues(
  headers: ReadonlyArray<readonly [name: string, value: string]>,
  wanted: string,
): string[] {
  return headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
}

/** Returns true for a header of the scheme `OAuth`. Schemes are case-insensitive (RFC 9110 section 11.1). */
export function isOAuthHeader(header: string): boolean {
  return /^OAuth(?:[ \t]|$)/i.test(header);
}

function isIterable(headers: RawHeaders): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
