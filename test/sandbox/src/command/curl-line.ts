import { oauth1Signer } from "apsdirect/oauth1";
import type { SandboxPlatform } from "../sandbox.js";
import { shellQuote } from "./shell-quote.js";

/** Builds a signed GET as a curl command for any POSIX shell. It works once, while its timestamp is valid. */
export async function createCurlCommand(
  { baseUrl, credentials }: SandboxPlatform,
  target: string,
  certificatePath: string,
): Promise<string> {
  const { headers, url } = await oauth1Signer(credentials).sign(new Request(baseUrl + target));
  const words = [
    "curl",
    "--globoff",
    "--cacert",
    certificatePath,
    "-H",
    `Authorization: ${headers.get("authorization")}`,
  ];
  return [...words, url].map(shellQuote).join(" ");
}
