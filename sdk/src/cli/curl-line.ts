import { buildCurlRequest, type CurlArguments, encodeData, type GivenRequest, readData } from "./curl-request.js";
import { splitShellWords } from "./shell-words.js";
import { UsageError } from "./usage-error.js";

/** Whether a text is meant as a pasted curl line. */
export function isCurlLine(text: string): boolean {
  return /^\s*(?:\$\s+)?curl(?:\.exe)?\s/.test(text);
}

/** The request of a pasted curl line. Options that change nothing are skipped; one that might is refused. */
export function parseCurlLine(line: string): GivenRequest {
  const [command, ...words] = splitShellWords(line);
  if (command === undefined || !isCurlLine(`${command} `)) throw new UsageError("The line does not begin with curl.");
  let given: CurlArguments = empty;
  for (const { option, value } of optionsOf(words)) given = option.apply(given, value);
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

function valued(apply: CurlOption["apply"]): CurlOption {
  return { takesValue: true, apply };
}

function flag(apply: CurlOption["apply"]): CurlOption {
  return { takesValue: false, apply };
}

const ignoredValue = valued((given) => given);
const ignoredFlag = flag((given) => given);

const url = valued((given, value) => {
  if (given.url !== undefined) throw new UsageError("The line has two URLs: give one request at a time.");
  return { ...given, url: value };
});
const data = valued((given, value) => ({ ...given, data: [...given.data, readData(value)] }));
const rawData = valued((given, value) => ({ ...given, data: [...given.data, value] }));

/** What changes the request. Names without their hyphens: those of one letter are the short ones. */
const meaningful: ReadonlyArray<readonly [names: string, option: CurlOption]> = [
  ["X request", valued((given, method) => ({ ...given, method }))],
  ["H header", valued((given, header) => ({ ...given, headers: [...given.headers, header] }))],
  ["d data data-ascii data-binary", data],
  ["data-raw", rawData],
  ["data-urlencode", valued((given, value) => ({ ...given, data: [...given.data, encodeData(value)] }))],
  ["json", valued((given, value) => ({ ...given, json: [...given.json, readData(value)] }))],
  ["G get", flag((given) => ({ ...given, isGet: true }))],
  ["I head", flag((given) => ({ ...given, isHead: true }))],
  ["url", url],
];

/** How it is sent, and what becomes of the answer: nothing of it is signed. */
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

/** Options with their values; an argument that is none is a URL. Letters may stand together, a value behind the last. */
function* optionsOf(words: readonly string[]): Generator<{ readonly option: CurlOption; readonly value: string }> {
  const rest = [...words];
  const next = (name: string): string => {
    const value = rest.shift();
    if (value === undefined) throw new UsageError(`curl's ${name} has no value: the line was not pasted as a whole.`);
    return value;
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith("--")) {
      const option = known(word.slice(2), word);
      yield { option, value: option.takesValue ? next(word) : "" };
    } else if (word.startsWith("-") && word !== "-") {
      yield* lettersOf(word.slice(1), next);
    } else {
      yield { option: url, value: word };
    }
  }
}

function* lettersOf(
  letters: string,
  next: (name: string) => string,
): Generator<{ readonly option: CurlOption; readonly value: string }> {
  for (let index = 0; index < letters.length; index += 1) {
    const name = letters[index] ?? "";
    const option = known(name, `-${name}`);
    if (!option.takesValue) {
      yield { option, value: "" };
      continue;
    }
    const attached = letters.slice(index + 1);
    yield { option, value: attached === "" ? next(`-${name}`) : attached };
    return;
  }
}

function known(name: string, shown: string): CurlOption {
  const option = options.get(name);
  if (option !== undefined) return option;
  // Its text may be a value that went astray, a password for instance.
  const safe = /^--?[a-z0-9.-]{1,30}$/i.test(shown) ? shown : "an option";
  throw new UsageError(
    `curl's ${safe} is not read here, and it may change the request: leave it out, or write what it does as -H, -d or -X.`,
  );
}
