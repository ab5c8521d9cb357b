import { oauth1Signer } from "../oauth1/sign/index.js";
import { parseArguments, requestOptions } from "./arguments.js";
import { findConsumerKey } from "./consumer-key.js";
import { buildCurlRequest, type GivenRequest, readData } from "./curl-request.js";
import { exitStatus, type ProcessIo } from "./process-io.js";
import { resolveSecret } from "./secret.js";
import { quoteForShell } from "./shell-quote.js";
import { UsageError } from "./usage-error.js";

/** Help text of `apsdirect sign`. */
export const help = `apsdirect sign: prints a signed curl line, ready to run.

Usage: apsdirect sign <METHOD> <url> [-H 'Name: value'] [-d <body>] [options]

  -H, --header <line>       Header to send; may be repeated.
  -d, --data <text>         Body: a form, which is signed. With -H 'Content-Type: application/json', the body is sent
                            but not signed, because OAuth 1.0a does not cover JSON.
  --query                   Put the signature into the URL instead of a header, for example for a browser.
  --signature-base-url <url>
                            Base URL to sign, if the platform sees a different one: behind a gateway or a tunnel. Its
                            scheme, host and port are signed, and its path is put in front of the URL's path. The
                            request still goes to <url>. To explain it, pass the same value as --public-url.
  --consumer-key <key>      Consumer key. (default: APS_CONSUMER_KEY or APPDIRECT_CONSUMER_KEY)
  --secret-env <name>       Variable with the secret. (default: APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET)
  --json                    Print one JSON object instead of the line.

The line goes to standard output, notes about it to standard error. Anyone who has the line can send it once, until the
platform no longer accepts its timestamp.

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

/** Signs a request and prints the curl line that sends it. Returns the exit status. */
export async function run(args: readonly string[], io: ProcessIo): Promise<number> {
  const { values, positionals } = parseArguments(args, options);
  const given = buildRequest(positionals, values.header ?? [], values.data ?? []);
  const consumerKey = findConsumerKey(values["consumer-key"], { ...given, headers: [], body: undefined }, io);
  const question = { consumerKey, variable: values["secret-env"], canAsk: true };
  const consumerSecret = await resolveSecret(question, io);
  const placement = values.query === true ? "query" : "header";
  const signatureBaseUrl = values["signature-base-url"];
  const signer = oauth1Signer({ consumerKey, consumerSecret }, { placement, signatureBaseUrl, now: io.now });
  const signed = await signer.sign(createFetchRequest(given));
  const authorization = signed.headers.get("authorization");
  const signedHeaders = authorization === null ? [] : [["Authorization", authorization] as const];
  const command = formatCurlLine({ ...given, url: signed.url, headers: [...given.headers, ...signedHeaders] });
  const validUntil = new Date(io.now() + tolerance).toISOString();
  if (values.json === true) {
    const result = { ok: true, command, method: given.method, url: signed.url, authorization, validUntil };
    io.stdout.write(`${JSON.stringify(result)}\n`);
  } else {
    io.stdout.write(`${command}\n`);
    io.stderr.write(`${describeValidity(given, validUntil)}\n`);
  }
  return exitStatus.done;
}

/** Clock difference that servers usually accept, in milliseconds. */
const tolerance = 300_000;

function buildRequest(
  positionals: readonly string[],
  header: readonly string[],
  data: readonly string[],
): GivenRequest {
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
  checkRequest(request, header);
  return request;
}

function checkRequest({ method, headers, body }: GivenRequest, given: readonly string[]): void {
  if (headers.some(([name]) => name.toLowerCase() === "authorization")) {
    throw new UsageError("This command creates the Authorization header: remove it.");
  }
  if (body === undefined) return;
  if (method === "GET" || method === "HEAD") throw new UsageError(`A ${method} request cannot have a body: remove -d.`);
  const hasType = given.some((line) => /^content-type\s*:/i.test(line));
  if (!hasType && /^\s*[[{]/.test(body)) {
    throw new UsageError(
      "The body looks like JSON, but would be sent as a form: add -H 'Content-Type: application/json'.",
    );
  }
}

/** Creates the request to sign. The URL parser may change its URL, so the curl line uses the URL of this request. */
function createFetchRequest({ method, url, headers, body }: GivenRequest): Request {
  const sent = new Headers();
  for (const [name, value] of headers) sent.append(name, value);
  return new Request(url, { method, headers: sent, body: body ?? null });
}

/** Formats a curl line for any POSIX shell. Each URL or header is one word, whatever it contains. */
function formatCurlLine({ method, url, headers, body }: GivenRequest): string {
  const words = [
    "curl",
    "--globoff", // otherwise curl expands [ ] and { } in a URL
    ...formatMethod(method, body),
    ...headers.flatMap(([name, value]) => ["-H", value === "" ? `${name};` : `${name}: ${value}`]),
    ...(body === undefined ? [] : ["--data-raw", body]),
    url,
  ];
  return words.map(quoteForShell).join(" ");
}

function formatMethod(method: string, body: string | undefined): readonly string[] {
  if (method === "HEAD") return ["--head"]; // -X HEAD would wait for a body
  return method === (body === undefined ? "GET" : "POST") ? [] : ["-X", method];
}

function describeValidity({ body, headers }: GivenRequest, validUntil: string): string {
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const isUnsigned = body !== undefined && !/^application\/x-www-form-urlencoded/i.test(type);
  const note = isUnsigned ? " The body is not signed." : "";
  return `Valid once, for about 5 minutes: until ${validUntil} by this machine's clock.${note}`;
}
