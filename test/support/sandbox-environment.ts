import type { Sandbox } from "@apsdirect/sandbox";

/** The variables by which a program finds a sandbox, as its command prints them; its certificate left out. */
export function environmentOf({
  aps,
  appdirect,
}: Pick<Sandbox, "aps" | "appdirect">): Readonly<Record<string, string>> {
  return {
    APS_BASE_URL: aps.baseUrl,
    APS_CONSUMER_KEY: aps.credentials.consumerKey,
    APS_CONSUMER_SECRET: aps.credentials.consumerSecret,
    APPDIRECT_BASE_URL: appdirect.baseUrl,
    APPDIRECT_CONSUMER_KEY: appdirect.credentials.consumerKey,
    APPDIRECT_CONSUMER_SECRET: appdirect.credentials.consumerSecret,
  };
}
