import { buildCurlRequest, type CurlArguments, encodeData, type GivenRequest, readData } from "./curl-request.js";
import { splitShellWords } from "./shell-words.js";
import { UsageError } from "./usage-error.js";

/** Returns true if a text looks like a pasted curl line. */
export function isCurlLine(text: string): boolean {
  return /^\s*(?:\$\s+)?curl(?:\.exe)?\s/.test(text);
}

/** Reads the request of a pasted curl line. Skips options that do not affect the request, and refuses unknown ones. */
export function parseCurlLine(line: string): GivenRequest {
  const [command, ...words] = splitShellWords(line);
  if (command === undefined || !isCurlLine(`${command} `)) throw new UsageError("The line does not begin with curl.");
  let given: CurlArguments = empty;
  for (const { option, value } of readOptions(words)) given = option.apply(given, value);
  return buildCurlRequest(given);
}

const empty: CurlArguments = {
  method: undefined,
  url: undefined,
  headers: [],
  data: [],
  json: [],
  isGet: false,
  isHead: false,
};

interface CurlOption {
  readonly takesValue: boolean;
  readonly apply: (given: CurlArguments, value: string) => CurlArguments;
}

function createValueOption(apply: CurlOption["apply"]): CurlOption {
  return { takesValue: true, apply };
}

function createFlag(apply: CurlOption["apply"]): CurlOption {
  return { takesValue: false, apply };
}

const ignoredValue = createValueOption((given) => given);
const ignoredFlag = createFlag((given) => given);

const url = createValueOption((given, value) => {
  if (given.url !== undefined) throw new UsageError("The line has two URLs: pass one request at a time.");
  return { ...given, url: value };
});
const data = createValueOption((given, value) => ({ ...given, data: [...given.data, readData(value)] }));
const rawData = createValueOption((given, value) => ({ ...given, data: [...given.data, value] }));

/** Options that affect the request. Names have no hyphens; those of one letter are the short ones. */
const meaningful: ReadonlyArray<readonly [names: string, option: CurlOption]> = [
  ["X request", createValueOption((given, method) => ({ ...given, method }))],
  ["H header", createValueOption((given, header) => ({ ...given, headers: [...given.headers, header] }))],
  ["d data data-ascii data-binary", data],
  ["data-raw", rawData],
  ["data-urlencode", createValueOption((given, value) => ({ ...given, data: [...given.data, encodeData(value)] }))],
  ["json", createValueOption((given, value) => ({ ...given, json: [...given.json, readData(value)] }))],
  ["G get", createFlag((given) => ({ ...given, isGet: true }))],
  ["I head", createFlag((given) => ({ ...given, isHead: true }))],
  ["url", url],
];

/**
 * Flags that only affect how the request is sent and what happens to the response, so that the signature is the
 * same.
 */
const ignoredFlags =
  "s silent S show-error k insecure v verbose i include show-headers L location f fail fail-with-body g globoff N " +
  "no-buffer O remote-name J remote-header-name n netrc 4 ipv4 6 ipv6 0 http1.0 http1.1 http2 http3 " +
  "http2-prior-knowledge compressed path-as-is no-progress-meter progress-bar # tcp-nodelay no-keepalive " +
  "location-trusted post301 post302 post303 raw ssl-reqd tlsv1 tlsv1.2 tlsv1.3 1 no-alpn no-sessionid disable q";
const ignoredValues =
  "o output w write-out m max-time connect-timeout retry retry-delay retry-max-time A user-agent e referer b cookie c " +
  "cookie-jar x proxy U proxy-user noproxy resolve connect-to cacert capath E cert key cert-type key-type pass ciphers D " +
  "dump-header interface limit-rate max-redirs keepalive-time trace trace-ascii stderr output-dir unix-socket";

const options: ReadonlyMap<string, CurlOption> = new Map([
  ...ignoredFlags.split(" ").map((name) => [name, ignoredFlag] as const),
  ...ignoredValues.split(" ").map((name) => [name, ignoredValue] as const),
  ...meaningful.flatMap(([names, option]) => names.split(" ").map((name) => [name, option] as const)),
]);

/** Reads options with their values. Other arguments are URLs. Short options may be joined, and a value may follow. */
function* readOptions(words: readonly string[]): Generator<{ readonly option: CurlOption; readonly value: string }> {
  const rest = [...words];
  const next = (name: string): string => {
    const value = rest.shift();
    if (value === undefined) throw new UsageError(`curl's ${name} has no value: the line may be incomplete.`);
    return value;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith("--")) {
      const option = findOption(word.slice(2), word);
      yield { option, value: option.takesValue ? next(word) : "" };
    } else if (word.startsWith("-") && word !== "-") {
      yield* readShortOptions(word.slice(1), next);
    } else {
      yield { option: url, value: word };
    }
  }
}

function* readShortOptions(
  letters: string,
  next: (name: string) => string,
): Generator<{ readonly option: CurlOption; readonly value: string }> {
  for (let index = 0; index < letters.length; index += 1) {
    const name = letters[index] ?? "";
    const option = findOption(name, `-${name}`);
    if (!option.takesValue) {
      yield { option, value: "" };
      continue;
    }
    const attached = letters.slice(index + 1);
    yield { option, value: attached === "" ? next(`-${name}`) : attached };
    return;
  }
}

function findOption(name: string, written: string): CurlOption {
  const option = options.get(name);
  if (option !== undefined) return option;
  // The text may be a misplaced value, such as a password.
  const label = /^--?[a-z0-9.-]{1,30}$/i.test(written) ? `curl's ${written}` : "An option of the curl line";
  throw new UsageError(
    `${label} is not supported, and it may change the request: remove it, or replace it with -H, -d or -X.`,
  );
}
