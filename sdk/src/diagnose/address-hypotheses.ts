import { percentDecode, percentEncode } from "../oauth1/encoding/index.js";
import type { Source } from "./explained-request.js";
import { type Hypothesis, variants } from "./hypothesis.js";
import type { SignatureParts } from "./signature-parts.js";

/** Hypotheses about the base URI: scheme, host, port and path (RFC 5849 section 3.4.1.2). */
export const addressHypotheses: readonly Hypothesis[] = [
  {
    code: "scheme_differs",
    component: "scheme",
    message:
      "The other side used a different scheme: TLS ends at a proxy in front of the server, or the base URL of one " +
      "side is wrong. Pass the public URL to the verifier (publicUrl) and the gateway's URL to the signer " +
      "(signatureBaseUrl).",
    alter: (parts) => {
      const scheme = parts.scheme === "https" ? "http" : "https";
      const altered = { ...parts, scheme };
      return parts.port === defaultPorts[scheme] ? [altered, { ...altered, port: "" }] : [altered];
    },
  },
  {
    code: "default_port_kept",
    component: "port",
    message:
      "The default port of the scheme was signed. Default ports are omitted (RFC 5849 section 3.4.1.2): :80 for " +
      "http, :443 for https.",
    alter: (parts) => (parts.port === "" ? variants(parts, "port", [defaultPorts[parts.scheme]]) : []),
  },
  {
    code: "port_differs",
    component: "port",
    message:
      "The other side used a different port. Sign the port that the client calls, even if it is the gateway's. A " +
      "proxy that listens on another port must pass on the Host header unchanged.",
    alter: (parts, { source, theirs }) => {
      const forwarded = source.header("x-forwarded-port").map((port) => `:${getFirst(port)}`);
      const hosts = listReportedHosts(source).map(({ port }) => port);
      const ports = ["", theirs?.port, ...forwarded, ...hosts].filter((port) => port !== defaultPorts[parts.scheme]);
      return variants(parts, "port", ports);
    },
  },
  {
    code: "host_case",
    component: "host",
    message: "The host was signed in its original case. It must be in lower case (RFC 5849 section 3.4.1.2).",
    alter: (parts, { source, theirs }) => {
      const sameHost = theirs?.host.toLowerCase() === parts.host ? theirs.host : undefined;
      return variants(parts, "host", [splitAuthority(source.authority).host, sameHost, parts.host.toUpperCase()]);
    },
  },
  {
    code: "host_differs",
    component: "host",
    message:
      "The other side used a different host: a gateway or a proxy puts its own name or its target's into Host. " +
      "Sign the URL that the other side knows (signatureBaseUrl), or pass the public URL to the verifier " +
      "(publicUrl).",
    alter: (parts, { source, theirs }) => {
      const hosts = [...(theirs === undefined ? [] : [theirs]), ...listReportedHosts(source)];
      return hosts
        .map(({ host, port }) => ({ host: host.toLowerCase(), port }))
        .filter(({ host }) => host !== "" && host !== parts.host)
        .flatMap(({ host, port }) => [
          { ...parts, host, port: dropDefaultPort(port, parts) },
          { ...parts, host },
        ]);
    },
  },
  {
    code: "trailing_slash",
    component: "path",
    message: "A slash at the end of the path was added or removed in transit. Both sides must sign the same path.",
    alter: (parts) => {
      const { path } = parts;
      return variants(parts, "path", [path.endsWith("/") ? path.slice(0, -1) : `${path}/`]);
    },
  },
  {
    code: "path_prefix",
    component: "path",
    message:
      "A prefix of the path was added or removed in transit, as gateways do. Pass the prefix to the verifier in " +
      "publicUrl, or pass the URL behind the gateway to the signer (signatureBaseUrl).",
    alter: (parts, { source, theirs }) => {
      const added = [...source.header("x-forwarded-prefix"), ...source.header("x-script-name")].map(
        (prefix) => `/${getFirst(prefix).replace(/^\/+|\/+$/g, "")}${parts.path}`,
      );
      const known = theirs?.path.endsWith(parts.path) ? [theirs.path] : [];
      return variants(parts, "path", [...listShorterPaths(parts.path), ...added, ...known]);
    },
  },
  {
    code: "path_encoding",
    component: "path",
    message:
      "The path was decoded or encoded again, in transit or before signing. Sign it exactly as it is sent, including " +
      "escapes (RFC 5849 section 3.4.1.2), and verify it exactly as it was received.",
    alter: (parts) => {
      const { path } = parts;
      const encodeSegments = (text: string): string => text.split("/").map(percentEncode).join("/");
      return variants(parts, "path", [
        tryDecode(path),
        encodeSegments(tryDecode(path) ?? path),
        encodeSegments(path),
        path.replaceAll("%", "%25"),
        path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase()),
        path.replace(/%[0-9a-f]{2}/gi, (code) => code.toLowerCase()),
        path.replaceAll("(", "%28").replaceAll(")", "%29"),
      ]);
    },
  },
  {
    code: "path_normalized",
    component: "path",
    message: "Dot segments or double slashes in the path were resolved before signing. Send the resolved path.",
    alter: (parts) => {
      const merged = parts.path.replace(/\/{2,}/g, "/");
      return variants(parts, "path", [tryResolve(parts.path), merged, tryResolve(merged)]);
    },
  },
  {
    code: "fragment_signed",
    component: "path",
    message: "The fragment was signed. It is never sent, and is not part of the base URI (RFC 5849 section 3.4.1.2).",
    alter: (parts, { source: { fragment } }) =>
      fragment === undefined ? [] : [{ ...parts, path: `${parts.path}#${fragment}` }],
  },
  {
    code: "query_in_base_uri",
    component: "path",
    message:
      "The base URI contains the query, which belongs only to the parameters (RFC 5849 section 3.4.1.2). Cut the URL " +
      "at its question mark before signing.",
    alter: (parts, { source: { query } }) => {
      if (query === "") return [];
      const whole = { ...parts, path: `${parts.path}?${query}` };
      return [whole, { ...whole, parameters: parts.parameters.filter(({ from }) => from !== "query") }];
    },
  },
];

