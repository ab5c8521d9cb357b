import { Failure } from "../failure.js";
import type { IncomingCall } from "../http-server.js";

/**
 * Rejects requests that do not come from the inspector's own page. Any page in the browser can send requests to a
 * loopback port, and with a host name that resolves to 127.0.0.1 (DNS rebinding) it could even read the responses.
 *
 * @throws Failure
 */
export function rejectOtherSites({ method, headers }: IncomingCall, port: number): void {
  const header = (name: string) =>
    headers.filter(([candidate]) => candidate.toLowerCase() === name).map(([, value]) => value);
  const host = header("host").join();
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) {
    throw new Failure(403, `The inspector is at http://127.0.0.1:${port}`);
  }
  const [site = "none"] = header("sec-fetch-site");
  const [destination] = header("sec-fetch-dest");
  if (site !== "same-origin" && site !== "none" && destination !== "document") {
    throw new Failure(403, "Requests from other sites are not allowed");
  }
  if (method === "GET") return;
  // Forms and scripts of other sites cannot send either of these without a preflight request, which never succeeds.
  if (header("origin").join() !== `http://${host}`) throw new Failure(403, "Requests from other sites are not allowed");
  if (!/^application\/json(?:\s*;|$)/i.test(header("content-type").join()))
    throw new Failure(415, "The body must be JSON");
}
