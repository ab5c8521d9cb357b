import type { ClientOptions } from "./options.js";

/**
 * Completes options with environment variables: `<PREFIX>_BASE_URL`, `<PREFIX>_CONSUMER_KEY` and
 * `<PREFIX>_CONSUMER_SECRET`. Changes nothing where there is no environment, as in a browser.
 */
export function withEnvironment<Options extends ClientOptions>(prefix: string, options: Options): Options {
  const read = (name: string): string | undefined => globalThis.process?.env?.[`${prefix}_${name}`] || undefined;
  const consumerKey = read("CONSUMER_KEY");
  const consumerSecret = read("CONSUMER_SECRET");
  const isSigned = options.credentials !== undefined || options.signer !== undefined;
  const isComplete = consumerKey !== undefined && consumerSecret !== undefined;
  return {
    ...options,
    baseUrl: options.baseUrl ?? read("BASE_URL"),
    ...(isSigned || !isComplete ? {} : { credentials: { consumerKey, consumerSecret } }),
  };
}
