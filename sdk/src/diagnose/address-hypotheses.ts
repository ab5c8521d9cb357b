import { percentDecode, percentEncode } from "../oauth1/encoding/index.js";
import type { Source } from "./explained-request.js";
import { type Hypothesis, variants } from "./hypothesis.js";
import type { SignatureParts } from "./signature-parts.js";

/** The base URI: scheme, host, port and path (RFC 5849 section 3.4.1.2). */
export const addressHypotheses: readonly Hypothesis[] = [
  {
    code: "scheme_differs",
    component: "scheme",
    message:
      "The scheme was taken as another: TLS ends at a proxy in front of the server, or the base URL of one side is " +
      "wrong. The verifier must be told its public address (publicUrl), the signer its gateway's (signatureBaseUrl).",
    alter: (parts) => {
      const scheme = parts.scheme === "https" ? "http" : "https";
      const moved = { ...parts, scheme };
      return parts.port === defaultPorts[scheme] ? [moved, { ...moved, port: "" }] : [moved];
    },
  },
  {
    code: "default_port_kept",
    component: "port",
    message:
      "The default port of the scheme was signed. It is left out (RFC 5849 section 3.4.1.2): :80 of http, :443 of https.",
    alter: (parts) => (parts.port === "" ? variants(parts, "port", [defaultPorts[parts.scheme]]) : []),
  },
  {
    code: "port_differs",
    component: "port",
    message:
      "The port was taken as another: it is signed as the client calls it, gateway's port included. A proxy that " +
      "listens on another port must hand on the Host header as it came.",
    alter: (parts, { source, theirs }) => {
      const forwarded = source.header("x-forwarded-port").map((port) => `:${firstOf(port)}`);
      const hosts = receivedHosts(source).map(({ port }) => port);
      const ports = ["", theirs?.port, ...forwarded, ...hosts].filter((port) => port !== defaultPorts[parts.scheme]);
      return variants(parts, "port", ports);
    },
  },
  {
    code: "host_case",
    component: "host",
    message: "The host was signed in the case it was written in. It is lower case (RFC 5849 section 3.4.1.2).",
    alter: (parts, { source, theirs }) => {
      const sameHost = theirs?.host.toLowerCase() === parts.host ? theirs.host : undefined;
      return variants(parts, "host", [splitAuthority(source.authority).host, sameHost, parts.host.toUpperCase()]);
    },
  },
  {
    code: "host_differs",
    component: "host",
    message:
      "The host was taken as another: a gateway or a proxy puts its own name, or its target's, into Host. Sign the " +
      "address that the other side knows (signatureBaseUrl), or tell the verifier its public one (publicUrl).",
    alter: (parts, { source, theirs }) => {
      const hosts = [...(theirs === undefined ? [] : [theirs]), ...receivedHosts(source)];
      return hosts
        .map(({ host, port }) => ({ host: host.toLowerCase(), port }))
        .filter(({ host }) => host !== "" && host !== parts.host)
        .flatMap(({ host, port }) => [
          { ...parts, host, port: withoutDefault(port, parts) },
          { ...parts, host },
        ]);
    },
  },
  {
    code: "trailing_slash",
    component: "path",
    message: "A slash at the end of the path was added or dropped on the way. Both sides must sign the same path.",
    alter: (parts) => {
      const { path } = parts;
      return variants(parts, "path", [path.endsWith("/") ? path.slice(0, -1) : `${path}/`]);
    },
  },
  {
    code: "path_prefix",
    component: "path",
    message:
      "The beginning of the path was stripped or put in front on the way, as gateways do. Give the verifier the prefix " +
      "in publicUrl, or the signer the address behind the gateway (signatureBaseUrl).",
    alter: (parts, { source, theirs }) => {
      const added = [...source.header("x-forwarded-prefix"), ...source.header("x-script-name")].map(
        (prefix) => `/${firstOf(prefix).replace(/^\/+|\/+$/g, "")}${parts.path}`,
      );
      const known = theirs?.path.endsWith(parts.path) ? [theirs.path] : [];
      return variants(parts, "path", [...shorterPaths(parts.path), ...added, ...known]);
    },
  },
  {
    code: "path_encoding",
    component: "path",
    message:
      "The path was decoded, or encoded once more, on the way or before it was signed. It is signed as it is sent, escapes " +
      "and all (RFC 5849 section 3.4.1.2), and must be verified as it came.",
    alter: (parts) => {
      const { path } = parts;
      const bySegment = (text: string): string => text.split("/").map(percentEncode).join("/");
      return variants(parts, "path", [
        decoded(path),
        bySegment(decoded(path) ?? path),
        bySegment(path),
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
    message: "Dot segments or double slashes were resolved before it was signed. Send the path in its short form.",
    alter: (parts) => {
      const merged = parts.path.replace(/\/{2,}/g, "/");
      return variants(parts, "path", [resolved(parts.path), merged, resolved(merged)]);
    },
  },
  {
    code: "fragment_signed",
    component: "path",
    message: "The fragment was signed. It is never sent, and no part of the base URI (RFC 5849 section 3.4.1.2).",
    alter: (parts, { source: { fragment } }) =>
      fragment === undefined ? [] : [{ ...parts, path: `${parts.path}#${fragment}` }],
  },
  {
    code: "query_in_base_uri",
    component: "path",
    message:
      "The query was left in the base URI. It belongs to the parameters alone (RFC 5849 section 3.4.1.2): cut the URL " +
      "at its question mark before it is signed.",
    alter: (parts, { source: { query } }) => {
      if (query === "") return [];
      const whole = { ...parts, path: `${parts.path}?${query}` };
      return [whole, { ...whole, parameters: parts.parameters.filter(({ from }) => from !== "query") }];
    },
  },
];

const defaultPorts: Readonly<Record<string, string>> = { http: ":80", https: ":443" };

function withoutDefault(port: string, { scheme }: SignatureParts): string {
  return port === defaultPorts[scheme] ? "" : port;
}

interface Authority {
  readonly host: string;
  readonly port: string;
}

/** What proxies say that a request was sent to. Nothing here is believed: it is tried. */
function receivedHosts({ header }: Source): readonly Authority[] {
  const forwarded = header("forwarded").flatMap((value) => /host="?([^",;\s]+)/i.exec(value)?.[1] ?? []);
  return [...header("x-forwarded-host"), ...forwarded, ...header("x-original-host"), ...header("host")]
    .map(firstOf)
    .map(splitAuthority);
}

/** Host and port, either possibly empty. */
export function splitAuthority(authority: string): Authority {
  const [, host = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(:\d*)?$/.exec(authority) ?? [];
  return { host, port };
}

/** Each proxy appends to the list: the first is what the client called. */
function firstOf(list: string): string {
  return list.split(",", 1)[0]?.trim() ?? "";
}

/** The path without its first segment, its first two, and so on. */
function shorterPaths(path: string): readonly string[] {
  const segments = path.split("/").slice(1, 20);
  return segments.slice(1).map((_, index) => path.slice(segments.slice(0, index + 1).join("/").length + 1));
}

function decoded(path: string): string | undefined {
  try {
    return percentDecode(path);
  } catch {
    return undefined;
  }
}

function resolved(path: string): string | undefined {
  try {
    return new URL(`http://host${path}`).pathname;
  } catch {
    return undefined;
  }
}
