import { Failure } from "../failure.js";
import type { IncomingCall } from "../http-server.js";

/**
 * Refuses what does not come from the inspector's own page. Any page in the browser can send requests to a port of
 * loopback, and by a name that it has resolve to 127.0.0.1 (DNS rebinding) it could even read the answers.
 *
 * @throws Failure
 */
export function refuseStrangers({ method, headers }: IncomingCall, port: number): void {
  const header = (name: string) =>
    headers.filter(([candidate]) => candidate.toLowerCase() === name).map(([, value]) => value);
  const host = header("host").join();
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) {
    throw new Failure(403, `The inspector is at http://127.0.0.1:${port}`);
  }
  const [site = "none"] = header("sec-fetch-site");
  const [destination] = header("sec-fetch-dest");
  if (site !== "same-origin" && site !== "none" && destination !== "document") {
    throw new Failure(403, "Another site asks");
  }
  if (method === "GET") return;
  // A form or a script of another site can send neither of the two without asking first, and is never answered.
  if (header("origin").join() !== `http://${host}`) throw new Failure(403, "Another site asks");
  if (!/^application\/json(?:\s*;|$)/i.test(header("content-type").join()))
    throw new Failure(415, "The body is to be JSON");
}
