import { get } from "node:https";
import type { InspectedSandbox } from "./inspected-sandbox.js";

/**
 * Opens the URL that returns a user's browser to the marketplace.
 *
 * @throws Error if it leads elsewhere or the marketplace rejects it
 */
export function openReturnUrl(location: string, { platforms, certificate }: InspectedSandbox): Promise<void> {
  const { baseUrl } = platforms.appdirect;
  if (!URL.canParse(location) || new URL(location).origin !== baseUrl) {
    return Promise.reject(new Error("The vendor redirects the browser to a URL outside the marketplace"));
  }
  return new Promise((resolve, reject) => {
    get(location, { ca: certificate, agent: false }, (response) => {
      response.resume().on("end", () => {
        if (response.statusCode === 200) resolve();
        else
          reject(
            new Error(`The marketplace responded with ${response.statusCode} to the return URL; see that request`),
          );
      });
    }).on("error", reject);
  });
}
