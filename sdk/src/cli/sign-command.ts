import { oauth1Signer } from "../oauth1/sign/index.js";
import { parseArguments, requestOptions } from "./arguments.js";
import { findConsumerKey } from "./consumer-key.js";
import { buildCurlRequest, type GivenRequest, readData } from "./curl-request.js";
import { exitStatus, type ProcessIo } from "./process-io.js";
import { resolveSecret } from "./secret.js";
import { quoteForShell } from "./shell-quote.js";
import { UsageError } from "./usage-error.js";

/** What `apsdirect sign --help` prints. */
export const help = `apsdirect sign: a signed curl line, ready to run.

Usage: apsdirect sign <METHOD> <url> [-H 'Name: value'] [-d <body>] [options]

  -H, --header <line>       A header to send; may be repeated.
  -d, --data <text>         The body: a form, which is signed. With -H 'Content-Type: application/json' it is sent, and
                            not signed: OAuth 1.0a covers no JSON.
  --query                   Put the signature into the URL, for a browser for instance, and not into a header.
  --signature-base-url <url>
                            What the platform believes it is called by, where that is not the URL: behind a gateway or
                            a tunnel. Its scheme, host and port are signed, and its path in front of that of the URL.
                            The line goes where the URL says; to explain it, give the same address as --public-url.
  --consumer-key <key>      Without it, that of APS_CONSUMER_KEY or APPDIRECT_CONSUMER_KEY.
  --secret-env <name>       The variable with the secret. (default: APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET)
  --json                    Print one JSON object instead of the line.

The line goes to standard output, words about it to standard error. Whoever has it can send it once, for as long as the
platform tolerates its timestamp.

Examples:
  $ apsdirect sign GET 'https://bus.test/aps/2/resources?implementing(http://parallels.com/aps/types/pa/account/1.2)'
  $ sh -c "$(apsdirect sign GET 'https://bus.test/aps/2/resources')"
  $ apsdirect sign GET 'https://shop.test/finishorder?success=true' --query
  $ apsdirect sign GET 'https://localhost:8443/aps/2/resources' --signature-base-url https://bus.test

Exit status: 0 signed, 2 usage.
`;

const options = {
  ...requestOptions,
  query: { type: "boolean" },
  "signature-base-url": { type: "string" },
} as const;

/** Signs a request, and prints the line that sends it. Returns the exit status. */
export async function run(args: readonly string[], io: ProcessIo): Promise<number> {
  const { values, positionals } = parseArguments(args, options);
  const given = requestOf(positionals, values.header ?? [], values.data ?? []);
  const consumerKey = findConsumerKey(values["consumer-key"], { ...given, headers: [], body: undefined }, io);
  const question = { consumerKey, variable: values["secret-env"], canAsk: true };
  const consumerSecret = await resolveSecret(question, io);
  const placement = values.query === true ? "query" : "header";
  const signatureBaseUrl = values["signature-base-url"];
  const signer = oauth1Signer({ consumerKey, consumerSecret }, { placement, signatureBaseUrl, now: io.now });
  const signed = await signer.sign(fetchRequest(given));
  const authorization = signed.headers.get("authorization");
  const signedHeaders = authorization === null ? [] : [["Authorization", authorization] as const];
  const command = curlCommand({ ...given, url: signed.url, headers: [...given.headers, ...signedHeaders] });
  const validUntil = new Date(io.now() + tolerance).toISOString();
  if (values.json === true) {
    const result = { ok: true, command, method: given.method, url: signed.url, authorization, validUntil };
    io.stdout.write(`${JSON.stringify(result)}\n`);
  } else {
    io.stdout.write(`${command}\n`);
    io.stderr.write(`${note(given, validUntil)}\n`);
  }
  return exitStatus.done;
}

/** In milliseconds: what servers commonly allow. */
const tolerance = 300_000;

function requestOf(positionals: readonly string[], header: readonly string[], data: readonly string[]): GivenRequest {
  const [method = "", url = "", ...others] = positionals;
  if (!/^[a-z]+$/i.test(method) || !/^https?:\/\//i.test(url) || others.length > 0) {
    throw new UsageError("Expected a method and a URL: apsdirect sign GET 'https://host/path?query'.");
  }
  const texts = data.map(readData);
  const given = {
    method: method.toUpperCase(),
    url,
    headers: header,
    data: texts,
    json: [],
    isGet: false,
    isHead: false,
  };
  const request = buildCurlRequest(given);
  refuseMisfits(request, header);
  return request;
}

function refuseMisfits({ method, headers, body }: GivenRequest, given: readonly string[]): void {
  if (headers.some(([name]) => name.toLowerCase() === "authorization")) {
    throw new UsageError("The Authorization header is what is made here: leave it out.");
  }
  if (body === undefined) return;
  if (method === "GET" || method === "HEAD") throw new UsageError(`A ${method} takes no body: leave -d out.`);
  const hasType = given.some((line) => /^content-type\s*:/i.test(line));
  if (!hasType && /^\s*[[{]/.test(body)) {
    throw new UsageError(
      "The body looks like JSON and would be sent as a form: add -H 'Content-Type: application/json'.",
    );
  }
}

/** What is signed is what comes out of the URL parser, and that is what curl is given. */
function fetchRequest({ method, url, headers, body }: GivenRequest): Request {
  const sent = new Headers();
  for (const [name, value] of headers) sent.append(name, value);
  return new Request(url, { method, headers: sent, body: body ?? null });
}

/** A line for any POSIX shell: whatever a URL or a header holds, it is one word. */
function curlCommand({ method, url, headers, body }: GivenRequest): string {
  const words = [
    "curl",
    "--globoff", // curl itself would read [ ] and { } in a URL as patterns
    ...methodWords(method, body),
    ...headers.flatMap(([name, value]) => ["-H", value === "" ? `${name};` : `${name}: ${value}`]),
    ...(body === undefined ? [] : ["--data-raw", body]),
    url,
  ];
  return words.map(quoteForShell).join(" ");
}

function methodWords(method: string, body: string | undefined): readonly string[] {
  if (method === "HEAD") return ["--head"]; // -X HEAD would wait for a body
  return method === (body === undefined ? "GET" : "POST") ? [] : ["-X", method];
}

function note({ body, headers }: GivenRequest, validUntil: string): string {
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const isUnsigned = body !== undefined && !/^application\/x-www-form-urlencoded/i.test(type);
  return `Valid once, and for about 5 minutes: until ${validUntil} by this clock.${isUnsigned ? " The body is not signed." : ""}`;
}
