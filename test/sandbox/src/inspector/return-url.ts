import { get } from "node:https";
import type { InspectedSandbox } from "./inspected-sandbox.js";

/**
 * Opens the URL by which a user's browser comes back to the marketplace.
 *
 * @throws Error where it leads elsewhere, or the marketplace refuses it
 */
export function openReturnUrl(location: string, { platforms, certificate }: InspectedSandbox): Promise<void> {
  const { baseUrl } = platforms.appdirect;
  if (!URL.canParse(location) || new URL(location).origin !== baseUrl) {
    return Promise.reject(new Error("The vendor sends the browser elsewhere than back to the marketplace"));
  }
  return new Promise((resolve, reject) => {
    get(location, { ca: certificate, agent: false }, (response) => {
      response.resume().on("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`The marketplace answered ${response.statusCode} to the return URL: see its request`));
      });
    }).on("error", reject);
  });
}
