import { type ParseArgsConfig, parseArgs } from "node:util";
import { refuseSecrets } from "./secret.js";
import { UsageError } from "./usage-error.js";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options that `explain` and `sign` have in common. */
export const requestOptions = {
  header: { type: "string", short: "H", multiple: true },
  data: { type: "string", short: "d", multiple: true },
  "consumer-key": { type: "string" },
  "secret-env": { type: "string" },
  json: { type: "boolean" },
} as const satisfies Options;

/** Options and positional arguments. A wrong one is a {@link UsageError}, without a value that may be a secret. */
export function parseArguments<O extends Options>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<Parsing<O>>> {
  refuseSecrets(args);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(firstSentence(error));
  }
}

interface Parsing<O extends Options> {
  readonly args: string[];
  readonly options: O;
  readonly allowPositionals: true;
  readonly strict: true;
}

function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : "the arguments cannot be read";
  return `${message.split(/\.\s|\n/, 1)[0]}.`;
}
