import type { RewrittenQueryFault } from "./fault.js";

/** Request target after a gateway has rewritten the query. */
export function rewriteTarget(target: string, how: RewrittenQueryFault["how"]): string {
  const at = target.indexOf("?");
  if (at === -1) return how === "extended" ? `${target}?gateway=1` : target;
  return `${target.slice(0, at)}?${rewriters[how](target.slice(at + 1))}`;
}

const rewriters: { readonly [H in RewrittenQueryFault["how"]]: (query: string) => string } = {
  encoded: (query) => new URLSearchParams(query).toString(),
  sorted: (query) => query.split("&").sort().join("&"),
  "encoded-twice": (query) => query.replaceAll("%", "%25"),
  extended: (query) => `${query}&gateway=1`,
};
