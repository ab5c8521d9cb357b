import { splitAuthority } from "./address-hypotheses.js";
import type { ExplainedRequest } from "./explained-request.js";

/** Describes how the base URI differs from the URL (RFC 5849 section 3.4.1.2), with one phrase for each change. */
export function describeAddressChanges({ parts, source }: ExplainedRequest): readonly string[] {
  const written = splitAuthority(source.authority);
  return [
    written.host === written.host.toLowerCase() ? [] : "the host is converted to lower case",
    written.port !== "" && parts.port === "" ? `the default port ${written.port} is removed` : [],
    parts.port === "" ? [] : `the port ${parts.port} is kept, because it is not the default of ${parts.scheme}`,
    source.path === "" ? "the empty path becomes /" : [],
    source.query === "" ? [] : "the query is moved to the parameters",
    source.fragment === undefined ? [] : "the fragment is removed",
  ].flat();
}
