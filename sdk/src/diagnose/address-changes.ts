import { splitAuthority } from "./address-hypotheses.js";
import type { ExplainedRequest } from "./explained-request.js";

/** What became of a URL on the way to its base URI (RFC 5849 section 3.4.1.2), a sentence for each change. */
export function describeAddressChanges({ parts, source }: ExplainedRequest): readonly string[] {
  const written = splitAuthority(source.authority);
  return [
    written.host === written.host.toLowerCase() ? [] : "the host is written in lower case",
    written.port !== "" && parts.port === "" ? `the default port ${written.port} is left out` : [],
    parts.port === "" ? [] : `the port ${parts.port} is kept: it is not the default of ${parts.scheme}`,
    source.path === "" ? "the empty path becomes /" : [],
    source.query === "" ? [] : "the query goes to the parameters",
    source.fragment === undefined ? [] : "the fragment is left out",
  ].flat();
}
