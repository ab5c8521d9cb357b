import { explainSignature, type SignatureExplanation } from "../diagnose/index.js";
import { parseArguments, requestOptions } from "./arguments.js";
import { findConsumerKey } from "./consumer-key.js";
import { isCurlLine, parseCurlLine } from "./curl-line.js";
import { buildCurlRequest, type GivenRequest, readData } from "./curl-request.js";
import { exitStatus, type ProcessIo, readAll } from "./process-io.js";
import { resolveSecret } from "./secret.js";
import { UsageError } from "./usage-error.js";

/** Help text of `apsdirect explain`. */
export const help = `apsdirect explain: shows what a signature covers, and why the other side refuses it.

Usage: apsdirect explain [METHOD] <url> [-H 'Name: value'] [-d <form>] [options]
       apsdirect explain '<curl line>'    (or the line on standard input)

  -X, --request <method>    HTTP method, instead of METHOD.
  -H, --header <line>       Header, as in curl; may be repeated.
  -d, --data <text>         Body. Only forms are signed.
  --authorization <value>   Value of the Authorization header.
  --expected <text>         Base string or signature of the other side, or its response with an oauth_problem.
  --public-url <url>        URL that the client called, if <url> is the one behind a proxy.
  --consumer-key <key>      Consumer key. (default: from the request, APS_CONSUMER_KEY or APPDIRECT_CONSUMER_KEY)
  --secret-env <name>       Variable with the secret. (default: APS_CONSUMER_SECRET or APPDIRECT_CONSUMER_SECRET)
  --json                    Print one JSON object instead of text.

The command tries every known mistake of signers and proxies. "Proved" means that a mistake reproduces the other side's
result exactly. If no variable contains the secret, the command asks for it. It never shows the secret.

Examples:
  $ apsdirect explain "curl 'https://bus.test/aps/2/resources?eq(a,1)' -H 'Authorization: OAuth …'"
  $ pbpaste | apsdirect explain                        # a curl line as a browser copies it
  $ apsdirect explain GET 'https://bus.test/aps/2/resources?eq(a,1)' --authorization 'OAuth oauth_consumer_key="…", …'
  $ apsdirect explain GET 'https://bus.test/aps/2/resources' --expected 'GET&http%3A%2F%2Fbus.test%2Faps…'

Exit status: 0 no problem found, 1 problem found, 2 usage.
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
  const texts = isPiped ? await readPipedLine(io) : positionals;
  const request = addAuthorization(buildRequest(texts, values), values.authorization);
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
  const status = selectStatus(explanation);
  const { text, ...data } = explanation;
  const output = values.json === true ? JSON.stringify({ ok: status === exitStatus.done, ...data }) : text;
  io.stdout.write(`${output}\n`);
  return status;
}

/** Selects the exit status. Guesses alone do not count as problems. */
function selectStatus({ verdict, causes }: SignatureExplanation): number {
  const isFine = verdict !== "wrong" && causes.every(({ evidence }) => evidence === "guess");
  return isFine ? exitStatus.done : exitStatus.findings;
}

async function readPipedLine({ stdin }: ProcessIo): Promise<readonly string[]> {
  if (stdin.isTTY === true)
    throw new UsageError("Pass a method and a URL, or a curl line. `apsdirect explain --help` has examples.");
  return [(await readAll(stdin)).trim()];
}

interface RequestValues {
  readonly request?: string | undefined;
  readonly header?: readonly string[] | undefined;
  readonly data?: readonly string[] | undefined;
}

function buildRequest(
  positionals: readonly string[],
  { request, header = [], data = [] }: RequestValues,
): GivenRequest {
  const [first = "", second, ...others] = positionals;
  if (others.length > 0) throw new UsageError("Too many arguments: put quotes around the URL or the curl line.");
  if (isCurlLine(first)) {
    if (second !== undefined || request !== undefined || header.length + data.length > 0) {
      throw new UsageError("A curl line describes the whole request: do not add another URL, -X, -H or -d.");
    }
    return parseCurlLine(first);
  }
  if (second !== undefined && request !== undefined)
    throw new UsageError("The method was given twice: remove METHOD or -X.");
  const [method, url] = second === undefined ? [request, first] : [first, second];
  if (!/^(?:https?:\/\/|\/)/i.test(url)) {
    throw new UsageError("Expected a URL (https://host/path?query), after the method if there is one, or a curl line.");
  }
  const given = { method, url, headers: header, data: data.map(readData), json: [], isGet: false, isHead: false };
  return url.startsWith("/")
    ? { ...buildCurlRequest({ ...given, url: `http://h${url}` }), url }
    : buildCurlRequest(given);
}

function addAuthorization(request: GivenRequest, authorization: string | undefined): GivenRequest {
  if (authorization === undefined) return request;
  const value = authorization.replace(/^\s*Authorization:\s*/i, "").trim();
  if (request.headers.some(([name]) => name.toLowerCase() === "authorization")) {
    throw new UsageError("The request already has an Authorization header: remove --authorization.");
  }
  return { ...request, headers: [...request.headers, ["Authorization", value]] };
}
