import { explainSignature, type SignatureExplanation } from "../diagnose/index.js";
import { parseArguments, requestOptions } from "./arguments.js";
import { findConsumerKey } from "./consumer-key.js";
import { isCurlLine, parseCurlLine } from "./curl-line.js";
import { buildCurlRequest, type GivenRequest, readData } from "./curl-request.js";
import { exitStatus, type ProcessIo, readAll } from "./process-io.js";
import { resolveSecret } from "./secret.js";
import { UsageError } from "./usage-error.js";

/** What `apsdirect explain --help` prints. */
export const help = `apsdirect explain: what a signature covers, and why the other side refuses it.

Usage: apsdirect explain [METHOD] <url> [-H 'Name: value'] [-d <form>] [options]
       apsdirect explain '<curl line>'    (or the line on standard input)

  -X, --request <method>    Instead of METHOD.
  -H, --header <line>       A header, as curl takes it; may be repeated.
  -d, --data <text>         The body. Only forms are signed.
  --authorization <value>   The Authorization header alone.
  --expected <text>         The base string or the signature of the other side, or its answer with an oauth_problem.
  --public-url <url>        The address that the client called, where the URL is the one behind a proxy.
  --consumer-key <key>      Without it, that of the request, or of APS_CONSUMER_KEY or APPDIRECT_CONSUMER_KEY.
  --secret-env <name>       The variable with the secret. (default: APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET)
  --json                    Print one JSON object instead of text.

Each known mistake of signers and proxies is tried. "Proved" means that with it the result is the other side's, to the
character. The secret is asked for where no variable has it, and is never shown.

Examples:
  $ apsdirect explain "curl 'https://bus.test/aps/2/resources?eq(a,1)' -H 'Authorization: OAuth …'"
  $ pbpaste | apsdirect explain                        # a curl line as a browser copies it
  $ apsdirect explain GET 'https://bus.test/aps/2/resources?eq(a,1)' --authorization 'OAuth oauth_consumer_key="…", …'
  $ apsdirect explain GET 'https://bus.test/aps/2/resources' --expected 'GET&http%3A%2F%2Fbus.test%2Faps…'

Exit status: 0 nothing is wrong, 1 a difference was found, 2 usage.
`;

const options = {
  ...requestOptions,
  request: { type: "string", short: "X" },
  authorization: { type: "string" },
  expected: { type: "string" },
  "public-url": { type: "string" },
} as const;

/** Explains the signature of a request. Returns the exit status. */
export async function run(args: readonly string[], io: ProcessIo): Promise<number> {
  const { values, positionals } = parseArguments(args, options);
  const isPiped = positionals.length === 0 || (positionals.length === 1 && positionals[0] === "-");
  const pasted = isPiped ? await pastedLine(io) : positionals;
  const request = withAuthorization(requestOf(pasted, values), values.authorization);
  const consumerKey = findConsumerKey(values["consumer-key"], request, io);
  const question = { consumerKey, variable: values["secret-env"], canAsk: !isPiped };
  const consumerSecret = await resolveSecret(question, io);
  const explanation = explainSignature(
    request,
    { consumerKey, consumerSecret },
    {
      expected: values.expected,
      publicUrl: values["public-url"],
      now: io.now,
    },
  );
  const status = statusOf(explanation);
  const { text, ...data } = explanation;
  const output = values.json === true ? JSON.stringify({ ok: status === exitStatus.done, ...data }) : text;
  io.stdout.write(`${output}\n`);
  return status;
}

/** A guess alone is nothing that a program should stop at. */
function statusOf({ verdict, causes }: SignatureExplanation): number {
  const isSound = verdict !== "wrong" && causes.every(({ evidence }) => evidence === "guess");
  return isSound ? exitStatus.done : exitStatus.findings;
}

async function pastedLine({ stdin }: ProcessIo): Promise<readonly string[]> {
  if (stdin.isTTY === true)
    throw new UsageError("Give a method and a URL, or a curl line. `apsdirect explain --help` has examples.");
  return [(await readAll(stdin)).trim()];
}

interface RequestValues {
  readonly request?: string | undefined;
  readonly header?: readonly string[] | undefined;
  readonly data?: readonly string[] | undefined;
}

function requestOf(positionals: readonly string[], { request, header = [], data = [] }: RequestValues): GivenRequest {
  const [first = "", second, ...others] = positionals;
  if (others.length > 0) throw new UsageError("Too many arguments: quote the URL or the curl line as one.");
  if (isCurlLine(first)) {
    if (second !== undefined || request !== undefined || header.length + data.length > 0) {
      throw new UsageError("A curl line says all of the request: give no other URL, -X, -H or -d beside it.");
    }
    return parseCurlLine(first);
  }
  if (second !== undefined && request !== undefined) throw new UsageError("The method is there twice.");
  const [method, url] = second === undefined ? [request, first] : [first, second];
  if (!/^(?:https?:\/\/|\/)/i.test(url)) {
    throw new UsageError(
      "Expected a URL (https://host/path?query), behind the method if there is one, or a curl line.",
    );
  }
  const given = { method, url, headers: header, data: data.map(readData), json: [], isGet: false, isHead: false };
  return url.startsWith("/")
    ? { ...buildCurlRequest({ ...given, url: `http://h${url}` }), url }
    : buildCurlRequest(given);
}

function withAuthorization(request: GivenRequest, authorization: string | undefined): GivenRequest {
  if (authorization === undefined) return request;
  const value = authorization.replace(/^\s*Authorization:\s*/i, "").trim();
  if (request.headers.some(([name]) => name.toLowerCase() === "authorization")) {
    throw new UsageError("The request has an Authorization header already: leave --authorization out.");
  }
  return { ...request, headers: [...request.headers, ["Authorization", value]] };
}