const defaultPorts: Readonly<Record<string, string>> = { http: ":80", https: ":443" };

function dropDefaultPort(port: string, { scheme }: SignatureParts): string {
  return port === defaultPorts[scheme] ? "" : port;
}

interface Authority {
  readonly host: string;
  readonly port: string;
}

/** Lists the hosts that proxies report as the original one. These are only tried, never trusted. */
function listReportedHosts({ header }: Source): readonly Authority[] {
  const forwarded = header("forwarded").flatMap((value) => /host="?([^",;\s]+)/i.exec(value)?.[1] ?? []);
  return [...header("x-forwarded-host"), ...forwarded, ...header("x-original-host"), ...header("host")]
    .map(getFirst)
    .map(splitAuthority);
}

/** Splits an authority into host and port. Either can be empty. */
export function splitAuthority(authority: string): Authority {
  const [, host = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(:\d*)?$/.exec(authority) ?? [];
  return { host, port };
}

/** Returns the first value of a list. Each proxy appends a value, so the first is what the client called. */
function getFirst(list: string): string {
  return list.split(",", 1)[0]?.trim() ?? "";
}

/** Lists the path without its first segment, without its first two, and so on. */
function listShorterPaths(path: string): readonly string[] {
  const segments = path.split("/").slice(1, 20);
  return segments.slice(1).map((_, index) => path.slice(segments.slice(0, index + 1).join("/").length + 1));
}

function tryDecode(path: string): string | undefined {
  try {
    return percentDecode(path);
  } catch {
    return undefined;
  }
}

function tryResolve(path: string): string | undefined {
  try {
    return new URL(`http://host${path}`).pathname;
  } catch {
    return undefined;
  }
}
