/** `<target>`, then parameters such as `; rel="next"`: RFC 8288 section 3. */
const TARGET = /[\s,]*<([^>]*)>/y;
const PARAMETER = /\s*;\s*([^\s=;,"]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/y;

/**
 * Finds the target of a relation in a `Link` header, as written, so it may be relative. Links with an `anchor` are
 * ignored, because they are not about the page itself. Anything after a syntax error in the header is ignored.
 */
export function findLinkTarget(header: string, relation: string): string | undefined {
  let position = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    const match = pattern.exec(header);
    if (match !== null) position = pattern.lastIndex;
    return match;
  };
  for (let link = read(TARGET); link !== null; link = read(TARGET)) {
    const parameters = new Map<string, string>();
    for (let found = read(PARAMETER); found !== null; found = read(PARAMETER)) {
      const [, name = "", quoted, token = ""] = found;
      // Section 3.3: a second `rel` is ignored.
      if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), quoted ?? token);
    }
    const relations = parameters.get("rel")?.toLowerCase().split(/\s+/) ?? [];
    if (relations.includes(relation) && !parameters.has("anchor")) return link[1];
  }
  return undefined;
}

/** Reads the total of a `Content-Range` header: the number after the slash in `items 0-99/1523`. */
export function readTotal(contentRange: string | null): number | undefined {
  const total = /\/(\d{1,15})\s*$/.exec(contentRange ?? "")?.[1];
  return total === undefined ? undefined : Number(total);
}
