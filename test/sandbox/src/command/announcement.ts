import type { Sandbox, SandboxOptions } from "../sandbox.js";
import { createCurlCommand } from "./curl-line.js";
import { shellQuote } from "./shell-quote.js";

/** Everything a client needs to connect to a sandbox. */
export interface Announcement {
  readonly aps: AnnouncedPlatform;
  readonly appdirect: AnnouncedPlatform;
  /** URL of the inspector. */
  readonly inspector: string;
  /** Path of the certificate to trust. */
  readonly certificate: string;
  /** Path of the data file. `null` if nothing is stored. */
  readonly data: string | null;
  /** Environment variables for the SDK and Node. */
  readonly environment: Readonly<Record<string, string>>;
  /** Signed curl commands: customers of the bus, and an event of the marketplace. */
  readonly curl: { readonly aps: string; readonly appdirect: string };
}

interface AnnouncedPlatform {
  readonly baseUrl: string;
  readonly consumerKey: string;
  /** Omitted if the user provided it, because it may also be valid elsewhere. */
  readonly consumerSecret?: string;
}

/** Collects the connection details of a sandbox. */
export async function createAnnouncement(
  { aps, appdirect, inspector }: Sandbox,
  { apsCredentials, appdirectCredentials, data }: SandboxOptions,
  certificate: string,
): Promise<Announcement> {
  const platforms = {
    aps: { baseUrl: aps.baseUrl, ...(apsCredentials ? pickKey(aps.credentials) : aps.credentials) },
    appdirect: {
      baseUrl: appdirect.baseUrl,
      ...(appdirectCredentials ? pickKey(appdirect.credentials) : appdirect.credentials),
    },
  };
  const environment = {
    ...variables("APS", platforms.aps),
    ...variables("APPDIRECT", platforms.appdirect),
    NODE_EXTRA_CA_CERTS: certificate,
  };
  const curl = {
    aps: await createCurlCommand(aps, "/aps/2/collections/accounts?eq(type,CLIENT),limit(0,3)", certificate),
    appdirect: await createCurlCommand(appdirect, "/api/integration/v1/events/dummyOrder", certificate),
  };
  return { ...platforms, inspector: inspector?.url ?? "", certificate, data: data ?? null, environment, curl };
}

function pickKey({ consumerKey }: { readonly consumerKey: string }) {
  return { consumerKey };
}

function variables(platform: string, { baseUrl, consumerKey, consumerSecret }: AnnouncedPlatform) {
  return {
    [`${platform}_BASE_URL`]: baseUrl,
    [`${platform}_CONSUMER_KEY`]: consumerKey,
    ...(consumerSecret !== undefined && { [`${platform}_CONSUMER_SECRET`]: consumerSecret }),
  };
}

/** Formats the announcement for people. */
export function formatAnnouncement({
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
  return `The sandbox is running and reachable from this machine only. Press Ctrl-C to stop it; ${describeData(data)}.

  APS bus      ${aps.baseUrl}
  AppDirect    ${appdirect.baseUrl}
  Certificate  ${certificate}

Inspect requests, send events, switch on faults:
  ${inspector}

For your shell:
${exports.join("\n")}

Signed requests, valid once and for 5 minutes. Three customers:
  ${curl.aps}
A marketplace event:
  ${curl.appdirect}

With the variables set, this signs another request:
  sh -c "${more} --cacert ${certificate}"
`;
}

function describeData(data: string | null): string {
  return data === null ? "its data is discarded" : `its data stays in ${data}`;
}
