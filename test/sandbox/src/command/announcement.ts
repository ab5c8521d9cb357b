import type { Sandbox, SandboxOptions } from "../sandbox.js";
import { curlLine } from "./curl-line.js";
import { shellQuote } from "./shell-quote.js";

/** All that is needed to talk to a sandbox. */
export interface Announcement {
  readonly aps: AnnouncedPlatform;
  readonly appdirect: AnnouncedPlatform;
  /** Address of the page that shows what arrives. */
  readonly inspector: string;
  /** Path of the certificate to trust. */
  readonly certificate: string;
  /** Path of the data file; `null` where all is forgotten at the end. */
  readonly data: string | null;
  /** Variables under which the SDK and Node look for all this. */
  readonly environment: Readonly<Record<string, string>>;
  /** Signed lines for a shell: customers of the bus, and an event of the marketplace. */
  readonly curl: { readonly aps: string; readonly appdirect: string };
}

interface AnnouncedPlatform {
  readonly baseUrl: string;
  readonly consumerKey: string;
  /** Left out where the user gave it: it may be one that works elsewhere, too. */
  readonly consumerSecret?: string;
}

/** Says how the sandbox is reached. */
export async function announce(
  { aps, appdirect, inspector }: Sandbox,
  { apsCredentials, appdirectCredentials, data }: SandboxOptions,
  certificate: string,
): Promise<Announcement> {
  const platforms = {
    aps: { baseUrl: aps.baseUrl, ...(apsCredentials ? keyOf(aps.credentials) : aps.credentials) },
    appdirect: {
      baseUrl: appdirect.baseUrl,
      ...(appdirectCredentials ? keyOf(appdirect.credentials) : appdirect.credentials),
    },
  };
  const environment = {
    ...variables("APS", platforms.aps),
    ...variables("APPDIRECT", platforms.appdirect),
    NODE_EXTRA_CA_CERTS: certificate,
  };
  const curl = {
    aps: await curlLine(aps, "/aps/2/collections/accounts?eq(type,CLIENT),limit(0,3)", certificate),
    appdirect: await curlLine(appdirect, "/api/integration/v1/events/dummyOrder", certificate),
  };
  return { ...platforms, inspector: inspector?.url ?? "", certificate, data: data ?? null, environment, curl };
}

function keyOf({ consumerKey }: { readonly consumerKey: string }) {
  return { consumerKey };
}

function variables(platform: string, { baseUrl, consumerKey, consumerSecret }: AnnouncedPlatform) {
  return {
    [`${platform}_BASE_URL`]: baseUrl,
    [`${platform}_CONSUMER_KEY`]: consumerKey,
    ...(consumerSecret !== undefined && { [`${platform}_CONSUMER_SECRET`]: consumerSecret }),
  };
}

/** The announcement for somebody who reads it. */
export function announcementText({
  aps,
  appdirect,
  inspector,
  certificate,
  data,
  environment,
  curl,
}: Announcement): string {
  const exports = Object.entries(environment).map(([name, value]) => `  export ${name}=${shellQuote(value)}`);
  const more = `$(npx apsdirect sign GET '${aps.baseUrl}/aps/2/resources')`;
  return `The sandbox is running, for this machine alone. Ctrl-C ends it; ${fate(data)}.

  APS bus      ${aps.baseUrl}
  AppDirect    ${appdirect.baseUrl}
  Certificate  ${certificate}

See what arrives, send events, switch on faults:
  ${inspector}

For the shell you work in:
${exports.join("\n")}

Signed, to be run once and within 5 minutes. Three customers:
  ${curl.aps}
An event of the marketplace:
  ${curl.appdirect}

Where the variables are set, this signs another one:
  sh -c "${more} --cacert ${certificate}"
`;
}

function fate(data: string | null): string {
  return data === null ? "what it holds is forgotten then" : `what it holds stays in ${data}`;
}
